import { addValue, findCode, putEmpty } from "./column-builder.ts";
import { hashBytes } from "./hash.ts";
import { shiftLines } from "./lines.ts";
import {
  blankLength,
  lineFeed,
  noteRagged,
  quote,
  readQuoted,
  recordLimit,
  type Scan,
  skipExtraCells,
} from "./scan-fields.ts";
import { batchRows, flushRows } from "./table-builder.ts";

/** The hot loop: every byte of every file passes here. Measure before and after each change. */

/** How many misses in a row make a column's guess not worth trying until it would have been right again. */
const patience = 4;

/**
 * Reads whole rows of bytes[from .. limit) into the columns. `limit` must follow a line ending. Returns where the
 * first row not read begins: `limit`, or less with the reason in `scan.stop`.
 */
export const scanRows = (scan: Scan, bytes: Uint8Array, from: number, limit: number): number => {
  const { builder, delimiter, lineEnd, crlf } = scan;
  const { columns, batch, lines } = builder;
  const last = columns.length - 1;
  const lineEndLength = crlf ? 2 : 1;
  let pending = builder.pending;
  let row = builder.rows + pending;
  let at = from;
  scan.stop = "none";
  while (at < limit) {
    const rowStart = at;
    const first = bytes[at];
    if (first === lineEnd || first === quote) {
      const blank = blankLength(scan, bytes, at);
      if (blank > 0) {
        shiftLines(lines, row, 1);
        at += blank;
        continue;
      }
    }
    if (pending === batchRows) {
      builder.pending = pending;
      flushRows(builder);
      pending = 0;
    }
    let index = 0;
    let slot = pending;
    let breaks = 0;
    for (;;) {
      const column = columns[index]!;
      const quoted = bytes[at] === quote;
      let code = -1;
      let end = quoted ? at + 1 : at;
      let byte = 0;
      if (column.luck > 0) {
        const arena = column.arena;
        const until = column.previousEnd;
        let same = column.previousStart;
        while (same < until && arena[same] === bytes[end]) {
          same++;
          end++;
        }
        // The value guessed holds no quote, delimiter or line break, so the field ends here or is another.
        if (same === until && (!quoted || bytes[end++] === quote)) {
          byte = bytes[end]!;
          if (byte === delimiter || (byte === lineEnd && (!crlf || bytes[end + 1] === lineFeed))) {
            code = column.previousCode;
          }
        }
      }
      if (code < 0) {
        let field = bytes;
        let start = at;
        let fieldEnd: number;
        if (quoted) {
          end = readQuoted(scan, bytes, at + 1, limit, rowStart);
          if (end < 0) {
            builder.pending = pending;
            return rowStart;
          }
          byte = bytes[end]!;
          field = scan.field;
          start = scan.fieldStart;
          fieldEnd = scan.fieldEnd;
          breaks += scan.fieldBreaks;
        } else {
          end = at;
          for (;;) {
            byte = bytes[end]!;
            if (byte === delimiter) break;
            if (byte === lineEnd && (!crlf || bytes[end + 1] === lineFeed)) break;
            end++;
          }
          fieldEnd = end;
        }
        const hash = hashBytes(field, start, fieldEnd);
        code = findCode(column, field, start, fieldEnd, hash);
        if (code < 0) code = addValue(column, field, start, fieldEnd, hash, row, delimiter);
        if (code === column.previousCode) {
          if (column.luck === 0 && column.plain) {
            column.luck = patience;
            column.previousStart = column.starts[code]!;
            column.previousEnd = column.starts[code + 1]!;
          }
        } else {
          column.previousCode = code;
          if (!column.plain) column.luck = 0;
          else if (column.luck > 0) {
            column.luck--;
            column.previousStart = column.starts[code]!;
            column.previousEnd = column.starts[code + 1]!;
          }
        }
      }
      batch[slot] = code;
      slot += batchRows;
      if (byte === delimiter) {
        at = end + 1;
        if (index < last) {
          index++;
          continue;
        }
        at = skipExtraCells(scan, bytes, at, limit, rowStart, row);
        if (at < 0) {
          builder.pending = pending;
          return rowStart;
        }
        breaks += scan.fieldBreaks;
        break;
      }
      at = end + lineEndLength;
      if (index < last) {
        noteRagged(scan, row, index + 1);
        while (index < last) {
          index++;
          batch[slot] = putEmpty(columns[index]!, row);
          slot += batchRows;
        }
      }
      break;
    }
    if (at - rowStart > recordLimit) {
      builder.pending = pending;
      scan.stop = "too-long";
      return rowStart;
    }
    pending++;
    row++;
    if (breaks > 0) shiftLines(lines, row, breaks);
  }
  builder.pending = pending;
  return at;
};
