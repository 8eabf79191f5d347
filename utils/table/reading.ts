import type { ByteFile } from "./byte-reader.ts";
import type { Dialect } from "./dialect.ts";
import type { HeaderStart } from "./header-place.ts";
import { shiftLines } from "./lines.ts";
import type { OpenOptions } from "./open-options.ts";
import type { Shares } from "./share-file.ts";
import type { Encoding, FileProblem, Table } from "./table.ts";
import { createTableBuilder, type TableBuilder, viewTable } from "./table-builder.ts";

/** One attempt at a file: what it is read as, and with which options. */
export type Reading = {
  file: ByteFile;
  encoding: Encoding;
  dialect: Dialect;
  options: OpenOptions;
  /** Where the file does not begin with its header. */
  start?: HeaderStart;
  /** Bytes of the whole file, where only a part of it is read. */
  bytes?: number;
  pause: () => Promise<void>;
  /** Where the file begins in the one that it is a part of. */
  offset?: number;
  /** What another thread reads of the file meanwhile. */
  shares?: Shares | undefined;
};

export type Place = FileProblem["places"][number];

/** How an attempt ended: with a table, or with the reason to try again in another way. */
export type Outcome =
  | { kind: "read"; builder: TableBuilder | undefined; table: Table | undefined; problems: FileProblem[] }
  | { kind: "not-utf-8"; place: Place | undefined }
  | { kind: "irregular"; line: number; builder: TableBuilder | undefined; table: Table | undefined };

/** The builder and the view of a file whose header is known. */
export const startTable = (
  reading: Reading,
  cells: readonly string[],
): { builder: TableBuilder; table: Table } => {
  const { file, encoding, dialect } = reading;
  const builder = createTableBuilder(cells, {
    name: file.name,
    rows: 0,
    columns: cells.length,
    bytes: reading.bytes ?? file.size,
    encoding,
    lineEnding: dialect.lineEnding,
    delimiter: dialect.delimiter,
    ...(file.written !== undefined && { written: file.written }),
    ...reading.start?.facts,
  });
  shiftLines(builder.lines, 0, reading.start?.lines ?? 0);
  return { builder, table: viewTable(builder) };
};
