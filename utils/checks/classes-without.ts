import { columnOf } from "./columns.ts";
import { enrollmentFacts } from "./enrollment-facts.ts";
import { deletedFlags, flagWords } from "./enrollments.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/**
 * First rows of the classes that `has` does not name, by code of the enrollments' class column. For CLI Engage only
 * homerooms count, since it creates no others. A class listed twice is one class. Loops over rows stay out of generators,
 * which run them slower.
 */
export const findClassesWithout = (
  context: CheckContext,
  classes: RoleTable,
  has: (klass: number) => boolean,
): number[] => {
  const id = columnOf(classes, "sourcedId");
  const klass = columnOf(enrollmentFacts(context)?.file, "classSourcedId");
  if (id === undefined || klass === undefined) return [];
  const done = new Uint8Array(id.size);
  joinCodes(klass, id).forEach((code, from) => {
    if (code >= 0 && has(from)) done[code] = 1;
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
    done[code] = 1;
    without.push(row);
  }
  return without;
};
