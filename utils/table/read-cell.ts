import { addValue, type ColumnBuilder, findCode, growArena, growValues } from "./column-builder.ts";
import { hashBytes } from "./hash.ts";
import { lineFeed, quote, readQuoted, type Scan } from "./scan-fields.ts";

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
  const { delimiter, lineEnd, crlf } = scan;
  let end = at;
  for (;;) {
    const byte = bytes[end]!;
    if (byte === delimiter) break;
    if (byte === lineEnd && (!crlf || bytes[end + 1] === lineFeed)) break;
    end++;
  }
  const hash = hashBytes(bytes, at, end);
  const code = findCode(column, bytes, at, end, hash);
  column.previousCode = code >= 0 ? code : addValue(column, bytes, at, end, hash, row);
  return end;
};

/** A column of values that are all different: finds the end of the cell while copying it, and looks nothing up. */
const appendCell = (
  scan: Scan,
  column: ColumnBuilder,
  bytes: Uint8Array,
  at: number,
  row: number,
): number => {
  const { delimiter, lineEnd, crlf } = scan;
  const code = column.size;
  if (code === column.counts.length) growValues(column, code * 2);
  let arena = column.arena;
  let to = column.starts[code]!;
  let end = at;
  for (;;) {
    const byte = bytes[end]!;
    if (byte === delimiter) break;
    if (byte === lineEnd && (!crlf || bytes[end + 1] === lineFeed)) break;
    if (to === arena.length) {
      growArena(column, to * 2, to);
      arena = column.arena;
    }
    arena[to++] = byte;
    end++;
  }
  column.starts[code + 1] = to;
  column.firstRow[code] = row;
  column.size = code + 1;
  column.previousCode = code;
  return end;
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
  const hash = hashBytes(field, fieldStart, fieldEnd);
  const code = column.distinct ? -1 : findCode(column, field, fieldStart, fieldEnd, hash);
  column.previousCode = code >= 0 ? code : addValue(column, field, fieldStart, fieldEnd, hash, row);
  return end;
};
