import { expect, test } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import { runChecks } from "./run-checks.ts";

/** Rules by their id, with how often each found something. */
const findIn = async (users: Record<string, string>[]): Promise<Record<string, number>> => {
  const { findings } = await runChecks(contextOf({ rows: { "users.csv": users } }));
  return Object.fromEntries(findings.map(({ rule, count }) => [rule, count]));
};

test("a person without an id is nobody's agent", async () => {
  const found = await findIn([{ sourcedId: "", role: "student", username: "p9", agentSourcedIds: "" }]);
  expect(found).toMatchObject({ "required-value-missing": 1 });
  expect(found).not.toHaveProperty("student-as-agent");
  expect(
    await findIn([{ sourcedId: "P9", role: "student", username: "p9", agentSourcedIds: "P9" }]),
  ).toMatchObject({
    "student-as-agent": 1,
  });
});
