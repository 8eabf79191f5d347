import type { ByteFile } from "./byte-reader.ts";
import { freeArray, hashBytes, viewOf } from "./bytes.ts";
import { addValue, type ColumnBuilder, reserveCodes } from "./column-builder.ts";
import { readTokens } from "./read-tokens.ts";

/**
 * A column whose values need only be told apart: a key that nothing refers to. Nearly all of its values are plain tokens,
 * each in a row of its own; of those only a hash and a place in the file are kept, and they share one code. What is not
 * plain is kept as text like everywhere else, and so is, once the file is read, every token that stands in two rows.
 */
export type OwnValues = {
  /** The code that the tokens share, -1 before the first. */
  code: number;
  /** Two hashes a row; of other rows they mean nothing. */
  hashes: Int32Array;
  /** Where the token of each row begins in the file; of large files the lower 32 bits. */
  offsets: Uint32Array;
};

/** Below this length a token may be a number or a date that a spreadsheet left: it is kept as text. */
const leastToken = 11;
const mostToken = 255;

/** 1 for the bytes of tokens: those of a OneRoster GUID. */
export const tokenBytes = new Uint8Array(256);
for (const char of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./@_-") {
  tokenBytes[char.charCodeAt(0)] = 1;
}

export const isTokenLength = (length: number): boolean => length >= leastToken && length <= mostToken;

export const createOwnValues = (): OwnValues => ({
  code: -1,
  hashes: new Int32Array(2 * 8192),
  offsets: new Uint32Array(8192),
});

/** Makes room for `rows` rows. */
export const reserveOwnValues = (own: OwnValues, rows: number) => {
  if (rows <= own.offsets.length) return;
  const hashes = new Int32Array(rows * 2);
  hashes.set(own.hashes);
  freeArray(own.hashes);
  own.hashes = hashes;
  const offsets = new Uint32Array(rows);
  offsets.set(own.offsets);
  freeArray(own.offsets);
  own.offsets = offsets;
};

/** Notes the token view[start .. end) of `row`, which stands at `offset` of the file. Returns the shared code. */
export const putToken = (
  column: ColumnBuilder,
  own: OwnValues,
  view: DataView,
  start: number,
  end: number,
  row: number,
  offset: number,
): number => {
  if (row >= own.offsets.length) reserveOwnValues(own, row * 2);
  const { hashes } = own;
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
  hashes[row * 2] = one ^ (one >>> 13);
  hashes[row * 2 + 1] = other ^ (other >>> 15);
  own.offsets[row] = offset;
  if (own.code < 0) own.code = addValue(column, view, start, end, hashBytes(view, start, end), row);
  return own.code;
};

/** More repeated tokens than this are not looked up one by one. */
const mostRepeated = 4000;

/**
 * Once all rows are there: gives each token that stands in several rows a code and its text, read again from the file.
 * `false` when there are too many: the file must then be read with the column as text.
 */
export const settleOwnValues = async (
  column: ColumnBuilder,
  rows: number,
  file: ByteFile,
): Promise<boolean> => {
  const { own } = column;
  if (own === undefined || own.code < 0) return true;
  const repeats = findRepeats(own, column.codes, rows);
  if (repeats === undefined) return false;
  if (repeats.size > 0) {
    const wanted = [...new Set([...repeats.keys(), ...repeats.values()])].sort((a, b) => a - b);
    const tokens = await readTokens(file, offsetsOf(own, column.codes, wanted));
    giveCodes(column, own, groupByText(wanted, tokens), rows);
  }
  freeArray(own.hashes);
  freeArray(own.offsets);
  own.hashes = new Int32Array(0);
  own.offsets = new Uint32Array(0);
  return true;
};

