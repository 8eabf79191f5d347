import type { Codes, Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { enrollmentFacts } from "./enrollment-facts.ts";
import { deletedFlags, flagWords } from "./enrollments.ts";
import { joinCodes } from "./references.ts";
import { nextFlagged } from "./rows.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

type Counted = {
  /** First rows of the classes that count, in the file's order. */
  rows: readonly number[];
  /** By code of classes.sourcedId: the code of the enrollments' class column, or -1. */
  klassOf: Int32Array;
  ids: Codes;
};

const memo = new WeakMap<CheckContext, Counted>();

/** The classes that count; worked out once a check. */
const countedClasses = (context: CheckContext, classes: RoleTable, id: Column, klass: Column): Counted => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const klassOf = new Int32Array(id.size).fill(-1);
  const join = joinCodes(klass, id);
  for (let from = 0; from < join.length; from++) {
    const code = join[from] as number;
    if (code >= 0) klassOf[code] = from;
  }
  const made = { rows: findCounted(context, classes, id), klassOf, ids: id.codes };
  memo.set(context, made);
  return made;
};

const findCounted = (context: CheckContext, classes: RoleTable, id: Column): number[] => {
  const onlyHomerooms = context.system === "cli-engage" || context.format.id === "cli-engage";
  const type = columnOf(classes, "classType");
  const counts = flagWords(type, "homeroom");
  if (!onlyHomerooms) counts.fill(1);
  const gone = deletedFlags(classes);
  const { rows } = classes.table;
  // An absent column is blank in every row.
  const types = type?.codes ?? new Uint8Array(rows);
  const statuses = columnOf(classes, "status")?.codes ?? new Uint8Array(rows);
  const ids = id.codes;
  const done = new Uint8Array(id.size);
  const found: number[] = [];
  for (
    let row = nextFlagged(types, counts, 0, rows);
    row < rows;
    row = nextFlagged(types, counts, row + 1, rows)
  ) {
    const code = ids[row] as number;
    if (done[code] === 1 || gone[statuses[row] as number] === 1) continue;
    done[code] = 1;
    found.push(row);
  }
  return found;
};

/**
 * First rows of the classes that `has` does not name, by code of the enrollments' class column. For CLI Engage only
 * homerooms count, since it creates no others. A class listed twice is one class.
 */
export const findClassesWithout = (
  context: CheckContext,
  classes: RoleTable,
  has: (klass: number) => boolean,
): number[] => {
  const id = columnOf(classes, "sourcedId");
  const klass = columnOf(enrollmentFacts(context)?.file, "classSourcedId");
  if (id === undefined || klass === undefined) return [];
  const { rows, klassOf, ids } = countedClasses(context, classes, id, klass);
  return rows.filter((row) => {
    const code = klassOf[ids[row] as number] as number;
    return code < 0 || !has(code);
  });
};
