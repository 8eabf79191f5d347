import { fileFault } from "./file-fault.ts";
import { checkHeader } from "./header.ts";
import { headerMissing, titleLines, titleOf } from "./header-place.ts";
import { lineOfRow, shiftLines } from "./lines.ts";
import type { Opened, OpenOptions } from "./open-options.ts";
import { createPause } from "./pause.ts";
import { fatalProblem } from "./problems.ts";
import type { FileFacts } from "./table.ts";
import { addRow, createTableBuilder, finishTable, viewTable } from "./table-builder.ts";
import { checkTable } from "./table-problems.ts";
import { unpackWorkbook, workbookLimits } from "./workbook-limits.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { createBudget } from "./zip-entries.ts";

/** A cell as the reader gives it, with numbers kept as text. */
type Cell = string | boolean | Date | null;
type Sheet = { sheet: string; data: Cell[][] };

export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ path }) => path === "xl/workbook.xml" || path === "[Content_Types].xml");

/**
 * Reads the first sheet of a workbook that holds anything: text as it stands, numbers as they are stored, dates as
 * ISO. Lines are the spreadsheet's row numbers.
 */
export const readWorkbook = async (
  name: string,
  blob: Blob,
  entries: readonly ZipEntry[],
  options: OpenOptions,
): Promise<Opened> => {
  const pause = createPause(options.signal);
  if (entries.some(({ encrypted }) => encrypted)) {
    return {
      file: name,
      problems: [fatalProblem("encrypted-file", name, { found: "a workbook with a password" })],
    };
  }
  const unpacked = await unpackWorkbook(blob, entries, createBudget(options.maxBytes), pause);
  const sheet = (await readSheets(unpacked)).find(({ data }) => data.some(hasValue));
  await pause();
  if (sheet === undefined) return { file: name, problems: [fatalProblem("empty-file", name)] };
  return tableOfSheet(`${name}/${sheet.sheet}`, blob.size, sheet.data, options);
};

const readSheets = async (blob: Blob): Promise<Sheet[]> => {
  // 50 kB that only workbooks need.
  const { default: readXlsxFile } = await import("read-excel-file/universal");
  try {
    // The reader's types leave out that a date cell is a Date.
    return (await readXlsxFile<string>(blob, {
      trim: false,
      parseNumber: plainNumber,
    })) as unknown as Sheet[];
  } catch (error) {
    // What it throws speaks of XML parts and cells: "<c/> at row 3, col 2: #N/A".
    const detail = error instanceof Error ? error.message : "";
    throw fileFault("unreadable-workbook", { detail });
  }
};

const tableOfSheet = async (
  file: string,
  bytes: number,
  data: Cell[][],
  options: OpenOptions,
): Promise<Opened> => {
  const { headerAt, header, facts, found } = headerOf(file, data, options);
  if (header.length > workbookLimits.columns) throw fileFault("file-too-large", { limit: "200 columns" });
  const problems = [...found, ...checkHeader(file, header, Math.max(1, headerAt + 1))];
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
  const pause = createPause(options.signal);
  for (let index = headerAt + 1; index < data.length; index++) {
    const cells = data[index]!;
    if (!hasValue(cells)) continue;
    const row = builder.rows + builder.pending;
    shiftLines(builder.lines, row, index + 1 - lineOfRow(builder.lines, row));
    addRow(builder, cells.map(textOf));
    if (index % 1024 === 0) await pause();
  }
  finishTable(builder);
  options.onProgress?.({ file, bytesDone: bytes, bytesTotal: bytes, rows: builder.rows });
  problems.push(...checkTable(builder));
  return { file, table: viewTable(builder), problems };
};

/** The header's row, its cells, and what stands above it or that there is none: then rows begin at the first filled one. */
const headerOf = (file: string, data: Cell[][], { findHeader }: OpenOptions) => {
  const filled = data.flatMap((cells, index) => (hasValue(cells) ? [index] : [])).slice(0, 10);
  const rows = filled.map((index) => data[index]!.map(textOf));
  const place = findHeader?.(rows, file) ?? { row: 0 };
  if (place.row < 0 && "header" in place) {
    const facts: Partial<FileFacts> = { headerless: true };
    return {
      headerAt: filled[0]! - 1,
      header: [...place.header],
      facts,
      found: [headerMissing(file, place)],
    };
  }
  const headerAt = filled[place.row] ?? filled[0]!;
  const header = data[headerAt]!.map(textOf);
  if (place.row <= 0) return { headerAt, header, facts: {}, found: [] };
  const titles = rows.slice(0, place.row);
  const facts: Partial<FileFacts> = { titleLines: titles.map(titleOf) };
  return { headerAt, header, facts, found: [titleLines(file, titles, headerAt)] };
};

const hasValue = (cells: readonly Cell[]): boolean => cells.some((cell) => cell !== null && cell !== "");

const textOf = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const iso = cell.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
};

/** A stored number as people write it: Excel stores long ones as 1.2345678901234E+13. */
const plainNumber = (stored: string): string => {
  if (!/e/i.test(stored)) return stored;
  const number = Number(stored);
  return Number.isSafeInteger(number) ? String(number) : stored;
};
