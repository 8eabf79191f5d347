import type { ByteFile } from "./byte-reader.ts";
import { freeArray, hashBytes, viewOf } from "./bytes.ts";
import { addValue, type ColumnBuilder, reserveCodes } from "./column-builder.ts";
import {
  createHashMarks,
  createMetAgain,
  type HashMarks,
  markHash,
  marksOfMetAgain,
  mayBeMarked,
  noteMetAgain,
} from "./hash-marks.ts";
import { createOwnValues, type OwnValues } from "./own-values.ts";
import { type CellPlace, readCells } from "./read-cells.ts";
import type { Scan } from "./scan-fields.ts";

/** More repeated tokens than this are not looked up one by one. */
const mostRepeated = 4000;

/**
 * Once all rows are there: gives each token that stands in several rows a code and its text, read again from the file,
 * where it is cell `index` of rows written as `scan` says. `false` when there are too many: the file must then be read with
 * the column as text.
 */
export const settleOwnValues = async (
  column: ColumnBuilder,
  index: number,
  rows: number,
  file: ByteFile,
  scan: Scan,
): Promise<boolean> => {
  const { own } = column;
  if (own === undefined || own.code < 0) return true;
  const repeats = findRepeats(own, column.codes, rows);
  const wanted = repeats && [...new Set([...repeats.keys(), ...repeats.values()])].sort((a, b) => a - b);
  const places = wanted && placesOf(own, wanted);
  // Before anything is waited for: the next file is read meanwhile.
  for (const array of [own.hashes, own.moreBits, own.markedRows, own.markedAt]) freeArray(array);
  const settled = { ...createOwnValues(0), code: own.code };
  column.own = settled;
  if (wanted === undefined || places === undefined) return false;
  if (wanted.length > 0) {
    const tokens = await readCells(file, scan, index, places);
    giveCodes(column, settled, groupByText(wanted, tokens), rows);
  }
  return true;
};

/** So many rows are told apart at a time: what that takes is small beside the rows. */
const rowsAtATime = 8_000_000;
/** All rows are passed over once for each part of them. */
const mostParts = 8;

/** Row to the first row with the same hashes; undefined when there are too many. */
const findRepeats = (
  own: OwnValues,
  codes: ColumnBuilder["codes"],
  rows: number,
): Map<number, number> | undefined => {
  const parts = Math.min(mostParts, 2 ** Math.max(0, Math.ceil(Math.log2(rows / rowsAtATime))));
  const first = new Map<number, number>();
  for (let part = 0; part < parts; part++) {
    const isOfPart = { mask: parts - 1, part };
    const marks = markMetAgain(own, codes, rows, isOfPart, rows / parts);
    if (marks === undefined) return undefined;
    const candidates = findCandidates(own, codes, rows, isOfPart, marks);
    freeArray(marks.bits);
    joinCandidates(own, candidates, parts, first);
    freeArray(candidates);
    if (first.size > mostRepeated) return undefined;
  }
  return first;
};

/** Hashes of which the lower bits are these. */
type Part = { mask: number; part: number };

/** Marks of the hashes that came again among about `values`; undefined when there are too many. */
const markMetAgain = (
  { code: shared, hashes }: OwnValues,
  codes: ColumnBuilder["codes"],
  rows: number,
  { mask, part }: Part,
  values: number,
): HashMarks | undefined => {
  const marks = createHashMarks(values);
  const met = createMetAgain(values);
  // Twice as many as different values are ever taken for equal ones.
  const most = values / 8 + mostRepeated;
  for (let row = 0; row < rows; row++) {
    const hash = hashes[row]!;
    if ((hash & mask) !== part || codes[row] !== shared || !markHash(marks, hash)) continue;
    noteMetAgain(met, hash);
    if (met.count > most) break;
  }
  const fewer = marksOfMetAgain(marks, met);
  if (met.count <= most) return fewer;
  freeArray(fewer.bits);
  return undefined;
};

/** The rows whose hash may be there twice. */
const findCandidates = (
  { code: shared, hashes }: OwnValues,
  codes: ColumnBuilder["codes"],
  rows: number,
  { mask, part }: Part,
  marks: HashMarks,
): Uint32Array => {
  let found = new Uint32Array(1024);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashes[row]!;
    if ((hash & mask) !== part || !mayBeMarked(marks, hash) || codes[row] !== shared) continue;
    if (count === found.length) {
      const more = new Uint32Array(count * 2);
      more.set(found);
      freeArray(found);
      found = more;
    }
    found[count++] = row;
  }
  return found.subarray(0, count);
};

/** Notes the first row with the same hashes for each of these rows that has one, as long as there are not too many. */
const joinCandidates = (
  { hashes, moreBits }: OwnValues,
  candidates: Uint32Array,
  parts: number,
  first: Map<number, number>,
) => {
  const mask = 2 ** Math.ceil(Math.log2(candidates.length * 2 + 2)) - 1;
  const slots = new Uint32Array(mask + 1);
  // The lower bits are the part's.
  const shift = Math.log2(parts);
  for (let at = 0; at < candidates.length; at++) {
    const row = candidates[at]!;
    const hash = hashes[row]!;
    let slot = (hash >>> shift) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = slots[slot]! - 1;
      if (hashes[other] !== hash || moreBits[other] !== moreBits[row]) continue;
      first.set(row, other);
      break;
    }
    if (first.size > mostRepeated) break;
    if (slots[slot] === 0) slots[slot] = row + 1;
  }
  freeArray(slots);
};

/** Where to read ascending rows from: the last mark before each, and how many rows after it they stand. */
const placesOf = ({ marks, markedRows, markedAt }: OwnValues, rows: readonly number[]): CellPlace[] => {
  let mark = 0;
  return rows.map((row) => {
    while (mark + 1 < marks && markedRows[mark + 1]! <= row) mark++;
    return { offset: markedAt[mark]!, skip: row - markedRows[mark]! };
  });
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
  for (let row = 0; row < rows; row++) {
    const code = codes[row]!;
    // What is not written takes no memory.
    if (codeNow[code] !== code) codes[row] = codeNow[code]!;
  }
  own.code = codeNow[own.code]!;
  // Made again from the values when somebody asks.
  column.slots = new Int32Array(0);
  column.mask = -1;
};
