import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/sample-package.ts";
import { tableFromRows } from "../../table/table-from-rows.ts";
import type { CheckContext } from "../rule.ts";
import { runChecks } from "../run-checks.ts";

const people =
  /^(age-against-grade|birth-date-implausible|duplicate-person|student-also-staff|.*-of-two-people)$/;

const user = (sourcedId: string, more: Record<string, string>): Record<string, string> => ({
  sourcedId,
  username: sourcedId.toLowerCase(),
  givenName: "Mía",
  familyName: "Núñez",
  ...more,
});

const staff = { role: "teacher", grades: "", familyName: "Paz" };

describe("the order of the rows", () => {
  const same = { identifier: "47", email: "m@x.org", middleName: "Inés" };
  const mixed = contextOf({
    rows: {
      "users.csv": [
        user("P2", same),
        user("P3", { ...same, email: "M@X.org" }),
        user("P3", { ...same, givenName: "Leo" }),
        user("P4", { identifier: "48", middleName: "Inés" }),
        user("P5", { email: "m@x.org", givenName: "Leo" }),
        user("P6", { identifier: "47", grades: "12" }),
        user("T2", { ...staff, familyName: "Nuñez", email: "m@x.org" }),
        user("T3", { ...staff, familyName: "Nuñez", email: "m@x.org" }),
        user("T4", { ...staff, identifier: "9" }),
        user("T5", { ...staff, identifier: "9", givenName: "Leo" }),
      ],
      "demographics.csv": ["P2", "P3", "P4", "P5", "P6"].map((sourcedId) => ({
        sourcedId,
        birthDate: sourcedId === "P5" ? "1990-01-01" : "2022-03-09",
      })),
    },
  });
  const counts = async (context: CheckContext) =>
    (await runChecks(context)).findings
      .filter(({ rule }) => people.test(rule))
      .map(({ rule, count, args }) => `${rule} ${args.proof ?? args.kinds ?? ""} ${count}`)
      .sort();

  it("changes no count", async () => {
    const expected = await counts(mixed);
    expect(new Set(expected.map((line) => line.split(" ")[0])).size).toBeGreaterThan(4);
    const users = mixed.files.get("users");
    if (users === undefined) throw new Error("the sample has no users");
    const { header, columns, rows, file } = users.table;
    const all = Array.from({ length: rows }, (_, row) => row);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: rows }), async (order) => {
        const cells = order.map((row) => columns.map((column) => column.valueOf(column.codes[row] ?? 0)));
        const moved = { ...users, table: tableFromRows(file.name, [...header], cells) };
        expect(await counts({ ...mixed, files: new Map([...mixed.files, ["users", moved]]) })).toEqual(
          expected,
        );
      }),
      { numRuns: 100 },
    );
  });
});
