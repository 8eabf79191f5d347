import Papa, { type ParseStepResult } from "papaparse";
import type { Bytes } from "./byte-reader.ts";
import { decoderLabel } from "./decode.ts";
import { checkHeader } from "./header.ts";
import { lineOfRow, shiftLines } from "./lines.ts";
import { fatalProblem, placeLimit, problem } from "./problems.ts";
import { type Outcome, type Reading, startTable } from "./reading.ts";
import { recordLimit } from "./scan-fields.ts";
import type { FileProblem, Table } from "./table.ts";
import { addRow, flushRows, type TableBuilder } from "./table-builder.ts";

/** Largest file read this way, in bytes. */
export const papaLimit = 64 * 1024 * 1024;

const chunkBytes = 256 * 1024;

/** The parser proper, which @types/papaparse shows only in part. */
type PapaParser = new (config: {
  delimiter: string;
  newline: string;
  step: (result: ParseStepResult<string[][]>) => void;
}) => { parse(input: string, baseIndex: number, ignoreLastRow: boolean): unknown; abort(): void };

/**
 * Reads a file with irregular quoting through Papa Parse, whose guess of what was meant is the one people know. Chunks
 * are handed over as the library's own streamer does, but decoded by one decoder, and no record may pass the limit.
 */
export const readWithPapa = async (reading: Reading): Promise<Outcome> => {
  const { file, encoding, dialect, options } = reading;
  const rows = createRows(reading);
  const Parser = Papa.Parser as unknown as PapaParser;
  const fatal = encoding === "utf-8" || encoding === "utf-8-bom";
  const decoder = new TextDecoder(decoderLabel(encoding), { fatal });
  const reader = file.open();
  let buffer: Bytes = new Uint8Array(chunkBytes);
  let bytesDone = 0;
  let text = "";
  let ended = false;
  try {
    while (!ended && !rows.stopped) {
      const got = await reader.read(buffer, 0, chunkBytes);
      buffer = got.buffer;
      bytesDone += got.length;
      ended = got.length === 0;
      try {
        text += decoder.decode(buffer.subarray(0, got.length), { stream: !ended });
      } catch (error) {
        if (error instanceof TypeError) return { kind: "not-utf-8", place: undefined };
        throw error;
      }
      let used = 0;
      const parser = new Parser({
        delimiter: dialect.delimiter,
        newline: dialect.newline,
        step: ({ data, errors, meta }) => {
          if (rows.stopped) return;
          const span = text.slice(used, meta.cursor);
          used = meta.cursor;
          takeRow(rows, data[0] ?? [], span, errors);
          if (rows.stopped) parser.abort();
        },
      });
      parser.parse(text, 0, !ended);
      text = text.slice(used);
      if (text.length > recordLimit && !rows.stopped) stopUnclosed(rows);
      if (rows.builder !== undefined) flushRows(rows.builder);
      options.onProgress?.({
        file: file.name,
        bytesDone,
        bytesTotal: file.size,
        rows: rows.builder?.rows ?? 0,
      });
      if (rows.table !== undefined && rows.table.rows > 0) options.onPiece?.(rows.table, file.name);
      await reading.pause();
    }
  } finally {
    await reader.close();
  }
  if (!rows.stopped && bytesDone !== file.size) {
    throw new Error(`Read ${bytesDone} of ${file.size} bytes of a file: the reader lost some.`);
  }
  return endRows(rows);
};

type Rows = {
  reading: Reading;
  builder: TableBuilder | undefined;
  table: Table | undefined;
  /** 1-based line on which the next row begins. */
  line: number;
  irregular: { count: number; places: { line: number }[] };
  ragged: { count: number; places: { line: number; value: string }[] };
  problems: FileProblem[];
  stopped: boolean;
};

const createRows = (reading: Reading): Rows => ({
  reading,
  builder: undefined,
  table: undefined,
  line: 1 + (reading.start?.lines ?? 0),
  irregular: { count: 0, places: [] },
  ragged: { count: 0, places: [] },
  problems: [],
  stopped: false,
});

/** Adds one row as Papa Parse gives it; `span` is its source text with the line ending. */
const takeRow = (rows: Rows, cells: string[], span: string, errors: { code: string }[]) => {
  const line = rows.line;
  if (errors.some((error) => error.code === "MissingQuotes") || span.length > recordLimit) {
    stopUnclosed(rows);
    return;
  }
  rows.line += span.match(/\r\n|\r|\n/g)?.length ?? 1;
  if (errors.length > 0) {
    rows.irregular.count++;
    if (rows.irregular.places.length < placeLimit) rows.irregular.places.push({ line });
  }
  if (cells.length === 1 && cells[0] === "") return;
  const { builder } = rows;
  if (builder === undefined) {
    const started = startTable(rows.reading, cells);
    rows.builder = started.builder;
    rows.table = started.table;
    // The reader of the file moves these down by the lines above the header.
    const own = line - (rows.reading.start?.lines ?? 0);
    rows.problems.push(...checkHeader(rows.reading.file.name, cells, own));
    return;
  }
  const row = builder.rows + builder.pending;
  shiftLines(builder.lines, row, line - lineOfRow(builder.lines, row));
  const width = builder.columns.length;
  if (cells.length !== width) {
    rows.ragged.count++;
    if (rows.ragged.places.length < placeLimit) {
      rows.ragged.places.push({ line, value: `${cells.length} of ${width} cells` });
    }
  }
  addRow(builder, cells);
};

const stopUnclosed = (rows: Rows) => {
  const { name } = rows.reading.file;
  const args = { stoppedAtLine: rows.line, limit: "1 MB" };
  const places = [{ line: rows.line }];
  rows.problems.push(
    rows.builder === undefined
      ? fatalProblem("unclosed-quote", name, args, places)
      : problem("unclosed-quote", name, args, places),
  );
  rows.stopped = true;
};

const endRows = ({ builder, table, problems, irregular, ragged, reading }: Rows): Outcome => {
  const { name } = reading.file;
  if (irregular.count > 0) {
    problems.push(problem("irregular-quotes", name, {}, irregular.places, irregular.count));
  }
  if (ragged.count > 0) problems.push(problem("ragged-rows", name, {}, ragged.places, ragged.count));
  return { kind: "read", builder, table, problems };
};
