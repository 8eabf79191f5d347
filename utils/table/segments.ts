import { isSame } from "./bytes.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { batchRows, type TableBuilder } from "./table-builder.ts";

/**
 * A row is read in segments: a run of columns that mostly repeat the row before, passed over by one comparison with
 * its bytes; a set of columns with few values, compared with the last few rows that differed; or a single column whose
 * value must be looked up. Which columns are which is learned from each batch.
 */
export type Segments = {
  count: number;
  /** First column of each segment; `first[count]` is the number of columns. */
  first: Int32Array;
  /** `single`, `run` or `set`. */
  kind: Uint8Array;
  /** Where the run of the previous row begins in the buffer, -1 when that is not known. */
  start: Int32Array;
  /** Bytes of that run, with the delimiter or line ending after it. */
  length: Int32Array;
  /** First row of the batch whose codes of this run are not written yet: all equal to the columns' previous codes. */
  since: Int32Array;
  /** Of each set: where its models begin in the buffer (-1 for none), and their bytes. */
  modelStart: Int32Array;
  modelLength: Int32Array;
  /** The codes of each model, `modelCount` entries a column. */
  modelCodes: Uint32Array;
  /** How many bytes of a row choose the model of a set that it is compared with: those of the shortest so far. */
  keyBytes: Int32Array;
  /** That model, of the row and the set read last; -1 for none. */
  slot: number;
};

export const single = 0;
export const run = 1;
export const set = 2;

/** Rows kept of a set: its first words choose the one that the next row is compared with. */
const modelBits = 6;
const modelCount = 1 << modelBits;
/** So many bytes tell sets apart. */
const mostKeyBytes = 24;

/** A column of more values than this is looked up by itself. */
const fewValues = 256;

/** A column that changes in fewer rows than one of these joins a run. */
const steadiness = 8;

/** Every column by itself, before anything is known. */
export const createSegments = (columns: number): Segments => ({
  count: columns,
  first: Int32Array.from({ length: columns + 1 }, (_, index) => index),
  kind: new Uint8Array(columns),
  start: new Int32Array(columns).fill(-1),
  length: new Int32Array(columns),
  since: new Int32Array(columns),
  modelStart: new Int32Array(columns * modelCount).fill(-1),
  modelLength: new Int32Array(columns * modelCount),
  modelCodes: new Uint32Array(columns * modelCount),
  keyBytes: new Int32Array(columns).fill(mostKeyBytes),
  slot: -1,
});

/** Draws the segments anew from what the last batch of `rows` rows showed. Runs must have been settled. */
export const learnSegments = (segments: Segments, columns: readonly ColumnBuilder[], rows: number) => {
  let count = 0;
  let before = single;
  let changed = false;
  for (let index = 0; index < columns.length; index++) {
    const kind = kindOf(columns[index]!, rows);
    if (kind === single || kind !== before) {
      if (segments.first[count] !== index || segments.kind[count] !== kind) changed = true;
      segments.first[count] = index;
      segments.kind[count] = kind;
      count++;
    }
    before = kind;
  }
  if (count !== segments.count) changed = true;
  segments.count = count;
  segments.first[count] = columns.length;
  if (changed) {
    forgetRuns(segments, 0);
    segments.keyBytes.fill(mostKeyBytes);
  }
};

const kindOf = ({ distinct, own, changes, size }: ColumnBuilder, rows: number): number => {
  if (distinct || own !== undefined) return single;
  if (changes * steadiness < rows) return run;
  return size <= fewValues ? set : single;
};

/** The previous row is not in the buffer, or is no model for the next: read the next row cell by cell. */
export const forgetRuns = (segments: Segments, pending: number) => {
  segments.start.fill(-1);
  segments.modelStart.fill(-1);
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
    if (segments.kind[segment] === run) settleRun(segments, builder, segment, builder.pending);
  }
};

/**
 * Passes over a set of columns whose bytes are those of a model, and writes its codes. Returns where the next segment
 * begins, -1 when no model is like the row.
 */
export const readSet = (
  segments: Segments,
  { batch, pending }: TableBuilder,
  view: DataView,
  at: number,
  limit: number,
  segment: number,
): number => {
  const { first, modelStart, modelLength, modelCodes, keyBytes } = segments;
  segments.slot = -1;
  const keyEnd = at + keyBytes[segment]!;
  if (keyEnd > limit) return -1;
  let key = 0;
  let read = at;
  for (; read <= keyEnd - 4; read += 4) key = Math.imul(key ^ view.getInt32(read, true), 0x9e3779b1);
  for (; read < keyEnd; read++) key = Math.imul(key ^ view.getUint8(read), 0x9e3779b1);
  const slot = (key ^ (key << 13)) >>> (32 - modelBits);
  segments.slot = slot;
  const model = segment * modelCount + slot;
  const from = modelStart[model]!;
  if (from < 0) return -1;
  const bytes = modelLength[model]!;
  if (at + bytes > limit || !isSame(view, from, view, at, bytes)) return -1;
  const until = first[segment + 1]!;
  for (let index = first[segment]!; index < until; index++) {
    batch[index * batchRows + pending] = modelCodes[index * modelCount + slot]!;
  }
  return at + bytes;
};

/** The row just read cell by cell becomes the model that `readSet` looked for. */
export const keepModel = (
  segments: Segments,
  { batch, pending }: TableBuilder,
  segment: number,
  start: number,
  end: number,
) => {
  const { first, modelCodes, keyBytes, slot } = segments;
  // The key must not reach into the columns after the set.
  keyBytes[segment] = Math.min(keyBytes[segment]!, end - start);
  if (slot < 0) return;
  segments.modelStart[segment * modelCount + slot] = start;
  segments.modelLength[segment * modelCount + slot] = end - start;
  const until = first[segment + 1]!;
  for (let index = first[segment]!; index < until; index++) {
    modelCodes[index * modelCount + slot] = batch[index * batchRows + pending]!;
  }
};
