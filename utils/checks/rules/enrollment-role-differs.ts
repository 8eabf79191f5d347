import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { needColumns } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

/** People enrolled as students who are no students in users.csv, and students enrolled as teachers. */
export const rule: Rule = {
  id: "enrollment-role-differs",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, users.role and enrollments.role",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  needs: (context) =>
    needColumns(context, { users: ["sourcedId", "role"], enrollments: ["userSourcedId", "role"] }),
  *check(context) {
    const facts = enrollmentFacts(context);
    const users = context.files.get("users");
    const id = columnOf(users, "sourcedId");
    const role = columnOf(users, "role");
    const user = columnOf(facts?.file, "userSourcedId");
    if (facts === undefined || id === undefined || role === undefined || user === undefined) return;
    const { file, roleDiffers } = facts;
    const roleOf = (row: number): string => {
      const found = joinCodes(user, id)[user.codes[row] as number] as number;
      return role.valueOf(role.codes[id.firstRow[found] as number] as number);
    };
    yield {
      count: roleDiffers.count,
      args: { file: file.table.file.name, column: "role" },
      places: placesOfRows(file, roleDiffers.first, columnOf(file, "role"), roleOf),
    };
  },
};
