import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { needColumns } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Enrollments at another school than their class's. */
export const rule: Rule = {
  id: "enrollment-school-differs",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, enrollments.schoolSourcedId and classes.schoolSourcedId",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) =>
    needColumns(context, {
      enrollments: ["classSourcedId", "schoolSourcedId"],
      classes: ["sourcedId", "schoolSourcedId"],
    }),
  *check(context) {
    const facts = enrollmentFacts(context);
    const klass = columnOf(facts?.file, "classSourcedId");
    const school = columnOf(facts?.file, "schoolSourcedId");
    const classSchool = columnOf(context.files.get("classes"), "schoolSourcedId");
    if (facts === undefined || klass === undefined || school === undefined) return;
    if (classSchool === undefined) return;
    const { file, schoolDiffers, lookups } = facts;
    yield {
      count: schoolDiffers.count,
      args: { file: file.table.file.name, column: school.name },
      places: placesOfRows(file, schoolDiffers.first, school, (row) =>
        classSchool.valueOf(lookups.schoolOfClass[klass.codes[row] as number] as number),
      ),
    };
  },
};
