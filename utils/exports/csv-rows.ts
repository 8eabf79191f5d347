import { wordsOf } from "../findings/describe.ts";
import { type Finding, outcomes } from "../findings/finding.ts";
import type { Table } from "../table/table.ts";
import { type FilePlaces, orderByLine, type Places } from "./collect-places.ts";

/** A person's own rows, each with what is wrong with it behind. */

export const errorColumns = [
  "rosterguard_line",
  "rosterguard_outcome",
  "rosterguard_rules",
  "rosterguard_columns",
  "rosterguard_what",
] as const;

/** A spreadsheet runs a cell that begins like this as a formula (OWASP, CSV injection): in our own columns only text. */
const formula = /^[\s]*[=+\-@\t\r]/;
export const neutralise = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

const makeWriter = (delimiter: string) => {
  const special = new RegExp(`["\\r\\n${delimiter === "|" ? "\\|" : delimiter}]|^\\s|\\s$`);
  return (cells: readonly string[]): string =>
    `${cells.map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
};

type Options = {
  /** Rows without findings too. */
  allRows: boolean;
  /** Findings about files that are no table, which have no row anywhere else. */
  elsewhere?: readonly FilePlaces[];
};

/**
 * The text of the file, piece by piece: UTF-8 with a byte order mark (else a spreadsheet takes it for Windows-1252),
 * the file's own delimiter. What is about the file as a whole, or a line that could not be read as a row, has a row of
 * its own whose cells are blank.
 */
export function* makeCsv(
  table: Pick<Table, "file" | "header" | "rows" | "columns" | "lineOf">,
  places: Places,
  { allRows, elsewhere = [] }: Options,
): Generator<string> {
  const write = makeWriter(table.file.delimiter || ",");
  const blank = table.header.map(() => "");
  yield `\ufeff${write([...table.header, ...errorColumns])}`;
  for (const others of elsewhere) yield write([...blank, ...sayAll(others, places, allOf(others))]);

  const found = places.files.get(table.file.name);
  const order = found === undefined ? new Uint32Array() : orderByLine(found);
  let next = 0;
  /** The places of the line the next place is on, when that is not beyond `line`. */
  const takeUntil = (line: number): Uint32Array | undefined => {
    if (found === undefined || next >= order.length) return undefined;
    const start = found.lines[order[next] as number] as number;
    if (start > line) return undefined;
    const from = next;
    while (next < order.length && found.lines[order[next] as number] === start) next++;
    return order.subarray(from, next);
  };
  const write_ = (cells: readonly string[], at: Uint32Array | undefined, line: number): string =>
    write([...cells, ...(found && at ? sayAll(found, places, at) : noErrors(line))]);

  let piece = "";
  for (let row = 0; row < table.rows; row++) {
    const line = table.lineOf(row);
    let here: Uint32Array | undefined;
    for (let at = takeUntil(line); at !== undefined; at = takeUntil(line)) {
      if (found?.lines[at[0] as number] === line) here = at;
      else piece += write_(blank, at, 0);
    }
    if (here !== undefined || allRows) piece += write_(cellsOf(table, row), here, line);
    if (piece.length > 65_536) {
      yield piece;
      piece = "";
    }
  }
  for (let at = takeUntil(Infinity); at !== undefined; at = takeUntil(Infinity))
    piece += write_(blank, at, 0);
  yield piece + sayUnnamed(table.file.name, places, (cells) => write([...blank, ...cells]));
}

const cellsOf = ({ columns }: Pick<Table, "columns">, row: number): string[] =>
  columns.map((column) => column.valueOf(column.codes[row] as number));

const allOf = ({ size }: FilePlaces): Uint32Array => Uint32Array.from({ length: size }, (_, at) => at);

/** The outcome of what the LEA has acknowledged: whoever mends the faults of a row has nothing to do there. */
const known = "acknowledged";

const noErrors = (line: number): string[] => [String(line), "", "", "", ""];

const sayAll = (found: FilePlaces, { findings, columns }: Places, at: Uint32Array): string[] => {
  const each = [...at].map((place) => ({
    finding: findings[found.findings[place] as number],
    column: columns[found.columns[place] as number] ?? "",
  }));
  const open = each.flatMap(({ finding }) => (finding && !finding.acknowledged ? finding.outcome : []));
  const worst = outcomes.find((outcome) => open.includes(outcome)) ?? known;
  const unique = (texts: string[]) => [...new Set(texts.filter((text) => text !== ""))].join("; ");
  const line = found.lines[at[0] as number] ?? 0;
  return [
    line === 0 ? "" : String(line),
    worst,
    unique(each.map(({ finding }) => finding?.rule ?? "")),
    unique(each.map(({ column }) => column)),
    unique(each.map(({ finding, column }) => sayOne(finding, column, line))),
  ].map(neutralise);
};

/** Of a row, what is wrong with which of its cells; of a file as a whole, the finding's own sentence. */
const sayOne = (finding: Finding | undefined, column: string, line: number): string => {
  if (finding === undefined) return "";
  const { title, what } = wordsOf(finding.rule, "en");
  const mark = finding.acknowledged ? ` (${known})` : "";
  if (line === 0) return what({ ...finding.args, count: finding.count }) + mark;
  return (column === "" ? title : `${column}: ${title}`) + mark;
};

/** The reader and a few rules keep a thousand places at most; the others are counted here rather than passed over. */
const sayUnnamed = (
  file: string,
  { findings, unnamed }: Places,
  write: (cells: string[]) => string,
): string =>
  findings
    .map(({ args, outcome, rule, acknowledged }, at) => {
      const left = unnamed[at] ?? 0;
      if (left === 0 || args.file !== file) return "";
      const what = `${wordsOf(rule, "en").title}: ${left} more, whose lines were not kept`;
      return write(["", acknowledged ? known : outcome, rule, "", what]);
    })
    .join("");
