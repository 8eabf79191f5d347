import type { Table } from "../table/table.ts";

/**
 * The lines of rows that ascend. A table looks each up; but rows between two that are as far from their lines are as far from
 * theirs, because lines only shift downwards.
 */
export const linesOf = (table: Pick<Table, "lineOf">, rows: readonly number[]): Uint32Array => {
  const lines = new Uint32Array(rows.length);
  const rowAt = (at: number) => rows[at] as number;
  const shiftAt = (at: number) => table.lineOf(rowAt(at)) - rowAt(at);
  const fill = (from: number, to: number, first: number, last: number): void => {
    if (first === last || to - from < 2) {
      lines[from] = rowAt(from) + first;
      for (let at = from + 1; at <= to; at++) lines[at] = rowAt(at) + last;
      return;
    }
    const middle = (from + to) >> 1;
    const shift = shiftAt(middle);
    fill(from, middle, first, shift);
    fill(middle, to, shift, last);
  };
  if (rows.length > 0) fill(0, rows.length - 1, shiftAt(0), shiftAt(rows.length - 1));
  return lines;
};
