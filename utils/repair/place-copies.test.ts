import { describe, expect, it } from "vitest";
import { placeCopies } from "./place-copies.ts";

describe("where the files of a copy lie", () => {
  it.each([
    [["users.csv"], ["users.csv"]],
    [
      ["export/users.csv", "export/orgs.csv"],
      ["users.csv", "orgs.csv"],
    ],
    [
      ["a/users.csv", "b/users.csv"],
      ["a/users.csv", "b/users.csv"],
    ],
    [
      ["users.csv", "/data/old/users.csv"],
      ["users.csv", "old/users.csv"],
    ],
    [
      ["../../etc/users.csv", "orgs.csv"],
      ["etc/users.csv", "orgs.csv"],
    ],
    [
      ["C:\\roster\\users.csv", "orgs.csv"],
      ["roster/users.csv", "orgs.csv"],
    ],
  ])("%j", (names, expected) => expect(placeCopies(names)).toEqual({ ok: true, places: expected }));

  it.each([[["a.csv", "A.csv"]], [["changes.csv"]], [["x/changes.json"]]])("refuses %j", (names) =>
    expect(placeCopies(names)).toMatchObject({ ok: false }),
  );
});
