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

/** The first row from `row` on that has this code; there is one. Of codes of a byte, four are looked at together. */
const nextWith = (codes: Codes, code: number, row: number): number => {
  const aligned = row + (-(codes.byteOffset + row) & 3);
  const count = (codes.length - aligned) >> 2;
  if (!(codes instanceof Uint8Array) || count <= 0) return codes.indexOf(code, row);
  for (let at = row; at < aligned; at++) if (codes[at] === code) return at;
  const words = new Int32Array(codes.buffer, codes.byteOffset + aligned, count);
  const same = Math.imul(code, 0x01010101);
  let from = 0;
  while (from < count && !hasWord(words, same, from, Math.min(from + step, count))) from += step;
  return codes.indexOf(code, aligned + from * 4);
};

/** One call looks at so many words: the engine makes a short function fast sooner than a long loop. */
const step = 512;

/** Whether words[from .. until) may have the byte of which `same` has four: what is zero borrows from its upper bit. */
const hasWord = (words: Int32Array, same: number, from: number, until: number): boolean => {
  let zeros = 0;
  for (let at = from; at < until; at++) {
    const word = (words[at] as number) ^ same;
    zeros |= (word - 0x01010101) & ~word;
  }
  return (zeros & 0x80808080) !== 0;
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
    if (nearest.left > 0) nearest.row = nextWith(codes, nearest.code, nearest.row + 1);
  }
}
