import type { OpenRangeReader } from "./range.ts";
import type { FileProblem, Table } from "./table.ts";

export type OpenOptions = {
  signal?: AbortSignal;
  /** Most bytes a zip may unpack to, all its files together; 500 MiB unless told. */
  maxBytes?: number;
  /** Bytes read at a time; 1 MiB unless told. */
  pieceBytes?: number;
  /**
   * Where the header stands among a file's first rows, by one who knows headers: on a row, or (-1) nowhere, with names for
   * the columns and the file they are `like`. Without it, or on row 0, the first row is the header.
   */
  findHeader?: (rows: readonly (readonly string[])[], file: string) => HeaderPlace;
  /**
   * Columns of a file, by index, of whose values only needs to be known which are equal: nobody asks for their text. All
   * values that are plain tokens and stand in one row share the code `ownCode` then.
   */
  ownValues?: (file: string, header: readonly string[]) => readonly number[];
  /** Another thread to read the end of a large file at the same time; whatever it does, the answer is the same. */
  openHelper?: OpenRangeReader;
  /**
   * With a helper, the bytes after which its ranges of the largest file begin, the last range first; chosen as reading goes
   * on unless told, and then only of a large file.
   */
  splitAt?: readonly number[];
  onProgress?: (progress: Progress) => void;
  /**
   * Called as rows arrive with the table so far: whole rows and their distinct values. It is the same object during
   * one reading and the one yielded at the end; a file that must be read again (another encoding) starts a new one.
   */
  onPiece?: (table: Table, file: string) => void;
};

export type HeaderPlace = { row: number } | { row: -1; header: readonly string[]; like: string };

export type Progress = {
  file: string;
  bytesDone: number;
  bytesTotal: number;
  rows: number;
  /** Another thread reads this file already, before its turn. */
  ahead?: true;
};

/** One file of the package: its table unless nothing of it could be read, and what is wrong with it as a file. */
export type Opened = { file: string; table?: Table; problems: FileProblem[] };
