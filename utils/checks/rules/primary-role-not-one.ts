import { columnOf, placesOfRows } from "../columns.ts";
import { eachPair } from "../enrollment-pairs.ts";
import { isAmong, isDeleted } from "../enrollments.ts";
import { spanOf } from "../intervals.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRoster12 } from "../one-roster.ts";
import type { CheckContext, Raised, RoleTable, Rule } from "../rule.ts";

/** Rows of one user at one org, where there are several. */
const groupRows = (roles: RoleTable): number[][] => {
  const user = columnOf(roles, "userSourcedId");
  const org = columnOf(roles, "orgSourcedId");
  const groups = new Map<number, number[]>();
  if (user === undefined || org === undefined) return [];
  const sizes = { classes: org.size, users: user.size };
  eachPair(org.codes, user.codes, sizes, roles.table.rows, (row, before) => {
    const group = groups.get(before) ?? [before];
    group.push(row);
    groups.set(before, group).set(row, group);
  });
  return [...new Set(groups.values())];
};

/** First rows of the users and orgs with two primary roles on a day, and of those with none but secondary ones. */
const findRows = (roles: RoleTable): { two: number[]; none: number[] } => {
  const isPrimary = isAmong(columnOf(roles, "roleType"), "primary");
  const isSecondary = isAmong(columnOf(roles, "roleType"), "secondary");
  const gone = isDeleted(roles);
  const { begin, end } = spanOf(columnOf(roles, "beginDate"), columnOf(roles, "endDate"));
  const found: { two: number[]; none: number[] } = { two: [], none: [] };
  const grouped = new Uint8Array(roles.table.rows);
  for (const group of groupRows(roles)) {
    for (const row of group) grouped[row] = 1;
    const current = group.filter((row) => !gone(row));
    const [first] = current;
    if (first === undefined) continue;
    const primaries = current.filter(isPrimary).sort((a, b) => begin(a) - begin(b));
    // In the order of their first days, a clash shows between the latest end so far and the next begin.
    let latest = 0;
    const clash = primaries.some((row) => {
      const clashes = begin(row) < latest;
      latest = Math.max(latest, end(row));
      return clashes;
    });
    if (clash) found.two.push(first);
    else if (current.every(isSecondary)) found.none.push(first);
  }
  for (let row = 0; row < roles.table.rows; row++) {
    if (grouped[row] === 0 && isSecondary(row) && !gone(row)) found.none.push(row);
  }
  return { two: found.two.sort((a, b) => a - b), none: found.none.sort((a, b) => a - b) };
};

/** Users of OneRoster 1.2 with two primary roles at one org at a time, or with secondary ones only. */
export const rule: Rule = {
  id: "primary-role-not-one",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "1EdTech OneRoster 1.2 CSV binding, roles.roleType: one, and only one, primary role for each org",
  certain: true,
  formats: oneRoster12,
  needs: (context: CheckContext) =>
    needColumns(context, { roles: ["userSourcedId", "orgSourcedId", "roleType"] }) ??
    needWhole(context, "roles"),
  *check(context) {
    const roles = context.files.get("roles");
    if (roles === undefined) return;
    const { two, none } = findRows(roles);
    const user = columnOf(roles, "userSourcedId");
    const raise = (rows: readonly number[], problem: string): Raised => ({
      count: rows.length,
      args: { file: roles.table.file.name, column: "roleType", problem },
      places: placesOfRows(roles, rows, user),
    });
    yield raise(two, "two");
    yield { ...raise(none, "none"), outcome: "warning", consequence: "none" };
  },
};
