import { isSame, viewOf } from "./bytes.ts";
import { putEmpty } from "./column-builder.ts";
import { shiftLines } from "./lines.ts";
import { findRows, startBlocks, takeRows } from "./read-block.ts";
import { readCell } from "./read-cell.ts";
import { blankLength, noteRagged, quote, recordLimit, type Scan, skipExtraCells } from "./scan-fields.ts";
import {
  forgetRuns,
  keepModel,
  learnSegments,
  readSet,
  run,
  set,
  settleRun,
  settleRuns,
} from "./segments.ts";
import { batchRows, flushRows } from "./table-builder.ts";

/** The hot path: every byte of every file passes here. Measure before and after each change. */

/**
 * Reads whole rows of bytes[from .. limit) into the columns. `limit` must follow a line ending. Returns where the
 * first row not read begins: `limit`, or less with the reason in `scan.stop`.
 */
export const scanRows = (scan: Scan, bytes: Uint8Array, from: number, limit: number): number => {
  const { builder, segments } = scan;
  scan.stop = "none";
  scan.view = viewOf(bytes);
  forgetRuns(segments, builder.pending);
  const block = startBlocks(scan);
  let at = from;
  while (at < limit) {
    const rows = block === undefined ? 0 : findRows(block, bytes, at, limit);
    if (rows > 0) {
      if (builder.pending > 0) moveBatch(scan);
      at = takeRows(block!, scan, rows);
      continue;
    }
    if (builder.pending === batchRows) moveBatch(scan);
    // A row is a call of its own, so that the engine compiles it once and for all.
    const next = scanRow(scan, bytes, at, limit);
    if (next < 0) break;
    at = next;
  }
  moveBatch(scan);
  return at;
};

/** Moves the batch to the columns and learns from it how to read the next. */
const moveBatch = ({ builder, segments }: Scan) => {
  const rows = builder.pending;
  settleRuns(segments, builder);
  flushRows(builder);
  if (rows >= batchRows / 8) learnSegments(segments, builder.columns, rows);
  segments.since.fill(0);
};

/** Reads the row at `from`. Returns where the next one begins, or -1 with the reason in `scan.stop`. */
const scanRow = (scan: Scan, bytes: Uint8Array, from: number, limit: number): number => {
  const { builder, segments, delimiter, lineEnd } = scan;
  const { columns, batch, pending } = builder;
  const byte = bytes[from];
  const row = builder.rows + pending;
  if (byte === lineEnd || byte === quote) {
    const blank = blankLength(scan, bytes, from);
    if (blank > 0) {
      shiftLines(builder.lines, row, 1);
      return from + blank;
    }
  }
  const { count, first, kind, start, length, since } = segments;
  const last = columns.length - 1;
  scan.rowBreaks = 0;
  let at = from;
  let ended = false;
  for (let segment = 0; segment < count && !ended; segment++) {
    const segmentStart = at;
    const isRun = kind[segment] === run;
    if (isRun) {
      const model = start[segment]!;
      const bytesInRun = length[segment]!;
      if (model >= 0 && at + bytesInRun <= limit && isSame(scan.view, model, scan.view, at, bytesInRun)) {
        start[segment] = at;
        at += bytesInRun;
        continue;
      }
      settleRun(segments, builder, segment, pending);
    } else if (kind[segment] === set) {
      const next = readSet(segments, builder, scan.view, at, limit, segment);
      if (next >= 0) {
        at = next;
        continue;
      }
    }
    const until = first[segment + 1]!;
    for (let index = first[segment]!; index < until; index++) {
      const column = columns[index]!;
      const end = readCell(scan, column, bytes, at, limit, from, row);
      if (end < 0) return -1;
      batch[index * batchRows + pending] = column.previousCode;
      if (bytes[end] === delimiter) {
        at = end + 1;
        if (index < last) continue;
        at = skipExtraCells(scan, bytes, at, limit, from, row);
        if (at < 0) return -1;
        scan.rowBreaks += scan.fieldBreaks;
        scan.isOdd = true;
      } else {
        at = end + scan.lineEndLength;
        if (index < last) endShortRow(scan, segment, index + 1, row);
      }
      ended = true;
      break;
    }
    if (isRun) {
      start[segment] = segmentStart;
      length[segment] = at - segmentStart;
      since[segment] = pending + 1;
    } else if (kind[segment] === set) keepModel(segments, builder, segment, segmentStart, at);
  }
  if (at - from > recordLimit) {
    scan.stop = "too-long";
    return -1;
  }
  builder.pending = pending + 1;
  if (scan.rowBreaks > 0) {
    shiftLines(builder.lines, row + 1, scan.rowBreaks);
    scan.isOdd = true;
  }
  // A row of another width, or of several lines, is no model for the next.
  if (scan.isOdd) {
    scan.isOdd = false;
    start.fill(-1);
    segments.modelStart.fill(-1);
  }
  return at;
};

/** The row ends before column `from`: its missing cells are empty. */
const endShortRow = (scan: Scan, segment: number, from: number, row: number) => {
  const { builder, segments } = scan;
  const { columns, batch, pending } = builder;
  noteRagged(scan, row, from);
  for (let later = segment + 1; later < segments.count; later++) {
    if (segments.kind[later] !== run) continue;
    settleRun(segments, builder, later, pending);
    segments.since[later] = pending + 1;
  }
  for (let index = from; index < columns.length; index++) {
    const column = columns[index]!;
    column.previousCode = putEmpty(column, row);
    batch[index * batchRows + pending] = column.previousCode;
  }
  scan.isOdd = true;
};
