import type { Dialect } from "./dialect.ts";
import type { OwnValues } from "./own-values.ts";
import type { Codes } from "./table.ts";

/** The last part of a file, read somewhere else at the same time: what the two sides tell each other. */

export type RangeRequest = {
  name: string;
  blob: Blob;
  /** Byte at which a row is thought to begin; the range goes from there to the end of the file. */
  start: number;
  dialect: Dialect;
  header: readonly string[];
  /** Columns of which only hashes are kept. */
  own: readonly number[];
};

/** The range as columns of its own: rows and codes count from 0. Whoever joins it takes its columns. */
export type ReadRange = {
  bytes: number;
  rows: number;
  columns: RangeColumn[];
  /** As in `Lines`, of the rows of the range. */
  lines: { count: number; rows: Uint32Array; shifts: Int32Array };
};

/** Arrays may be longer than what they hold. */
export type RangeColumn = {
  codes: Codes;
  size: number;
  counts: Uint32Array;
  firstRow: Uint32Array;
  arena: Uint8Array;
  starts: Uint32Array;
  /** Equal values may have several codes. */
  distinct: boolean;
  own: OwnValues | undefined;
};

/**
 * Reads a range of a file on another core. Resolves to undefined when it cannot be read there, or holds anything out
 * of the ordinary: the file is then read to its end as if nobody had helped.
 */
export type RangeReader = (request: RangeRequest, signal: AbortSignal) => Promise<ReadRange | undefined>;
