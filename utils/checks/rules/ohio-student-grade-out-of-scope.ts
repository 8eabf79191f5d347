import { gradesOf, readGrade } from "../../formats/ohio-subjects.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { needClaims, readClaims } from "../ohio-claims.ts";
import type { Rule } from "../rule.ts";

/**
 * Claims of a student in a grade in which the subject is not verified. A high school course is verified for all its
 * students, whatever their grade. Counted are claims.
 */
export const rule: Rule = {
  id: "ohio-student-grade-out-of-scope",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Participating Individuals",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needClaims(context) ?? needColumns(context, { claims: ["grade_level"] }),
  *check(context) {
    const claims = readClaims(context);
    const grade = columnOf(claims?.file, "grade_level");
    if (claims === undefined || grade === undefined) return;
    const { file, subjectOf, subjects, isClaim } = claims;
    const grades = subjects.map(gradesOf);
    const numbers = Array.from({ length: grade.size }, (_, code) => readGrade(grade.valueOf(code)));
    const rows: number[] = [];
    const inSubjects = new Set<number>();
    for (let row = 0; row < file.table.rows; row++) {
      const subject = subjectOf(row);
      const allowed = subject < 0 ? undefined : grades[subject];
      const own = numbers[grade.codes[row] as number];
      if (allowed === undefined || own === undefined || allowed.includes(own) || !isClaim(row)) continue;
      rows.push(row);
      inSubjects.add(subject);
    }
    yield {
      count: rows.length,
      args: {
        file: file.table.file.name,
        column: grade.name,
        subjects: [...inSubjects]
          .map((one) => subjects[one])
          .sort()
          .join(", "),
      },
      places: placesOfRows(file, rows, grade, (row) => subjects[subjectOf(row)]),
    };
  },
};
