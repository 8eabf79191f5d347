import { columnOf, placesOfRows } from "../columns.ts";
import { isAmong, isDeleted } from "../enrollments.ts";
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
    const users = context.files.get("users");
    const enrollments = context.files.get("enrollments");
    const id = columnOf(users, "sourcedId");
    const role = columnOf(users, "role");
    const user = columnOf(enrollments, "userSourcedId");
    if (enrollments === undefined || id === undefined || role === undefined || user === undefined) return;
    const userOf = joinCodes(user, id);
    const student = role.codeOf("student");
    const asStudent = isAmong(columnOf(enrollments, "role"), "student");
    const asTeacher = isAmong(columnOf(enrollments, "role"), "teacher");
    const gone = isDeleted(enrollments);
    const roleOf = (row: number): number => {
      const found = userOf[user.codes[row] as number] as number;
      if (found < 0 || (id.counts[found] as number) > 1) return -1;
      return role.codes[id.firstRow[found] as number] as number;
    };
    const rows: number[] = [];
    for (let row = 0; row < enrollments.table.rows; row++) {
      const own = roleOf(row);
      if (own < 0 || gone(row)) continue;
      if ((asStudent(row) && own !== student) || (asTeacher(row) && own === student)) rows.push(row);
    }
    yield {
      count: rows.length,
      args: { file: enrollments.table.file.name, column: "role" },
      places: placesOfRows(enrollments, rows, columnOf(enrollments, "role"), (row) =>
        role.valueOf(roleOf(row)),
      ),
    };
  },
};
