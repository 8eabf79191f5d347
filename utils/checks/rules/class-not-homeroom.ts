import type { Column } from "../../table/table.ts";
import { columnOf, placesOf } from "../columns.ts";
import { homeroomFlags, isDeleted } from "../enrollments.ts";
import { needColumns } from "../needs.ts";
import type { RoleTable, Rule } from "../rule.ts";

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
    const others = findOthers(classes, id);
    yield {
      count: others.length,
      args: { file: classes.table.file.name, of: id.size },
      places: placesOf(classes, id, others),
    };
  },
};

const findOthers = (classes: RoleTable, id: Column): number[] => {
  const homeroom = homeroomFlags(classes, id);
  const gone = isDeleted(classes);
  const { firstRow, size } = id;
  const others: number[] = [];
  for (let code = 0; code < size; code++) {
    if (homeroom[code] === 0 && !gone(firstRow[code] as number)) others.push(code);
  }
  return others;
};
