import { isBlank, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { needClaims, readClaims } from "../ohio-claims.ts";
import { readMembers } from "../ohio-members.ts";
import type { Rule } from "../rule.ts";

/** Claims of a student whom enrollments.csv does not have in the class; a class it does not have at all is left out. */
export const rule: Rule = {
  id: "ohio-claim-not-in-class",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "school",
  source:
    "Ohio Department of Education, 2018 Roster Verification Guidelines, Missing Students in Class Roster",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needClaims(context) ?? needColumns(context, { enrollments: ["class_id", "ssid"] }),
  *check(context) {
    const claims = readClaims(context);
    const members = claims && readMembers(context, claims);
    if (claims === undefined || members === undefined) return;
    const { file, student, klass, isClaim } = claims;
    const rows: number[] = [];
    const students = new Set<number>();
    for (let row = 0; row < file.table.rows; row++) {
      const who = student.codes[row] as number;
      if (!isClaim(row) || isBlank(student, who) || !members.hasClass(row)) continue;
      if (members.rowsOf(row).length > 0) continue;
      rows.push(row);
      students.add(who);
    }
    yield {
      count: rows.length,
      args: {
        file: file.table.file.name,
        target: members.file.table.file.name,
        students: students.size,
      },
      places: placesOfRows(file, rows, student, (row) => klass.valueOf(klass.codes[row] as number)),
    };
  },
};
