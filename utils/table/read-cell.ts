import { copyBytes, hashBytes } from "./bytes.ts";
import { addValue, type ColumnBuilder, findCode, growArena, growValues } from "./column-builder.ts";
import { isTokenLength, type OwnValues, putToken, tokenBytes } from "./own-values.ts";
import { findCellEnd, lineFeed, quote, readQuoted, type Scan } from "./scan-fields.ts";

/**
 * Reads the cell at `at` into `column` for `row`. Returns where the delimiter or line ending after it stands, with the
 * code as the column's `previousCode`, or -1 with the reason in `scan.stop`.
 */
export const readCell = (
  scan: Scan,
  column: ColumnBuilder,
  bytes: Uint8Array,
  at: number,
  limit: number,
  rowStart: number,
  row: number,
): number => {
  if (bytes[at] === quote) return readQuotedCell(scan, column, bytes, at, limit, rowStart, row);
  if (column.distinct) return appendCell(scan, column, bytes, at, row);
  if (column.own !== undefined) {
    const end = readToken(scan, column, column.own, bytes, at, rowStart, row);
    if (end >= 0) return end;
  }
  const end = findCellEnd(bytes, at, scan.delimiter, scan.lineEnd, scan.crlf);
  const { view } = scan;
  const hash = hashBytes(view, at, end);
  const code = findCode(column, view, at, end, hash);
  column.previousCode = code >= 0 ? code : addValue(column, view, at, end, hash, row);
  return end;
};

/** Reads a token of a column that keeps none of its text; -1 when something else stands there. */
const readToken = (
  scan: Scan,
  column: ColumnBuilder,
  own: OwnValues,
  bytes: Uint8Array,
  at: number,
  rowStart: number,
  row: number,
): number => {
  let end = at;
  while (tokenBytes[bytes[end]!] === 1) end++;
  const byte = bytes[end];
  if (byte !== scan.delimiter && (byte !== scan.lineEnd || (scan.crlf && bytes[end + 1] !== lineFeed)))
    return -1;
  if (!isTokenLength(end - at)) return -1;
  column.previousCode = putToken(column, own, scan.view, at, end, row, scan.fileOffset + rowStart);
  return end;
};

/** A column of values that are all different looks nothing up. Two plain loops beat one that copies as it searches. */
const appendCell = (
  scan: Scan,
  column: ColumnBuilder,
  bytes: Uint8Array,
  at: number,
  row: number,
): number => {
  const end = findCellEnd(bytes, at, scan.delimiter, scan.lineEnd, scan.crlf);
  const code = column.size;
  if (code === column.counts.length) growValues(column, code * 2);
  const { starts } = column;
  const from = starts[code]!;
  const until = from + end - at;
  if (until > column.arena.length) growArena(column, until * 2, from);
  copyBytes(scan.view, at, end, column.view, from);
  starts[code + 1] = until;
  column.firstRow[code] = row;
  column.size = code + 1;
  column.previousCode = code;
  return end;
};

const isToken = (field: DataView, start: number, end: number): boolean => {
  if (!isTokenLength(end - start)) return false;
  for (let at = start; at < end; at++) if (tokenBytes[field.getUint8(at)] !== 1) return false;
  return true;
};

const readQuotedCell = (
  scan: Scan,
  column: ColumnBuilder,
  bytes: Uint8Array,
  at: number,
  limit: number,
  rowStart: number,
  row: number,
): number => {
  const end = readQuoted(scan, bytes, at + 1, limit, rowStart);
  if (end < 0) return -1;
  scan.rowBreaks += scan.fieldBreaks;
  const { field, fieldStart, fieldEnd } = scan;
  if (column.own !== undefined && isToken(field, fieldStart, fieldEnd)) {
    const rowOffset = scan.fileOffset + rowStart;
    column.previousCode = putToken(column, column.own, field, fieldStart, fieldEnd, row, rowOffset);
    return end;
  }
  const hash = hashBytes(field, fieldStart, fieldEnd);
  const code = column.distinct ? -1 : findCode(column, field, fieldStart, fieldEnd, hash);
  column.previousCode = code >= 0 ? code : addValue(column, field, fieldStart, fieldEnd, hash, row);
  return end;
};
