import type { ColumnBuilder } from "./column-builder.ts";
import { batchRows, type TableBuilder } from "./table-builder.ts";

/**
 * A row is read in segments: a run of columns that mostly repeat the row before, passed over by one comparison with
 * its bytes, or a single column whose value must be looked up. Which columns repeat is learned from each batch.
 */
export type Segments = {
  count: number;
  /** First column of each segment; `first[count]` is the number of columns. */
  first: Int32Array;
  isRun: Uint8Array;
  /** Where the run of the previous row begins in the buffer, -1 when that is not known. */
  start: Int32Array;
  /** Bytes of that run, with the delimiter or line ending after it. */
  length: Int32Array;
  /** First row of the batch whose codes of this run are not written yet: all equal to the columns' previous codes. */
  since: Int32Array;
};

/** A column that changes in fewer rows than one of these joins a run. */
const steadiness = 8;

/** Every column by itself, before anything is known. */
export const createSegments = (columns: number): Segments => ({
  count: columns,
  first: Int32Array.from({ length: columns + 1 }, (_, index) => index),
  isRun: new Uint8Array(columns),
  start: new Int32Array(columns).fill(-1),
  length: new Int32Array(columns),
  since: new Int32Array(columns),
});

/** Draws the segments anew from what the last batch of `rows` rows showed. Runs must have been settled. */
export const learnSegments = (segments: Segments, columns: readonly ColumnBuilder[], rows: number) => {
  let count = 0;
  let inRun = false;
  let changed = false;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const steady = !column.distinct && column.changes * steadiness < rows;
    if (!(steady && inRun)) {
      if (segments.first[count] !== index || (segments.isRun[count] === 1) !== steady) changed = true;
      segments.first[count] = index;
      segments.isRun[count] = steady ? 1 : 0;
      count++;
    }
    inRun = steady;
  }
  if (count !== segments.count) changed = true;
  segments.count = count;
  segments.first[count] = columns.length;
  if (changed) forgetRuns(segments, 0);
};

/** The previous row is not in the buffer, or is no model for the next: read the next row cell by cell. */
export const forgetRuns = (segments: Segments, pending: number) => {
  segments.start.fill(-1);
  segments.since.fill(pending);
};

/** Writes the codes of a run for the rows of the batch that repeated it, up to `pending`. */
export const settleRun = (segments: Segments, builder: TableBuilder, segment: number, pending: number) => {
  const since = segments.since[segment]!;
  if (since >= pending) return;
  const until = segments.first[segment + 1]!;
  for (let index = segments.first[segment]!; index < until; index++) {
    const base = index * batchRows;
    builder.batch.fill(builder.columns[index]!.previousCode, base + since, base + pending);
  }
  segments.since[segment] = pending;
};

/** `settleRun` for all runs: before the batch moves to the columns. */
export const settleRuns = (segments: Segments, builder: TableBuilder) => {
  for (let segment = 0; segment < segments.count; segment++) {
    if (segments.isRun[segment] === 1) settleRun(segments, builder, segment, builder.pending);
  }
};
