import { findClassesWithout } from "../classes-without.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { needColumns, needWhole } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Classes no teacher is enrolled in. For CLI Engage only homerooms count, since it creates no others. */
export const rule: Rule = {
  id: "class-without-teacher",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source:
    "CLI Engage, Universal Roster (wiki 1327497311): a class may be created before its teacher is known",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) =>
    needColumns(context, { classes: ["sourcedId"], enrollments: ["classSourcedId", "role"] }) ??
    needWhole(context, "enrollments"),
  *check(context) {
    const classes = context.files.get("classes");
    if (classes === undefined) return;
    const facts = enrollmentFacts(context);
    if (facts === undefined) return;
    const without = findClassesWithout(context, classes, (klass) => facts.taught[klass] === 1);
    yield {
      count: without.length,
      args: { file: classes.table.file.name },
      places: placesOfRows(classes, without, columnOf(classes, "sourcedId")),
    };
  },
};
