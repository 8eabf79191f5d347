import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { needColumns } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

const findRows = (
  count: number,
  user: Column,
  kind: Column,
  isStudent: Int8Array,
  wrong: Int8Array,
): number[] => {
  const found: number[] = [];
  const users = user.codes;
  const kinds = kind.codes;
  for (let row = 0; row < count; row++) {
    if (isStudent[users[row] as number] === wrong[kinds[row] as number]) found.push(row);
  }
  return found;
};

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
    const users = context.files.get("users");
    const enrollments = context.files.get("enrollments");
    const id = columnOf(users, "sourcedId");
    const role = columnOf(users, "role");
    const user = columnOf(enrollments, "userSourcedId");
    if (enrollments === undefined || id === undefined || role === undefined || user === undefined) return;
    const kind = columnOf(enrollments, "role");
    if (kind === undefined) return;
    const userOf = joinCodes(user, id);
    const roleOf = (code: number): number => {
      const found = userOf[code] as number;
      // Somebody listed twice has no one role to compare with.
      if (found < 0 || (id.counts[found] as number) > 1) return -1;
      return role.codes[id.firstRow[found] as number] as number;
    };
    const student = role.codeOf("student");
    const isStudent = Int8Array.from({ length: user.size }, (_, code) => {
      const own = roleOf(code);
      return own < 0 ? -1 : own === student ? 1 : 0;
    });
    // Per role of an enrollment, what the person may not be.
    const wrong = new Int8Array(kind.size).fill(2);
    for (const [word, not] of [
      ["student", 0],
      ["teacher", 1],
    ] as const) {
      const code = kind.codeOf(word);
      if (code >= 0) wrong[code] = not;
    }
    const gone = isDeleted(enrollments);
    const rows = findRows(enrollments.table.rows, user, kind, isStudent, wrong).filter((row) => !gone(row));
    yield {
      count: rows.length,
      args: { file: enrollments.table.file.name, column: "role" },
      places: placesOfRows(enrollments, rows, kind, (row) => role.valueOf(roleOf(user.codes[row] as number))),
    };
  },
};
