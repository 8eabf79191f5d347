import { columnOf, placesOf } from "../columns.ts";
import { homeroomFlags, isDeleted } from "../enrollments.ts";
import { needColumns } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Classes that are no homerooms: CLI Engage ignores them and the enrollments in them. Not wrong, but good to know. */
export const rule: Rule = {
  id: "class-not-homeroom",
  outcome: "note",
  consequence: "row-dropped",
  whoCanFix: "lea-data-team",
  source: "CLI Engage, What are the requirements for Automated Rostering (pages/141230089)",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  systems: ["cli-engage"],
  needs: (context) => needColumns(context, { classes: ["sourcedId", "classType"] }),
  *check(context) {
    const classes = context.files.get("classes");
    const id = columnOf(classes, "sourcedId");
    if (classes === undefined || id === undefined) return;
    const homeroom = homeroomFlags(classes, id);
    const gone = isDeleted(classes);
    const others: number[] = [];
    for (let code = 0; code < id.size; code++) {
      if (homeroom[code] === 0 && !gone(id.firstRow[code] as number)) others.push(code);
    }
    yield {
      count: others.length,
      args: { file: classes.table.file.name, of: id.size },
      places: placesOf(classes, id, others),
    };
  },
};
