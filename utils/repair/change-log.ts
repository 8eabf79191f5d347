import { nextFlagged } from "../checks/rows.ts";
import type { Column } from "../table/table.ts";
import type { CellChange, FilePlan, RepairKind, RepairPlan } from "./repair.ts";

/** One change of the copy against the original. Line is that of the original, 0 for a file as a whole. */
export type Change = {
  file: string;
  line: number;
  column: string;
  before: string;
  after: string;
  kinds: readonly RepairKind[];
};

/** A column in which something changes: its codes are flagged, and `next` is the next row that holds one. */
type Watched = { column: Column; flags: Uint8Array; cells: ReadonlyMap<number, CellChange>; next: number };

const watch = ({ file: { table }, cells }: FilePlan): Watched[] =>
  [...cells].flatMap(([index, changed]) => {
    const column = table.columns[index];
    if (column === undefined) return [];
    const flags = new Uint8Array(column.size);
    for (const code of changed.keys()) flags[code] = 1;
    return [{ column, flags, cells: changed, next: nextFlagged(column.codes, flags, 0, table.rows) }];
  });

/** Every change of one file: the file itself, its header, then its rows from top to bottom. */
export function* changesOf(plan: FilePlan): Generator<Change> {
  const { table } = plan.file;
  const file = table.file.name;
  for (const { kind, before, after, line = 0, column = "" } of plan.changes) {
    yield { file, line, column, before, after, kinds: [kind] };
  }
  const watched = watch(plan);
  const empty = plan.emptyRows.values();
  let emptyRow = empty.next().value ?? table.rows;
  for (;;) {
    const row = watched.reduce((least, { next }) => Math.min(least, next), emptyRow);
    if (row >= table.rows) return;
    const line = table.lineOf(row);
    // What stood in a row that is left out was blank.
    const isEmpty = row === emptyRow;
    if (isEmpty) {
      yield { file, line, column: "", before: "", after: "", kinds: ["empty-row"] };
      emptyRow = empty.next().value ?? table.rows;
    }
    for (const one of watched) {
      if (one.next !== row) continue;
      const { column, flags, cells } = one;
      const code = column.codes[row] as number;
      const change = cells.get(code);
      if (change !== undefined && !isEmpty) {
        const { value: after, kinds } = change;
        yield { file, line, column: column.name, before: column.valueOf(code), after, kinds };
      }
      one.next = nextFlagged(column.codes, flags, row + 1, table.rows);
    }
  }
}

/** How many cells, rows or facts of a file each kind of repair changes; no row is read for it. */
export const countChanges = ({ files }: RepairPlan): { file: string; kind: RepairKind; count: number }[] =>
  files.flatMap((plan) => {
    const counts = new Map<RepairKind, number>();
    const add = (kind: RepairKind, count: number) => {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    };
    for (const { kind } of plan.changes) add(kind, 1);
    add("empty-row", plan.emptyRows.length);
    for (const [index, changed] of plan.cells) {
      const column = plan.file.table.columns[index];
      if (column === undefined) continue;
      const inEmptyRows = new Map<number, number>();
      for (const row of plan.emptyRows) {
        const code = column.codes[row] as number;
        inEmptyRows.set(code, (inEmptyRows.get(code) ?? 0) + 1);
      }
      for (const [code, { kinds }] of changed) {
        const rows = (column.counts[code] as number) - (inEmptyRows.get(code) ?? 0);
        for (const kind of kinds) add(kind, rows);
      }
    }
    return [...counts].map(([kind, count]) => ({ file: plan.file.table.file.name, kind, count }));
  });
