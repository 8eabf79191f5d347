import { hashBytes, viewOf } from "./bytes.ts";
import {
  addValue,
  type ColumnBuilder,
  copyCodes,
  findCode,
  reserveCodes,
  reserveValues,
} from "./column-builder.ts";
import { makeDistinct } from "./distinct-column.ts";
import { shiftLines } from "./lines.ts";
import { appendOwnValues, arraysOfOwnValues } from "./own-values.ts";
import type { RangeColumn, ReadRange } from "./range.ts";
import type { Shares } from "./share-file.ts";
import { noteRows, type TableBuilder } from "./table-builder.ts";

/** Takes what was read elsewhere, to the end of the file. Returns how many bytes that is: 0 when it is of no use. */
export const joinShares = async (builder: TableBuilder | undefined, shares: Shares): Promise<number> => {
  if (builder === undefined || !isSameHeader(builder.header, shares.header)) return 0;
  const ranges = await shares.take();
  if (ranges === undefined || !ranges.every((range) => isReadAlike(builder, range))) return 0;
  let bytes = 0;
  for (const range of ranges) {
    bytes += range.bytes;
    joinRange(builder, range);
  }
  return bytes;
};

/** Whether both have the same columns, and kept the same ones without text. */
const isReadAlike = ({ columns }: TableBuilder, range: ReadRange): boolean =>
  columns.length === range.columns.length &&
  columns.every(({ own }, index) => (own === undefined) === (range.columns[index]!.own === undefined));

const isSameHeader = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, index) => name === other[index]);

/**
 * Appends the rows of a range as if the scanner had gone on reading them. All rows of the builder must be in its
 * columns. Takes the range's columns and frees each when it is joined, so that no more than one is held twice.
 */
export const joinRange = (builder: TableBuilder, range: ReadRange) => {
  const { lines, rows } = range;
  for (const column of builder.columns) joinColumn(column, range.columns.shift()!, builder.rows, rows);
  let before = 0;
  for (let index = 0; index < lines.count; index++) {
    shiftLines(builder.lines, builder.rows + lines.rows[index]!, lines.shifts[index]! - before);
    before = lines.shifts[index]!;
  }
  noteRows(builder, rows);
};

const joinColumn = (column: ColumnBuilder, part: RangeColumn, from: number, rows: number) => {
  if (column.own !== undefined && part.own !== undefined) {
    appendOwnValues(column.own, part.own, from, rows);
    dropArrays(arraysOfOwnValues(part.own));
  }
  // Codes of equal values are joined when the file ends.
  if (part.distinct && !column.distinct) makeDistinct(column);
  const codeOf = column.distinct ? appendValues(column, part, from) : findValues(column, part, from);
  column.committed = column.size;
  dropArrays([part.counts, part.firstRow, part.arena, part.starts]);
  reserveCodes(column, from + rows);
  appendRows(column.codes, part.codes, codeOf, from, rows);
  dropArrays([part.codes]);
};

const { port1: nowhere, port2: closed } = new MessageChannel();
closed.close();

/** Frees arrays that came in a message: browsers hold them twice, so that only a message lets go of them at once. */
const dropArrays = (arrays: readonly { buffer: ArrayBufferLike }[]) =>
  nowhere.postMessage(
    null,
    arrays.map(({ buffer }) => buffer as ArrayBuffer),
  );

/** Puts the rows of a range behind the first `from` rows, in the codes of the column. */
const appendRows = (
  codes: ColumnBuilder["codes"],
  part: ColumnBuilder["codes"],
  codeOf: Uint32Array,
  from: number,
  rows: number,
) => {
  if (codeOf.every((code, index) => code === index)) copyCodes(part.subarray(0, rows), codes.subarray(from));
  else for (let row = 0; row < rows; row++) codes[from + row] = codeOf[part[row]!]!;
};

/** Gives each value of the range a code of its own. Returns the codes by the range's codes. */
const appendValues = (column: ColumnBuilder, part: RangeColumn, from: number): Uint32Array => {
  const first = column.size;
  const shift = column.starts[first]!;
  const bytes = part.starts[part.size]!;
  reserveValues(column, first + part.size, shift + bytes);
  column.arena.set(part.arena.subarray(0, bytes), shift);
  column.counts.set(part.counts.subarray(0, part.size), first);
  const codeOf = new Uint32Array(part.size);
  for (let code = 0; code < part.size; code++) {
    codeOf[code] = first + code;
    column.firstRow[first + code] = part.firstRow[code]! + from;
    column.starts[first + code + 1] = part.starts[code + 1]! + shift;
  }
  column.size = first + part.size;
  return codeOf;
};

/** Looks each value of the range up, and adds it where it is new. Returns the codes by the range's codes. */
const findValues = (column: ColumnBuilder, part: RangeColumn, from: number): Uint32Array => {
  const view = viewOf(part.arena);
  const { starts } = part;
  const codeOf = new Uint32Array(part.size);
  for (let code = 0; code < part.size; code++) {
    const start = starts[code]!;
    const end = starts[code + 1]!;
    const hash = hashBytes(view, start, end);
    const shared = code === part.own?.code;
    let known = shared ? (column.own?.code ?? -1) : findCode(column, view, start, end, hash);
    if (known < 0) known = addValue(column, view, start, end, hash, part.firstRow[code]! + from);
    column.counts[known] = column.counts[known]! + part.counts[code]!;
    if (shared && column.own !== undefined) column.own.code = known;
    codeOf[code] = known;
  }
  return codeOf;
};
