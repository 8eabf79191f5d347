import type { Codes, Column } from "../table/table.ts";
import type { RoleTable } from "./rule.ts";

/** Rows that are looked at together, and how many before that one by one, as is best where many are flagged. */
const block = new Uint32Array(1024);
const near = 16;

/** The first row from `row` on whose code is flagged; `rows` when there is none. */
export const nextFlagged = (codes: Codes, flags: Uint8Array, row: number, rows: number): number => {
  let at = row;
  for (const until = Math.min(row + near, rows); at < until; at++) {
    if (flags[codes[at] as number] === 1) return at;
  }
  while (at < rows) {
    const count = Math.min(block.length, rows - at);
    // The engine copies and widens far faster than a loop reads arrays of three kinds.
    block.set(codes.subarray(at, at + count));
    const found = firstFlagged(flags, count);
    if (found < count) return at + found;
    at += count;
  }
  return rows;
};

const firstFlagged = (flags: Uint8Array, count: number): number => {
  let at = 0;
  for (const until = count - 3; at < until; at += 4) {
    const any =
      (flags[block[at] as number] as number) |
      (flags[block[at + 1] as number] as number) |
      (flags[block[at + 2] as number] as number) |
      (flags[block[at + 3] as number] as number);
    if (any !== 0) break;
  }
  while (at < count && flags[block[at] as number] !== 1) at++;
  return at;
};

/** Up to so many values are looked for one by one, which the engine does faster than any loop of ours. */
const few = 4;

/** The rows that hold any of these ascending codes, in the file's order, found only as far as they are asked for. */
export function* rowsWith(file: RoleTable, column: Column, codes: readonly number[]): Generator<number> {
  const { counts, firstRow } = column;
  const several: number[] = [];
  for (let at = 0; at < codes.length && several.length <= few; at++) {
    if (counts[codes[at] as number] !== 1) several.push(codes[at] as number);
  }
  if (several.length === 0) {
    // Each value stands in one row, which is known; codes are in the order of their first rows.
    for (let at = 0; at < codes.length; at++) yield firstRow[codes[at] as number] as number;
    return;
  }
  if (several.length <= few) {
    yield* mergeRows(column, codes, several);
    return;
  }
  const { rows } = file.table;
  const flags = new Uint8Array(column.size);
  let left = 0;
  let row = rows;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
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

/** All rows of the ascending codes `wanted`, of which `several` are those that stand in more than one row. */
function* mergeRows(
  { codes, counts, firstRow }: Column,
  wanted: readonly number[],
  several: readonly number[],
): Generator<number> {
  const next = several.map((code) => ({
    code,
    row: firstRow[code] as number,
    left: counts[code] as number,
  }));
  for (let index = 0; ; ) {
    while (index < wanted.length && counts[wanted[index] as number] !== 1) index++;
    const single =
      index < wanted.length ? (firstRow[wanted[index] as number] as number) : Number.POSITIVE_INFINITY;
    let nearest: (typeof next)[number] | undefined;
    for (const one of next) {
      if (one.left > 0 && (nearest === undefined || one.row < nearest.row)) nearest = one;
    }
    if (nearest === undefined || single < nearest.row) {
      if (index === wanted.length) return;
      yield single;
      index++;
      continue;
    }
    yield nearest.row;
    nearest.left--;
    if (nearest.left > 0) nearest.row = codes.indexOf(nearest.code, nearest.row + 1);
  }
}
