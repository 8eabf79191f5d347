import type { Dialect } from "./dialect.ts";
import type { OwnValues } from "./own-values.ts";
import type { Codes } from "./table.ts";

/** Ranges of a large file, read somewhere else at the same time: what the two sides tell each other. */

export type RangeRequest = {
  name: string;
  blob: Blob;
  /** Byte at which a row is thought to begin, and the one after the last. */
  start: number;
  end: number;
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
  counts: Codes;
  firstRow: Uint32Array;
  arena: Uint8Array;
  starts: Uint32Array;
  /** Equal values may have several codes. */
  distinct: boolean;
  own: OwnValues | undefined;
};

/** Another thread that reads ranges, one at a time. */
export type RangeReader = {
  /**
   * Resolves to undefined when the range cannot be read there, or holds anything out of the ordinary: the file is then read
   * to its end as if nobody had helped. `onBytes` hears now and then how many bytes of it were read.
   */
  read(request: RangeRequest, onBytes: (bytes: number) => void): Promise<ReadRange | undefined>;
  /** Ends the thread, whatever it is at; a range still being read may never be answered. */
  close(): void;
};

/** Opens a thread where there is a core for it. */
export type OpenRangeReader = () => RangeReader;
