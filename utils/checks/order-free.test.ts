import fc from "fast-check";
import { expect, it } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import type { CheckContext, RoleTable } from "./rule.ts";
import { runChecks } from "./run-checks.ts";

/** A package with something wrong for most rules, ids that repeat with other values among it. */
const messy: CheckContext = contextOf({
  system: "cli-engage",
  rows: {
    "academicSessions.csv": [
      { sourcedId: "F", type: "term", startDate: "2026-08-17", endDate: "2026-12-19" },
      { sourcedId: "F", type: "term", startDate: "2026-09-17", endDate: "2026-11-19" },
      { sourcedId: "G", type: "term", startDate: "2026-10-01", endDate: "2026-12-01" },
    ],
    "orgs.csv": [{ sourcedId: "S2", name: "B", type: "department" }],
    "classes.csv": [
      { sourcedId: "H2", termSourcedIds: "F" },
      { sourcedId: "H3", schoolSourcedId: "S2" },
      { sourcedId: "H3", classType: "scheduled", termSourcedIds: "G" },
      { sourcedId: "H4", grades: "5,6", status: "tobedeleted" },
    ],
    "users.csv": [
      { sourcedId: "P2", username: "p2", email: "nobody" },
      { sourcedId: "P3", username: "p3" },
      { sourcedId: "P3", username: "p3", role: "teacher", givenName: "Leo" },
      { sourcedId: "P4", username: "p4", enabledUser: "TRUE" },
      { sourcedId: "P 5", username: "" },
    ],
    "demographics.csv": [
      { sourcedId: "P3", birthDate: "2022-03-09" },
      { sourcedId: "P3", birthDate: "2021-03-09" },
      { sourcedId: "P4", birthDate: "44629" },
      { sourcedId: "P2", birthDate: "2020-03-09" },
    ],
    "enrollments.csv": [
      ["X1", "H2", "P2", "student", "2026-08-17", "2027-02-01", ""],
      ["X2", "H3", "P2", "student", "2027-01-01", "", ""],
      ["X3", "H3", "P3", "student", "2026-12-01", "2026-11-01", ""],
      ["X4", "H1", "P4", "teacher", "", "", "true"],
      ["X5", "H1", "P9", "student", "", "", ""],
      ["X5", "H2", "P3", "student", "", "2026-10-01", ""],
      ["X6", "H3", "P3", "student", "2026-09-01", "", ""],
      ["X7", "H2", "P4", "student", "", "2026-12-01", ""],
    ].map(
      ([
        sourcedId = "",
        classSourcedId = "",
        userSourcedId = "",
        role = "",
        beginDate = "",
        endDate = "",
        primary = "",
      ]) => ({
        ...{ sourcedId, classSourcedId, userSourcedId, role, beginDate, endDate, primary },
      }),
    ),
  },
  previous: [
    { id: "P7", firstName: "Mía", lastName: "Núñez", birthDate: "2020-03-09" },
    { id: "P8", firstName: "Mía", lastName: "Núñez", birthDate: "2021-03-09" },
  ],
});

/** What is found, without what may depend on the order: examples and places. */
const countsOf = async (context: CheckContext): Promise<string[]> =>
  (await runChecks(context)).findings
    .map(({ outcome, rule, count, args }) => `${outcome} ${rule} ${args.file} ${args.column} ${count}`)
    .sort();

const shuffled = (file: RoleTable, order: readonly number[]): RoleTable => {
  const { header, columns } = file.table;
  const rows = order.map((row) => columns.map((column) => column.valueOf(column.codes[row] ?? 0)));
  return { ...file, table: tableFromRows(file.table.file.name, [...header], rows) };
};

it("counts the same whatever the order of the rows", async () => {
  const expected = await countsOf(messy);
  expect(new Set(expected.map((line) => line.split(" ")[1])).size).toBeGreaterThan(12);
  const files = [...messy.files];
  const orders = fc.tuple(
    ...files.map(([, { table }]) => {
      const rows = Array.from({ length: table.rows }, (_, row) => row);
      return fc.shuffledSubarray(rows, { minLength: rows.length });
    }),
  );
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const moved = new Map(files.map(([role, file], index) => [role, shuffled(file, order[index] ?? [])]));
      expect(await countsOf({ ...messy, files: moved })).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
