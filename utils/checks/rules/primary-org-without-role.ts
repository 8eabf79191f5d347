import { columnOf, placesOfRows } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRoster12 } from "../one-roster.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

/** Rows of the users who have roles, but none at their primary org. */
const findRows = (context: CheckContext, users: RoleTable): number[] => {
  const roles = context.files.get("roles");
  const person = columnOf(roles, "userSourcedId");
  const org = columnOf(roles, "orgSourcedId");
  const id = columnOf(users, "sourcedId");
  const primary = columnOf(users, "primaryOrgSourcedId");
  if (roles === undefined || person === undefined || org === undefined) return [];
  if (id === undefined || primary === undefined) return [];
  // 0 where nothing is to be found, 1 where a role is looked for, 2 where it was found.
  const state = new Uint8Array(users.table.rows);
  const userOf = joinCodes(person, id);
  const orgOf = joinCodes(org, primary);
  const gone = isDeleted(roles);
  for (let row = 0; row < roles.table.rows; row++) {
    const user = userOf[person.codes[row] as number] as number;
    // Of a user listed twice nobody knows which primary org counts.
    if (user < 0 || id.counts[user] !== 1 || gone(row)) continue;
    const at = id.firstRow[user] as number;
    if (orgOf[org.codes[row] as number] === primary.codes[at]) state[at] = 2;
    else if (state[at] === 0) state[at] = 1;
  }
  const rows: number[] = [];
  const blank = primary.codeOf("");
  const left = isDeleted(users);
  for (let row = 0; row < state.length; row++) {
    if (state[row] === 1 && primary.codes[row] !== blank && !left(row)) rows.push(row);
  }
  return rows;
};

/** Users of OneRoster 1.2 whose primary org is none of those they have a role at. */
export const rule: Rule = {
  id: "primary-org-without-role",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "1EdTech OneRoster 1.2 CSV binding, users.primaryOrgSourcedId: an org at which the user has a role",
  certain: true,
  formats: oneRoster12,
  needs: (context) =>
    needColumns(context, {
      users: ["sourcedId", "primaryOrgSourcedId"],
      roles: ["userSourcedId", "orgSourcedId"],
    }) ?? needWhole(context, "roles"),
  *check(context) {
    const users = context.files.get("users");
    if (users === undefined) return;
    const rows = findRows(context, users);
    yield {
      count: rows.length,
      args: { file: users.table.file.name, column: "primaryOrgSourcedId" },
      places: placesOfRows(users, rows, columnOf(users, "primaryOrgSourcedId")),
    };
  },
};
