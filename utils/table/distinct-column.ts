import { freeArray, hashBytes, isSame } from "./bytes.ts";
import { type ColumnBuilder, makeSlots } from "./column-builder.ts";
import {
  createHashMarks,
  createMetAgain,
  markHash,
  marksOfMetAgain,
  mayBeMarked,
  noteMetAgain,
} from "./hash-marks.ts";

/** A column of which nearly every value is new stops looking its values up: see `ColumnBuilder.distinct`. */
export const makeDistinct = (column: ColumnBuilder) => {
  column.distinct = true;
  column.slots = new Int32Array(0);
  column.mask = -1;
};

/**
 * Gives equal values of a distinct column one code, the first's, and closes the gaps: afterwards the column is as if
 * every value had been looked up.
 */
export const joinEqualValues = (column: ColumnBuilder, rows: number) => {
  column.distinct = false;
  const first = findFirstEquals(column);
  if (first !== undefined) {
    closeGaps(column, first, rows);
    freeArray(first);
  }
  while (column.committed > 0 && column.counts[column.committed - 1] === 0) column.committed--;
};

/** Whether more than `share` of a distinct column's values are equal to an earlier one. */
export const repeatsMany = ({ size, view, starts }: ColumnBuilder, share: number): boolean => {
  // Four times the bits, so that hardly one is taken for another.
  const marks = createHashMarks(size * 4);
  let met = 0;
  for (let code = 0; code < size; code++)
    if (markHash(marks, hashBytes(view, starts[code]!, starts[code + 1]!))) met++;
  freeArray(marks.bits);
  return met > size * share;
};

/** Looks the values of a distinct column up again: from now on, and those that are there. */
export const endDistinct = (column: ColumnBuilder, rows: number) => {
  joinEqualValues(column, rows);
  makeSlots(column);
};

/**
 * For each code the first code of an equal value; undefined when all values differ. A bit a hash tells the few values
 * that may be equal to an earlier one; only those and their partners are looked up.
 */
const findFirstEquals = (column: ColumnBuilder): Uint32Array | undefined => {
  const { size, view, starts } = column;
  const hashes = new Int32Array(size);
  const marks = createHashMarks(size);
  const met = createMetAgain(size);
  for (let code = 0; code < size; code++) {
    const hash = hashBytes(view, starts[code]!, starts[code + 1]!);
    hashes[code] = hash;
    if (markHash(marks, hash)) noteMetAgain(met, hash);
  }
  const again = marksOfMetAgain(marks, met);
  let shared = 0;
  for (let code = 0; code < size; code++) if (mayBeMarked(again, hashes[code]!)) shared++;
  let first: Uint32Array | undefined;
  const mask = 2 ** Math.ceil(Math.log2(shared * 2 + 1)) - 1;
  const slots = new Uint32Array(mask + 1);
  for (let code = 0; code < size; code++) {
    const hash = hashes[code]!;
    if (!mayBeMarked(again, hash)) continue;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = slots[slot]! - 1;
      if (hashes[other] !== hash || !isEqual(view, starts, other, code)) continue;
      first ??= countUp(size);
      first[code] = other;
      break;
    }
    if (slots[slot] === 0) slots[slot] = code + 1;
  }
  for (const array of [hashes, slots, again.bits]) freeArray(array);
  return first;
};

const countUp = (size: number): Uint32Array => {
  const numbers = new Uint32Array(size);
  for (let index = 0; index < size; index++) numbers[index] = index;
  return numbers;
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
  freeArray(codeNow);
  // What comes next begins to be counted at nothing.
  counts.fill(0, kept, size);
  column.size = kept;
  column.committed = kept;
};
