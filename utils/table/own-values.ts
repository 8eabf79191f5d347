import { freeArray, hashBytes } from "./bytes.ts";
import { addValue, type ColumnBuilder } from "./column-builder.ts";

/**
 * A column whose values need only be told apart: a key that nothing refers to. Nearly all of its values are plain tokens,
 * each in a row of its own; of those only a hash is kept, and they share one code. What is not plain is kept as text like
 * everywhere else, and so is, once the file is read, every token that stands in two rows: it is read again, from the last
 * marked row on.
 */
export type OwnValues = {
  /** The code that the tokens share, -1 before the first. */
  code: number;
  /** A hash a row, and eight bits of another; of rows without a token they mean nothing. */
  hashes: Int32Array;
  moreBits: Uint8Array;
  /** Rows that are marked, ascending: of any `markEvery` rows in which there is a token, one that is not after it. */
  marks: number;
  markedRows: Uint32Array;
  /** Where in the file each of them begins. */
  markedAt: Float64Array;
  /** The first row that a mark may be set on. */
  nextMark: number;
};

/** So many rows share a mark: 5.2 bytes a row in all, and 8 kB or so to read again for one token. */
const markEvery = 64;

/** Below this length a token may be a number or a date that a spreadsheet left: it is kept as text. */
const leastToken = 11;
const mostToken = 255;

/** 1 for the bytes of tokens: those of a OneRoster GUID. */
export const tokenBytes = new Uint8Array(256);
for (const char of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./@_-") {
  tokenBytes[char.charCodeAt(0)] = 1;
}

export const isTokenLength = (length: number): boolean => length >= leastToken && length <= mostToken;

export const createOwnValues = (rows = 8192): OwnValues => ({
  code: -1,
  hashes: new Int32Array(rows),
  moreBits: new Uint8Array(rows),
  marks: 0,
  markedRows: new Uint32Array(Math.ceil(rows / markEvery)),
  markedAt: new Float64Array(Math.ceil(rows / markEvery)),
  nextMark: 0,
});

/** Makes room for `rows` rows. */
export const reserveOwnValues = (own: OwnValues, rows: number) => {
  if (rows <= own.hashes.length) return;
  own.hashes = enlarge(own.hashes, new Int32Array(rows));
  own.moreBits = enlarge(own.moreBits, new Uint8Array(rows));
  reserveMarks(own, Math.ceil(rows / markEvery) + 1);
};

const reserveMarks = (own: OwnValues, marks: number) => {
  if (marks <= own.markedRows.length) return;
  own.markedRows = enlarge(own.markedRows, new Uint32Array(marks));
  own.markedAt = enlarge(own.markedAt, new Float64Array(marks));
};

const enlarge = <T extends Int32Array | Uint32Array | Uint8Array | Float64Array>(array: T, larger: T): T => {
  larger.set(array);
  freeArray(array);
  return larger;
};

/** Marks a row in which there is a token, and which begins at `offset` of the file: `row` is `nextMark` or later. */
export const markRow = (own: OwnValues, row: number, offset: number) => {
  const { marks } = own;
  if (marks === own.markedRows.length) reserveMarks(own, marks * 2);
  own.markedRows[marks] = row;
  own.markedAt[marks] = offset;
  own.marks = marks + 1;
  own.nextMark = row + markEvery;
};

/** Notes the token view[start .. end) of `row`, which begins at `rowOffset` of the file. Returns the shared code. */
export const putToken = (
  column: ColumnBuilder,
  own: OwnValues,
  view: DataView,
  start: number,
  end: number,
  row: number,
  rowOffset: number,
): number => {
  if (row >= own.hashes.length) reserveOwnValues(own, row * 2);
  if (row >= own.nextMark) markRow(own, row, rowOffset);
  let one = end - start;
  let other = one ^ 0x5bd1e995;
  // The last word overlaps the one before it: a token is longer than a word.
  const last = end - 4;
  for (let at = start; at < last; at += 4) {
    const word = view.getInt32(at, true);
    one = Math.imul(one ^ word, 0x85ebca6b);
    one ^= one >>> 15;
    other = Math.imul(other + word, 0xc2b2ae35);
    other = (other << 13) | (other >>> 19);
  }
  const word = view.getInt32(last, true);
  one = Math.imul(one ^ word, 0x85ebca6b);
  other = Math.imul((other + word) ^ (other >>> 16), 0xcc9e2d51);
  own.hashes[row] = one ^ (one >>> 13);
  own.moreBits[row] = other ^ (other >>> 15);
  if (own.code < 0) own.code = addValue(column, view, start, end, hashBytes(view, start, end), row);
  return own.code;
};

/** The arrays behind them, so that they can be handed to another thread. */
export const arraysOfOwnValues = ({ hashes, moreBits, markedRows, markedAt }: OwnValues) => [
  hashes,
  moreBits,
  markedRows,
  markedAt,
];

/** Appends what was noted elsewhere of `rows` rows that follow the first `from`. The code is the caller's to set. */
export const appendOwnValues = (own: OwnValues, part: OwnValues, from: number, rows: number) => {
  reserveOwnValues(own, from + rows);
  own.hashes.set(part.hashes.subarray(0, rows), from);
  own.moreBits.set(part.moreBits.subarray(0, rows), from);
  reserveMarks(own, own.marks + part.marks);
  for (let mark = 0; mark < part.marks; mark++) {
    own.markedRows[own.marks + mark] = part.markedRows[mark]! + from;
    own.markedAt[own.marks + mark] = part.markedAt[mark]!;
  }
  own.marks += part.marks;
};