/** Row to the first row with the same hashes; undefined when there are too many. */
const findRepeats = (
  { code: shared, hashes }: OwnValues,
  codes: ColumnBuilder["codes"],
  rows: number,
): Map<number, number> | undefined => {
  // About sixteen bits a token tell the few that may have been seen before.
  const bits = Math.min(27, Math.max(5, Math.ceil(Math.log2(rows + 1)) + 4));
  const shift = 32 - bits;
  const once = new Int32Array(1 << (bits - 5));
  const twice = new Int32Array(once.length);
  for (let row = 0; row < rows; row++) {
    if (codes[row] !== shared) continue;
    const place = hashes[row * 2]! >>> shift;
    const bit = 1 << (place & 31);
    const word = place >>> 5;
    const seen = once[word]!;
    if ((seen & bit) === 0) once[word] = seen | bit;
    else twice[word] = twice[word]! | bit;
  }
  const candidates: number[] = [];
  for (let row = 0; row < rows; row++) {
    const place = hashes[row * 2]! >>> shift;
    if ((twice[place >>> 5]! & (1 << (place & 31))) !== 0 && codes[row] === shared) candidates.push(row);
  }
  const mask = 2 ** Math.ceil(Math.log2(candidates.length * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  const first = new Map<number, number>();
  for (const row of candidates) {
    const hash = hashes[row * 2]!;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = slots[slot]! - 1;
      if (hashes[other * 2] !== hash || hashes[other * 2 + 1] !== hashes[row * 2 + 1]) continue;
      first.set(row, other);
      break;
    }
    if (first.size > mostRepeated) return undefined;
    if (slots[slot] === 0) slots[slot] = row + 1;
  }
  return first;
};

/** Offsets of ascending rows: the lower bits start again each 4 GiB. */
const offsetsOf = (
  { code: shared, offsets }: OwnValues,
  codes: ColumnBuilder["codes"],
  rows: readonly number[],
): number[] => {
  const found: number[] = [];
  let base = 0;
  let at = 0;
  let before = 0;
  for (const wanted of rows) {
    for (; at <= wanted; at++) {
      // Rows without a token have no offset.
      if (codes[at] !== shared) continue;
      const offset = offsets[at]!;
      if (offset < before) base += 2 ** 32;
      before = offset;
    }
    found.push(base + before);
  }
  return found;
};

/** Rows by the text that stands in them, where it stands in several. */
const groupByText = (rows: readonly number[], tokens: readonly string[]): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  for (const [index, token] of tokens.entries()) {
    const row = rows[index]!;
    const known = groups.get(token);
    if (known === undefined) groups.set(token, [row]);
    else known.push(row);
  }
  for (const [token, found] of groups) if (found.length === 1) groups.delete(token);
  return groups;
};

const encoder = new TextEncoder();

const giveCodes = (column: ColumnBuilder, own: OwnValues, groups: Map<string, number[]>, rows: number) => {
  for (const [token, found] of groups) {
    const bytes = encoder.encode(token);
    const view = viewOf(bytes);
    const code = addValue(column, view, 0, bytes.length, hashBytes(view, 0, bytes.length), found[0]!);
    column.counts[code] = found.length;
    column.counts[own.code] = column.counts[own.code]! - found.length;
    reserveCodes(column, rows, column.codes.length);
    for (const row of found) column.codes[row] = code;
  }
  column.committed = column.size;
  const { codes } = column;
  let row = 0;
  while (row < rows && codes[row] !== own.code) row++;
  if (row < rows) column.firstRow[own.code] = row;
  sortByFirstRow(column, own, rows);
};

/** Puts the values back into the order in which the file shows them. */
const sortByFirstRow = (column: ColumnBuilder, own: OwnValues, rows: number) => {
  const { size, counts, firstRow, starts, arena, codes } = column;
  const order = Array.from({ length: size }, (_, code) => code).sort((a, b) => firstRow[a]! - firstRow[b]!);
  const codeNow = new Uint32Array(size);
  const old = {
    counts: counts.slice(0, size),
    firstRow: firstRow.slice(0, size),
    starts: starts.slice(0, size + 1),
  };
  const bytes = arena.slice(0, starts[size]);
  let end = 0;
  for (const [code, before] of order.entries()) {
    codeNow[before] = code;
    counts[code] = old.counts[before]!;
    firstRow[code] = old.firstRow[before]!;
    const value = bytes.subarray(old.starts[before]!, old.starts[before + 1]!);
    arena.set(value, end);
    end += value.length;
    starts[code + 1] = end;
  }
  for (let row = 0; row < rows; row++) codes[row] = codeNow[codes[row]!]!;
  own.code = codeNow[own.code]!;
  // Made again from the values when somebody asks.
  column.slots = new Int32Array(0);
  column.mask = -1;
};
