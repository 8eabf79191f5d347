import { hashBytes, isSame } from "./bytes.ts";
import type { ColumnBuilder } from "./column-builder.ts";

/** A column of which nearly every value is new stops looking its values up: see `ColumnBuilder.distinct`. */
export const makeDistinct = (column: ColumnBuilder) => {
  column.distinct = true;
  column.slots = new Int32Array(0);
  column.mask = -1;
};

/**
 * Gives equal values of a distinct column one code, the first's, and closes the gaps: afterwards the column is as if
 * every value had been looked up. Values are compared within parts whose table stays in the cache.
 */
export const joinEqualValues = (column: ColumnBuilder, rows: number) => {
  column.distinct = false;
  const first = findFirstEquals(column);
  if (first !== undefined) closeGaps(column, first, rows);
  while (column.committed > 0 && column.counts[column.committed - 1] === 0) column.committed--;
};

/** Values in a part, about; a table of twice as many slots fits the first cache. */
const partSize = 2048;

/** For each code the first code of an equal value; undefined when all values differ. */
const findFirstEquals = ({ size, view, starts }: ColumnBuilder): Uint32Array | undefined => {
  const bits = Math.max(0, Math.ceil(Math.log2(size / partSize)));
  const parts = 1 << bits;
  const hashes = new Int32Array(size);
  const ends = new Uint32Array(parts + 1);
  const partOf = (hash: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));
  for (let code = 0; code < size; code++) {
    const hash = hashBytes(view, starts[code]!, starts[code + 1]!);
    hashes[code] = hash;
    const part = partOf(hash) + 1;
    ends[part] = ends[part]! + 1;
  }
  let largest = 0;
  for (let part = 0; part < parts; part++) {
    largest = Math.max(largest, ends[part + 1]!);
    ends[part + 1] = ends[part]! + ends[part + 1]!;
  }
  const order = new Uint32Array(size);
  const next = ends.slice();
  for (let code = 0; code < size; code++) {
    const part = partOf(hashes[code]!);
    order[next[part]!] = code;
    next[part] = next[part]! + 1;
  }
  let first: Uint32Array | undefined;
  const mask = 2 ** Math.ceil(Math.log2(largest * 2 + 2)) - 1;
  const slots = new Uint32Array(mask + 1);
  for (let part = 0; part < parts; part++) {
    slots.fill(0);
    const end = ends[part + 1]!;
    for (let index = ends[part]!; index < end; index++) {
      const code = order[index]!;
      const hash = hashes[code]!;
      let slot = hash & mask;
      for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const other = slots[slot]! - 1;
        if (hashes[other] !== hash || !isEqual(view, starts, other, code)) continue;
        first ??= Uint32Array.from({ length: size }, (_, each) => each);
        first[code] = other;
        break;
      }
      if (slots[slot] === 0) slots[slot] = code + 1;
    }
  }
  return first;
};

const isEqual = (view: DataView, starts: Uint32Array, one: number, other: number): boolean => {
  const length = starts[one + 1]! - starts[one]!;
  if (starts[other + 1]! - starts[other]! !== length) return false;
  return isSame(view, starts[one]!, view, starts[other]!, length);
};

const closeGaps = (column: ColumnBuilder, first: Uint32Array, rows: number) => {
  const { size, arena, starts, counts, firstRow, codes } = column;
  const codeNow = new Uint32Array(size);
  let kept = 0;
  let valueStart = 0;
  // Values between two that go move together: one copy a gap.
  let blockStart = 0;
  let written = 0;
  const moveBlock = (end: number) => {
    if (written !== blockStart) arena.copyWithin(written, blockStart, end);
    written += end - blockStart;
  };
  for (let code = 0; code < size; code++) {
    const valueEnd = starts[code + 1]!;
    const earlier = first[code]!;
    if (earlier === code) {
      codeNow[code] = kept;
      counts[kept] = counts[code]!;
      firstRow[kept] = firstRow[code]!;
      starts[kept + 1] = starts[kept]! + valueEnd - valueStart;
      kept++;
    } else {
      const now = codeNow[earlier]!;
      codeNow[code] = now;
      counts[now] = counts[now]! + counts[code]!;
      moveBlock(valueStart);
      blockStart = valueEnd;
    }
    valueStart = valueEnd;
  }
  moveBlock(valueStart);
  for (let row = 0; row < rows; row++) codes[row] = codeNow[codes[row]!]!;
  column.size = kept;
  column.committed = kept;
};
