import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { needColumns } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext, Rule } from "../rule.ts";

/** The file that says what people are, with the column of the person and that of the role: roles.csv in OneRoster 1.2. */
const whereRoles = (context: CheckContext): Record<string, [person: string, role: string]> =>
  context.format.id === "oneroster-1.2"
    ? { roles: ["userSourcedId", "role"] }
    : { users: ["sourcedId", "role"] };

/** People enrolled as students who are no students in users.csv (roles.csv), and students enrolled as teachers. */
export const rule: Rule = {
  id: "enrollment-role-differs",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, users.role and enrollments.role",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) =>
    needColumns(context, { ...whereRoles(context), enrollments: ["userSourcedId", "role"] }),
  *check(context) {
    const facts = enrollmentFacts(context);
    const user = columnOf(facts?.file, "userSourcedId");
    const [[where, [key = "", field = ""]] = ["", []]] = Object.entries(whereRoles(context));
    const people = context.files.get(where);
    const id = columnOf(people, key);
    const role = columnOf(people, field);
    if (facts === undefined || user === undefined || people === undefined) return;
    if (id === undefined || role === undefined) return;
    const { file, roleDiffers } = facts;
    const roleOf = (row: number): string => {
      const found = joinCodes(user, id)[user.codes[row] as number] as number;
      return role.valueOf(role.codes[id.firstRow[found] as number] as number);
    };
    yield {
      count: roleDiffers.count,
      args: { file: file.table.file.name, column: "role", people: people.table.file.name },
      places: placesOfRows(file, roleDiffers.first, columnOf(file, "role"), roleOf),
    };
  },
};
