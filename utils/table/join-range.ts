import { hashBytes, viewOf } from "./bytes.ts";
import { addValue, type ColumnBuilder, findCode, reserveCodes, reserveValues } from "./column-builder.ts";
import { makeDistinct } from "./distinct-column.ts";
import { shiftLines } from "./lines.ts";
import { reserveOwnValues } from "./own-values.ts";
import type { RangeColumn, ReadRange } from "./range.ts";
import { noteRows, type TableBuilder } from "./table-builder.ts";

/**
 * Appends the rows of a range as if the scanner had gone on reading them. All rows of the builder must be in its
 * columns. Takes the range's columns, so that each one's memory goes when it is joined.
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
  joinOwnValues(column, part, from, rows);
  // Codes of equal values are joined when the file ends.
  if (part.distinct && !column.distinct) makeDistinct(column);
  const codeOf = column.distinct ? appendValues(column, part, from) : findValues(column, part, from);
  column.committed = column.size;
  reserveCodes(column, from + rows);
  const { codes } = column;
  for (let row = 0; row < rows; row++) codes[from + row] = codeOf[part.codes[row]!]!;
};

/** Tokens keep their hashes; the code they share is that of the column. */
const joinOwnValues = ({ own }: ColumnBuilder, part: RangeColumn, from: number, rows: number) => {
  if (own === undefined || part.own === undefined) return;
  reserveOwnValues(own, from + rows);
  own.hashes.set(part.own.hashes.subarray(0, rows * 2), from * 2);
  own.offsets.set(part.own.offsets.subarray(0, rows), from);
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
