import { findClassesWithout } from "../classes-without.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { fewLack } from "../nearly-all.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** Classes with teachers of whom none is the primary one, where nearly all classes have one. */
export const rule: Rule = {
  id: "class-without-primary-teacher",
  outcome: "note",
  consequence: "none",
  whoCanFix: "school",
  source: "IMS OneRoster CSV tables, enrollments.primary: true for one teacher of a class",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, { classes: ["sourcedId"], enrollments: ["classSourcedId", "role", "primary"] }) ??
    needWhole(context, "enrollments"),
  *check(context) {
    const classes = context.files.get("classes");
    const facts = enrollmentFacts(context);
    if (classes === undefined || facts === undefined) return;
    const { primaryOf, taught } = facts;
    const without = new Set(findClassesWithout(context, classes, (klass) => primaryOf[klass] !== -1));
    for (const row of findClassesWithout(context, classes, (klass) => taught[klass] === 1)) {
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
