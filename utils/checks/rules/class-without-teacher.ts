import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { deletedFlags, flagWords } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

/** Classes no teacher is enrolled in. For CLI Engage only homerooms count, since it creates no others. */
export const rule: Rule = {
  id: "class-without-teacher",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source:
    "CLI Engage, Universal Roster (wiki 1327497311): a class may be created before its teacher is known",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  needs: (context) =>
    needColumns(context, { classes: ["sourcedId"], enrollments: ["classSourcedId", "role"] }) ??
    needWhole(context, "enrollments"),
  *check(context) {
    const classes = context.files.get("classes");
    if (classes === undefined) return;
    const without = findWithout(context, classes);
    yield {
      count: without.length,
      args: { file: classes.table.file.name },
      places: placesOfRows(classes, without, columnOf(classes, "sourcedId")),
    };
  },
};

/** Rows of the classes without a teacher. Loops over rows stay out of generators, which run them slower. */
const findWithout = (context: CheckContext, classes: RoleTable): number[] => {
  const facts = enrollmentFacts(context);
  const id = columnOf(classes, "sourcedId");
  const klass = columnOf(facts?.file, "classSourcedId");
  if (facts === undefined || id === undefined || klass === undefined) return [];
  const done = new Uint8Array(id.size);
  joinCodes(klass, id).forEach((code, from) => {
    if (code >= 0 && facts.taught[from] === 1) done[code] = 1;
  });
  const onlyHomerooms = context.system === "cli-engage" || context.format.id === "cli-engage";
  const type = columnOf(classes, "classType");
  const isHomeroom = flagWords(type, "homeroom");
  const status = columnOf(classes, "status");
  const gone = deletedFlags(classes);
  const ids = id.codes;
  const without: number[] = [];
  for (let row = 0; row < classes.table.rows; row++) {
    const code = ids[row] as number;
    if (done[code] === 1 || gone[status?.codes[row] ?? 0] === 1) continue;
    if (onlyHomerooms && isHomeroom[type?.codes[row] ?? 0] === 0) continue;
    // A class listed twice is one class.
    done[code] = 1;
    without.push(row);
  }
  return without;
};
