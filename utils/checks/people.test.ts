import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../test/sample-package.ts";
import { runChecks } from "./run-checks.ts";

type Before = NonNullable<Example["previous"]>[number];

const person = (id: string, firstName = "Mía", birthDate = "2022-03-09"): Before => ({
  id,
  firstName,
  lastName: "Núñez",
  birthDate,
});

const changedIds = async (previous: Before[], example: Example = {}): Promise<(string | undefined)[][]> => {
  const { findings } = await runChecks(contextOf({ ...example, previous }));
  const found = findings.find(({ rule }) => rule === "internal-id-changed");
  expect(found?.count ?? 0).toBe(found?.samples.length ?? 0);
  return found?.samples.map(({ value, related }) => [value, related]) ?? [];
};

describe("internal-id-changed", () => {
  it("finds the same names and birth date under a new id", async () => {
    expect(await changedIds([person("P7", "MIA")])).toEqual([["P1", "P7"]]);
  });

  const twin = {
    "users.csv": [{ sourcedId: "P7", username: "p7", givenName: "Mia" }],
    "demographics.csv": [{ sourcedId: "P7" }],
  };

  it.each<[string, Before[], Example]>([
    ["the id is as it was", [person("P1")], {}],
    ["the birth date differs", [person("P7", "Mía", "2022-03-10")], {}],
    ["the old id is still there: two people of one name", [person("P7")], { rows: twin }],
    ["both have new ids", [person("P9")], { rows: twin }],
  ])("says nothing when %s", async (_name, people, example) => {
    expect(await changedIds(people, example)).toEqual([]);
  });

  it("works on the flat roster too", async () => {
    expect(await changedIds([person("P7")], { format: "cli-engage-workbook" })).toEqual([["P1", "P7"]]);
  });
});
