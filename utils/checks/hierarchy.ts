import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** Rows that name a parent in their own file: orgs and academic sessions. */
export type Hierarchy = {
  file: RoleTable;
  id: Column;
  parent: Column;
  /** By code of `id`: the code of its parent, or -1 where it has none, or nobody knows which. */
  up: Int32Array;
};

/** The files whose rows have parents. */
export const hierarchies = ["academicSessions", "orgs"] as const;
export type HierarchyRole = (typeof hierarchies)[number];

/** The hierarchy of a file; undefined without its columns. What is listed twice has no one parent, and is nobody's. */
export const readHierarchy = (context: CheckContext, role: HierarchyRole): Hierarchy | undefined => {
  const file = context.files.get(role);
  const id = columnOf(file, "sourcedId");
  const parent = columnOf(file, "parentSourcedId");
  if (file === undefined || id === undefined || parent === undefined) return undefined;
  const up = new Int32Array(id.size).fill(-1);
  const parentOf = joinCodes(parent, id);
  for (let code = 0; code < id.size; code++) {
    if ((id.counts[code] as number) > 1) continue;
    const found = parentOf[parent.codes[id.firstRow[code] as number] as number] as number;
    if (found >= 0 && id.counts[found] === 1) up[code] = found;
  }
  return { file, id, parent, up };
};

/** Codes that come back to themselves when parents are followed, ascending. */
export const findCycles = ({ up }: Hierarchy): number[] => {
  // 0 not seen, otherwise the number of the walk that came by.
  const seen = new Int32Array(up.length);
  const inCycle: number[] = [];
  for (let start = 0; start < up.length; start++) {
    let at = start;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1;
      at = up[at] as number;
    }
    if (at < 0 || seen[at] !== start + 1) continue;
    const first = at;
    do {
      inCycle.push(at);
      at = up[at] as number;
    } while (at !== first);
  }
  return inCycle.sort((a, b) => a - b);
};

/** Calls `visit` with a code and all above it, nearest first, until it returns true; a cycle ends where it began. */
export const someUpward = (
  { up }: Pick<Hierarchy, "up">,
  from: number,
  visit: (code: number) => boolean,
): boolean => {
  for (let at = from, steps = 0; at >= 0 && steps <= up.length; at = up[at] as number, steps++) {
    if (visit(at)) return true;
  }
  return false;
};

/** The value of another column in the one row of a key. */
export const cellOf = ({ id }: Hierarchy, column: Column, code: number): string =>
  column.valueOf(column.codes[id.firstRow[code] as number] as number);
