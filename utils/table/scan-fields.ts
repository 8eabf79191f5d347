import { viewOf } from "./bytes.ts";
import { lineOfRow } from "./lines.ts";
import { placeLimit } from "./problems.ts";
import { createSegments, type Segments } from "./segments.ts";
import type { LineEnding } from "./table.ts";
import type { TableBuilder } from "./table-builder.ts";

export const quote = 0x22;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

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
  readonly lineEndLength: number;
  readonly segments: Segments;
  readonly ragged: Ragged;
  stop: ScanStop;
  /** Where the first of the bytes being read stands in the file. */
  fileOffset: number;
  /** The bytes being read, as words. */
  view: DataView;
  /** The quoted field last read: where its value lies, and the line breaks in it. */
  field: DataView;
  fieldStart: number;
  fieldEnd: number;
  fieldBreaks: number;
  scratch: Uint8Array;
  /** Line breaks inside the quoted fields of the row being read. */
  rowBreaks: number;
  /** The row being read has another width than the header, or several lines. */
  isOdd: boolean;
};

/** Rows with more or fewer cells than the header; the first thousand by line. */
export type Ragged = { count: number; places: { line: number; value: string }[] };

const noBytes = new DataView(new ArrayBuffer(0));

export const createScan = (builder: TableBuilder, lineEnding: LineEnding): Scan => ({
  builder,
  delimiter: builder.delimiter,
  lineEnd: lineEnding === "crlf" || lineEnding === "cr" ? carriageReturn : lineFeed,
  crlf: lineEnding === "crlf",
  lineEndLength: lineEnding === "crlf" ? 2 : 1,
  segments: createSegments(builder.columns.length),
  ragged: { count: 0, places: [] },
  stop: "none",
  fileOffset: 0,
  view: noBytes,
  field: noBytes,
  fieldStart: 0,
  fieldEnd: 0,
  fieldBreaks: 0,
  scratch: new Uint8Array(256),
  rowBreaks: 0,
  isOdd: false,
});

/** Where the delimiter or line ending after the unquoted cell at `at` stands. */
export const findCellEnd = (
  bytes: Uint8Array,
  at: number,
  delimiter: number,
  lineEnd: number,
  crlf: boolean,
): number => {
  let end = at;
  for (;;) {
    const byte = bytes[end]!;
    if (byte === delimiter) return end;
    if (byte === lineEnd && (!crlf || bytes[end + 1] === lineFeed)) return end;
    end++;
  }
};

/**
 * Reads the quoted field whose value begins at `start`, up to the delimiter or line ending after it. Returns where
 * that stands, or -1 with the reason in `scan.stop`.
 */
export const readQuoted = (
  scan: Scan,
  bytes: Uint8Array,
  start: number,
  limit: number,
  rowStart: number,
): number => {
  const until = Math.min(limit, rowStart + recordLimit);
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
    at++;
  }
  scan.field = viewOf(written < 0 ? bytes : scan.scratch);
  scan.fieldStart = written < 0 ? start : 0;
  scan.fieldEnd = written < 0 ? at : written;
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
export const skipExtraCells = (
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

export const noteRagged = (scan: Scan, row: number, cells: number) => {
  const { ragged, builder } = scan;
  ragged.count++;
  if (ragged.places.length === placeLimit) return;
  ragged.places.push({
    line: lineOfRow(builder.lines, row),
    value: `${cells} of ${builder.columns.length} cells`,
  });
};

/** A wholly empty line, or one that holds only `""`: its length with the line ending, else 0. */
export const blankLength = (scan: Scan, bytes: Uint8Array, at: number): number => {
  const end = bytes[at] === quote ? (bytes[at + 1] === quote ? at + 2 : -1) : at;
  if (end < 0 || bytes[end] !== scan.lineEnd) return 0;
  if (!scan.crlf) return end + 1 - at;
  return bytes[end + 1] === lineFeed ? end + 2 - at : 0;
};
