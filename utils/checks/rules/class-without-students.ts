import { findClassesWithout } from "../classes-without.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { fewLack } from "../nearly-all.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** Classes with a teacher and without a student, where nearly all have some: before a term begins many are empty. Classes without either are reported for their teacher. */
export const rule: Rule = {
  id: "class-without-students",
  outcome: "note",
  consequence: "none",
  whoCanFix: "school",
  source: "Rosterguard",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, { classes: ["sourcedId"], enrollments: ["classSourcedId", "role"] }) ??
    needWhole(context, "enrollments"),
  *check(context) {
    const classes = context.files.get("classes");
    const facts = enrollmentFacts(context);
    if (classes === undefined || facts === undefined) return;
    const without = new Set(findClassesWithout(context, classes, (klass) => facts.attended[klass] === 1));
    // One cause, one finding: nobody at all is what class-without-teacher says.
    for (const row of findClassesWithout(context, classes, (klass) => facts.taught[klass] === 1)) {
      without.delete(row);
    }
    if (!fewLack(without.size, classes.table.rows)) return;
    yield {
      count: without.size,
      args: { file: classes.table.file.name },
      places: placesOfRows(classes, without, columnOf(classes, "sourcedId")),
    };
  },
};
