import type { Codes, Column } from "../table/table.ts";
import type { RoleTable } from "./rule.ts";

/** The first row from `row` on whose code is flagged; `rows` when there is none. */
export const nextFlagged = (codes: Codes, flags: Uint8Array, row: number, rows: number): number => {
  let at = row;
  while (at < rows && flags[codes[at] as number] !== 1) at++;
  return at;
};

/** Up to so many values are looked for one by one, which the engine does faster than any loop of ours. */
const few = 4;

/** The rows that hold any of these ascending codes, in the file's order, found only as far as they are asked for. */
export function* rowsWith(file: RoleTable, column: Column, codes: readonly number[]): Generator<number> {
  const { counts, firstRow } = column;
  if (codes.every((code) => counts[code] === 1)) {
    // Each value stands in one row, which is known; codes are in the order of their first rows.
    for (const code of codes) yield firstRow[code] as number;
    return;
  }
  if (codes.length <= few) {
    yield* mergeRows(column, codes);
    return;
  }
  const { rows } = file.table;
  const flags = new Uint8Array(column.size);
  let left = 0;
  let row = rows;
  for (const code of codes) {
    flags[code] = 1;
    left += column.counts[code] as number;
    row = Math.min(row, column.firstRow[code] as number);
  }
  for (; left > 0 && row < rows; row++) {
    row = nextFlagged(column.codes, flags, row, rows);
    if (row < rows) yield row;
    left--;
  }
}

function* mergeRows({ codes, counts, firstRow }: Column, wanted: readonly number[]): Generator<number> {
  const next = wanted.map((code) => ({
    code,
    row: firstRow[code] as number,
    left: counts[code] as number,
  }));
  for (;;) {
    let nearest: (typeof next)[number] | undefined;
    for (const one of next) {
      if (one.left > 0 && (nearest === undefined || one.row < nearest.row)) nearest = one;
    }
    if (nearest === undefined) return;
    yield nearest.row;
    nearest.left--;
    if (nearest.left > 0) nearest.row = codes.indexOf(nearest.code, nearest.row + 1);
  }
}
