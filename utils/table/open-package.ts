import Papa from "papaparse";
import type { SourceFile } from "./source.ts";
import type { FileProblem, Table } from "./table.ts";
import { tableFromRows } from "./table-from-rows.ts";

export type OpenOptions = {
  signal?: AbortSignal;
  /** Most bytes a zip may unpack to, or a file may have. */
  maxBytes?: number;
  /** Bytes read at a time. */
  pieceBytes?: number;
  onProgress?: (progress: Progress) => void;
  /** Called as rows arrive, with the table so far: the same object for one reading of a file. */
  onPiece?: (table: Table, file: string) => void;
};

export type Progress = { file: string; bytesDone: number; bytesTotal: number; rows: number };

/** One file of the package: its table unless nothing of it could be read, and what is wrong with it as a file. */
export type Opened = { file: string; table?: Table; problems: FileProblem[] };

/** Reads every file of a package, in order; one that cannot be read never stops the rest. */
export async function* openPackage(
  sources: readonly SourceFile[],
  options: OpenOptions = {},
): AsyncGenerator<Opened> {
  for (const { name, blob } of sources) {
    options.signal?.throwIfAborted();
    const text = new TextDecoder().decode(await blob.arrayBuffer());
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    const [header, ...rows] = data;
    if (header === undefined) {
      yield {
        file: name,
        problems: [{ kind: "empty-file", file: name, fatal: true, count: 1, args: {}, places: [] }],
      };
      continue;
    }
    yield { file: name, table: tableFromRows(name, header, rows, { bytes: blob.size }), problems: [] };
  }
}
