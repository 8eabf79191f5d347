import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

const findRows = (
  count: number,
  klass: Column,
  school: Column,
  expected: Int32Array,
  schoolOf: Int32Array,
): number[] => {
  const found: number[] = [];
  const classes = klass.codes;
  const schools = school.codes;
  for (let row = 0; row < count; row++) {
    const wanted = expected[classes[row] as number] as number;
    if (wanted >= 0 && schoolOf[schools[row] as number] !== wanted) found.push(row);
  }
  return found;
};

/** Enrollments at another school than their class's. */
export const rule: Rule = {
  id: "enrollment-school-differs",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, enrollments.schoolSourcedId and classes.schoolSourcedId",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  needs: (context) =>
    needColumns(context, {
      enrollments: ["classSourcedId", "schoolSourcedId"],
      classes: ["sourcedId", "schoolSourcedId"],
    }),
  *check(context) {
    const enrollments = context.files.get("enrollments");
    const classes = context.files.get("classes");
    const klass = columnOf(enrollments, "classSourcedId");
    const school = columnOf(enrollments, "schoolSourcedId");
    const classId = columnOf(classes, "sourcedId");
    const classSchool = columnOf(classes, "schoolSourcedId");
    if (enrollments === undefined || klass === undefined || school === undefined) return;
    if (classId === undefined || classSchool === undefined) return;
    const classOf = joinCodes(klass, classId);
    const schoolOf = joinCodes(school, classSchool);
    const blank = school.codeOf("");
    // Per class of an enrollment: the class's school, or -1 where there is no one school to compare with.
    const expected = Int32Array.from(classOf, (found) =>
      found < 0 || (classId.counts[found] as number) > 1
        ? -1
        : (classSchool.codes[classId.firstRow[found] as number] as number),
    );
    const rows = findRows(enrollments.table.rows, klass, school, expected, schoolOf).filter(
      (row) => school.codes[row] !== blank,
    );
    yield {
      count: rows.length,
      args: { file: enrollments.table.file.name, column: school.name },
      places: placesOfRows(enrollments, rows, school, (row) =>
        classSchool.valueOf(expected[klass.codes[row] as number] as number),
      ),
    };
  },
};
