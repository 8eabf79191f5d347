import { columnOf, placesOf } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRoster12 } from "../one-roster.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

/** Users of OneRoster 1.2 whom roles.csv does not name: nobody knows whether they are students. */
export const rule: Rule = {
  id: "user-without-role",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "1EdTech OneRoster 1.2 CSV binding, roles.csv: each user has at least one role",
  certain: true,
  formats: oneRoster12,
  needs: (context) =>
    needColumns(context, { users: ["sourcedId"], roles: ["userSourcedId"] }) ?? needWhole(context, "roles"),
  *check(context) {
    const users = context.files.get("users");
    const id = columnOf(users, "sourcedId");
    const person = columnOf(context.files.get("roles"), "userSourcedId");
    if (users === undefined || id === undefined || person === undefined) return;
    const known = new Uint8Array(id.size);
    for (const code of joinCodes(person, id)) if (code >= 0) known[code] = 1;
    const blank = id.codeOf("");
    const gone = isDeleted(users);
    const without: number[] = [];
    for (let code = 0; code < id.size; code++) {
      if (known[code] === 0 && code !== blank && !gone(id.firstRow[code] as number)) without.push(code);
    }
    yield {
      count: without.length,
      args: { file: users.table.file.name },
      places: placesOf(users, id, without),
    };
  },
};
