import type { ByteFile } from "./byte-reader.ts";
import { checkHeader } from "./header.ts";
import { headerMissing, shownRows, titleLines, titleOf } from "./header-place.ts";
import { lineOfRow, shiftLines } from "./lines.ts";
import type { Opened, OpenOptions } from "./open-options.ts";
import type { FileFacts, FileProblem, Table } from "./table.ts";
import {
  addRow,
  createTableBuilder,
  finishTable,
  flushRows,
  type TableBuilder,
  viewTable,
} from "./table-builder.ts";
import { checkTable } from "./table-problems.ts";
import { type Cell, type SheetRow, sheetHandlers } from "./workbook-cells.ts";
import { unreadable } from "./workbook-limits.ts";
import type { WorkbookParts } from "./workbook-parts.ts";
import type { SharedStrings } from "./workbook-strings.ts";
import { readXml } from "./workbook-xml.ts";

export type SheetSource = {
  file: string;
  /** Bytes of the workbook. */
  bytes: number;
  part: ByteFile;
  book: Pick<WorkbookParts, "styles" | "from1904">;
  strings: SharedStrings;
  options: OpenOptions;
  pause: () => Promise<void>;
};

/** Bytes of XML between two reports of what was read: some hundred rows. */
const reportEvery = 256 * 1024;

/** Reads a sheet into a table; undefined when no cell holds anything. `least` is the width its rows are known to have. */
export const readSheet = async (source: SheetSource, least = 0): Promise<Opened | undefined> => {
  const { part, book, strings, pause } = source;
  const sheet = createSheet(source, least);
  const rows: SheetRow[] = [];
  const pieces = readXml(
    part,
    sheetHandlers(book, (row) => rows.push(row)),
  );
  let reported = -reportEvery;
  for await (const bytesDone of pieces) {
    await readTextsOf(rows, strings);
    for (const row of rows) takeRow(sheet, row);
    rows.length = 0;
    if (sheet.builder !== undefined && bytesDone - reported >= reportEvery) {
      reported = bytesDone;
      report(sheet, sheet.builder, bytesDone);
    }
    await pause();
  }
  await strings.finish();
  // A row past the header: its columns have no name, but it has them, as every row then.
  if (sheet.builder !== undefined && sheet.widest > sheet.width) return readSheet(source, sheet.widest);
  if (sheet.first.length > 0) begin(sheet);
  const { builder, table, problems } = sheet;
  if (builder === undefined || table === undefined) return undefined;
  finishTable(builder);
  report(sheet, builder, part.size);
  return { file: source.file, table, problems: [...problems, ...checkTable(builder)] };
};

type Sheet = {
  source: SheetSource;
  /** Rows kept until it is known which of them is the header. */
  first: SheetRow[];
  /** Cells of the widest row so far. */
  widest: number;
  /** Cells of a row in the table. */
  width: number;
  builder: TableBuilder | undefined;
  table: Table | undefined;
  problems: FileProblem[];
};

const createSheet = (source: SheetSource, least: number): Sheet => ({
  source,
  first: [],
  widest: least,
  width: 0,
  builder: undefined,
  table: undefined,
  problems: [],
});

/** Reads the shared texts that the rows' cells name. */
const readTextsOf = async (rows: readonly SheetRow[], strings: SharedStrings) => {
  let highest = -1;
  for (const { cells } of rows) {
    for (const cell of cells) if (typeof cell === "number" && cell > highest) highest = cell;
  }
  if (highest >= strings.count) await strings.readTo(highest);
  if (highest >= strings.count) throw unreadable("a text that is not there");
};

const takeRow = (sheet: Sheet, row: SheetRow) => {
  const width = widthOf(row.cells, sheet.source.strings);
  if (width === 0) return;
  if (width > sheet.widest) sheet.widest = width;
  const { builder } = sheet;
  if (builder === undefined) {
    sheet.first.push(row);
    if (sheet.first.length === shownRows) begin(sheet);
  } else if (sheet.widest <= sheet.width) addSheetRow(sheet, builder, row);
};

/** Cells up to the last that is not empty. */
const widthOf = (cells: readonly Cell[], { starts }: SharedStrings): number => {
  let width = cells.length;
  while (width > 0) {
    const cell = cells[width - 1]!;
    if (typeof cell === "number" ? starts[cell] !== starts[cell + 1] : cell !== "") break;
    width--;
  }
  return width;
};

const addSheetRow = ({ source }: Sheet, builder: TableBuilder, { line, cells }: SheetRow) => {
  const row = builder.rows + builder.pending;
  shiftLines(builder.lines, row, line - lineOfRow(builder.lines, row));
  addRow(builder, cells, source.strings);
};

/** Starts the table: settles the header, and adds the rows that were kept after it. */
const begin = (sheet: Sheet) => {
  const { source, first } = sheet;
  const { header, after, facts } = findHeader(sheet);
  const { file, bytes } = source;
  const builder = createTableBuilder(header, {
    name: file,
    rows: 0,
    columns: header.length,
    bytes,
    encoding: "utf-8",
    lineEnding: "none",
    delimiter: "",
    ...facts,
  });
  sheet.width = sheet.widest;
  sheet.builder = builder;
  sheet.table = viewTable(builder);
  for (const row of first.slice(after)) addSheetRow(sheet, builder, row);
  sheet.first = [];
};

/** The header's cells, after how many of the first rows data begin, and what stands above it or that there is none. */
const findHeader = ({ source, first, widest, problems }: Sheet) => {
  const { file, strings, options } = source;
  const rows = first.map(({ cells }) =>
    Array.from({ length: widest }, (_, index) => textOf(cells[index], strings)),
  );
  const place = options.findHeader?.(rows, file) ?? { row: 0 };
  if (place.row < 0 && "header" in place) {
    const header = [...place.header];
    problems.push(headerMissing(file, place), ...checkHeader(file, header, Math.max(1, first[0]!.line - 1)));
    return { header, after: 0, facts: { headerless: true } satisfies Partial<FileFacts> };
  }
  const at = first[place.row] === undefined ? 0 : place.row;
  const { line } = first[at]!;
  const header = rows[at]!;
  const titles = rows.slice(0, at);
  if (at > 0) problems.push(titleLines(file, titles, line - 1));
  problems.push(...checkHeader(file, header, line));
  const facts: Partial<FileFacts> = at > 0 ? { titleLines: titles.map(titleOf) } : {};
  return { header, after: at + 1, facts };
};

const textOf = (cell: Cell | undefined, strings: SharedStrings): string =>
  typeof cell === "number" ? strings.textOf(cell) : (cell ?? "");

const report = ({ table, source }: Sheet, builder: TableBuilder, bytesDone: number) => {
  const { file, part, options } = source;
  flushRows(builder);
  options.onProgress?.({ file, bytesDone, bytesTotal: part.size, rows: builder.rows });
  if (table !== undefined && table.rows > 0) options.onPiece?.(table, file);
};
