import { addValue, findCode, putEmpty } from "./column-builder.ts";
import { finishHash, hashPrime, hashSeed } from "./hash.ts";
import { lineOfRow, shiftLines } from "./lines.ts";
import { batchRows, flushRows, type TableBuilder } from "./table-builder.ts";

/** The hot loop: every byte of every file passes here. Measure before and after each change. */

/** Why a scan ended before its limit. */
export type ScanStop = "none" | "partial" | "irregular" | "unclosed" | "too-long";

/** Longest record read, in bytes: an unclosed quote must not swallow the file. */
export const recordLimit = 1024 * 1024;

export type Scan = {
  readonly builder: TableBuilder;
  readonly delimiter: number;
  /** First byte of the line ending; with `crlf` the next one is a line feed. */
  readonly lineEnd: number;
  readonly crlf: boolean;
  readonly ragged: Ragged;
  stop: ScanStop;
  /** The quoted field last read: where its value lies, its hash, and the line breaks in it. */
  field: Uint8Array;
  fieldStart: number;
  fieldEnd: number;
  fieldHash: number;
  fieldBreaks: number;
  scratch: Uint8Array;
};

/** Rows with more or fewer cells than the header; the first thousand by line. */
export type Ragged = { count: number; places: { line: number; value: string }[] };

export const createScan = (builder: TableBuilder, lineEnding: string): Scan => ({
  builder,
  delimiter: builder.delimiter,
  lineEnd: lineEnding === "crlf" || lineEnding === "cr" ? carriageReturn : lineFeed,
  crlf: lineEnding === "crlf",
  ragged: { count: 0, places: [] },
  stop: "none",
  field: new Uint8Array(0),
  fieldStart: 0,
  fieldEnd: 0,
  fieldHash: 0,
  fieldBreaks: 0,
  scratch: new Uint8Array(256),
});

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

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
        let hash = hashSeed;
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
          hash = scan.fieldHash;
          breaks += scan.fieldBreaks;
        } else {
          end = at;
          for (;;) {
            byte = bytes[end]!;
            if (byte === delimiter) break;
            if (byte === lineEnd && (!crlf || bytes[end + 1] === lineFeed)) break;
            hash = Math.imul(hash ^ byte, hashPrime);
            end++;
          }
          fieldEnd = end;
          hash = finishHash(hash);
        }
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
          if (column.luck > 0) {
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

/**
 * Reads the quoted field whose value begins at `start`, up to the delimiter or line ending after it. Returns where
 * that stands, or -1 with the reason in `scan.stop`.
 */
const readQuoted = (
  scan: Scan,
  bytes: Uint8Array,
  start: number,
  limit: number,
  rowStart: number,
): number => {
  const until = Math.min(limit, rowStart + recordLimit);
  let hash = hashSeed;
  let breaks = 0;
  let at = start;
  // Where the value is written when it holds doubled quotes; -1 while it can stay in place.
  let written = -1;
  for (;;) {
    if (at >= until) {
      // A record that has reached its limit is not waiting for more bytes.
      scan.stop = limit - rowStart >= recordLimit ? "unclosed" : "partial";
      return -1;
    }
    const byte = bytes[at]!;
    if (byte === quote) {
      if (bytes[at + 1] !== quote) break;
      if (written < 0) {
        written = at - start;
        reserveScratch(scan, written * 2);
        scan.scratch.set(bytes.subarray(start, at));
      }
      at++;
    } else if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) breaks++;
    if (written >= 0) {
      if (written === scan.scratch.length) reserveScratch(scan, written * 2);
      scan.scratch[written++] = byte;
    }
    hash = Math.imul(hash ^ byte, hashPrime);
    at++;
  }
  scan.field = written < 0 ? bytes : scan.scratch;
  scan.fieldStart = written < 0 ? start : 0;
  scan.fieldEnd = written < 0 ? at : written;
  scan.fieldHash = finishHash(hash);
  scan.fieldBreaks = breaks;
  const after = bytes[at + 1];
  if (after === scan.delimiter) return at + 1;
  if (after === scan.lineEnd && (!scan.crlf || bytes[at + 2] === lineFeed)) return at + 1;
  scan.stop = "irregular";
  return -1;
};

const reserveScratch = (scan: Scan, length: number) => {
  if (length <= scan.scratch.length) return;
  const scratch = new Uint8Array(length);
  scratch.set(scan.scratch);
  scan.scratch = scratch;
};

/**
 * Passes over the cells beyond the header, from `at` to the end of the row. Returns where the next row begins, with
 * the line breaks passed in `scan.fieldBreaks`, or -1 with the reason in `scan.stop`.
 */
const skipExtraCells = (
  scan: Scan,
  bytes: Uint8Array,
  start: number,
  limit: number,
  rowStart: number,
  row: number,
): number => {
  let at = start;
  let cells = scan.builder.columns.length + 1;
  let breaks = 0;
  for (;;) {
    if (bytes[at] === quote) {
      at = readQuoted(scan, bytes, at + 1, limit, rowStart);
      if (at < 0) return -1;
      breaks += scan.fieldBreaks;
    } else {
      while (
        bytes[at] !== scan.delimiter &&
        !(bytes[at] === scan.lineEnd && (!scan.crlf || bytes[at + 1] === lineFeed))
      ) {
        at++;
      }
    }
    if (bytes[at] !== scan.delimiter) break;
    cells++;
    at++;
  }
  noteRagged(scan, row, cells);
  scan.fieldBreaks = breaks;
  return at + (scan.crlf ? 2 : 1);
};

const noteRagged = (scan: Scan, row: number, cells: number) => {
  const { ragged, builder } = scan;
  ragged.count++;
  if (ragged.places.length === 1000) return;
  ragged.places.push({
    line: lineOfRow(builder.lines, row),
    value: `${cells} of ${builder.columns.length} cells`,
  });
};

/** A wholly empty line, or one that holds only `""`: its length with the line ending, else 0. */
const blankLength = (scan: Scan, bytes: Uint8Array, at: number): number => {
  const end = bytes[at] === quote ? (bytes[at + 1] === quote ? at + 2 : -1) : at;
  if (end < 0 || bytes[end] !== scan.lineEnd) return 0;
  if (!scan.crlf) return end + 1 - at;
  return bytes[end + 1] === lineFeed ? end + 2 - at : 0;
};
