import { tooLarge, unreadable, workbookLimits } from "./workbook-limits.ts";
import type { WorkbookParts } from "./workbook-parts.ts";
import { type Attributes, unescapeText, type XmlHandlers } from "./workbook-xml.ts";

/** A cell's text, or the number of the shared text it holds. */
export type Cell = string | number;

/** A row with anything in it: the spreadsheet's number of the row, and its cells from the first column on. */
export type SheetRow = { line: number; cells: Cell[] };

type Reader = {
  row: SheetRow;
  /** Column of the last cell seen, from 1. */
  column: number;
  type: string;
  style: string | undefined;
  value: string | undefined;
  /** What text belongs to, by the tag that is open. */
  inside: "v" | "t" | undefined;
  inCell: boolean;
  inAid: boolean;
};

/** Reads the rows of a sheet's part, and hands over those with a cell that is not empty. Throws file faults. */
export const sheetHandlers = (
  { styles, from1904 }: Pick<WorkbookParts, "styles" | "from1904">,
  take: (row: SheetRow) => void,
): XmlHandlers => {
  const at: Reader = {
    row: { line: 0, cells: [] },
    column: 0,
    type: "n",
    style: undefined,
    value: undefined,
    inside: undefined,
    inCell: false,
    inAid: false,
  };
  let inData = false;
  let inRow = false;
  /** The number of the row before. */
  let line = 0;
  const openRow = (attributes: Attributes) => {
    inRow = true;
    at.row = { line: attributes.r === undefined ? 0 : Number(attributes.r), cells: [] };
    at.column = 0;
    if (at.row.line !== 0) line = checkLine(at.row.line, line);
  };
  const openCell = ({ r, t, s }: Attributes) => {
    at.inCell = true;
    at.type = t ?? "n";
    at.style = s;
    at.value = undefined;
    const column = r === undefined ? at.column + 1 : columnOf(r);
    if (column <= at.column) throw unreadable(`cell ${r} out of order`);
    at.column = column;
    // A row without a number is where its first cell is, or below the row before.
    if (at.row.line === 0)
      at.row.line = line = checkLine(Number(/\d*$/.exec(r ?? "")?.[0] || line + 1), line);
  };
  const closeCell = () => {
    at.inCell = false;
    const { cells } = at.row;
    const cell = cellOf(at, styles, from1904);
    if (cell === "") return;
    if (at.column > workbookLimits.columns) throw tooLarge(`${workbookLimits.columns} columns`);
    while (cells.length < at.column - 1) cells.push("");
    cells.push(cell);
  };
  const closeRow = () => {
    inRow = false;
    if (at.row.line === 0) line++;
    if (at.row.cells.length > 0) take(at.row);
  };
  return {
    open: (name, attributes) => {
      if (at.inCell) {
        if (name === "v" || name === "t") at.inside = name;
        else if (name === "rPh") at.inAid = true;
        if ((name === "v" || name === "is") && at.value === undefined) at.value = "";
      } else if (inRow) {
        if (name === "c") openCell(attributes());
      } else if (inData) {
        if (name === "row") openRow(attributes());
      } else if (name === "sheetData") inData = true;
    },
    text: (text) => {
      if (at.inside === undefined || at.inAid) return;
      if ((at.inside === "t") === (at.type === "inlineStr")) at.value = (at.value ?? "") + text;
    },
    close: (name) => {
      if (name === "v" || name === "t") at.inside = undefined;
      else if (name === "rPh") at.inAid = false;
      else if (name === "c" && at.inCell) closeCell();
      else if (name === "row" && inRow) closeRow();
      else if (name === "sheetData") inData = false;
    },
  };
};

/** Row numbers ascend (ECMA-376 part 1, 18.3.1.73); one far down is a claim that a reader would have to fill in. */
const checkLine = (line: number, before: number): number => {
  if (!Number.isInteger(line) || line <= before) throw unreadable(`row ${line} after row ${before}`);
  if (line > workbookLimits.rows) throw tooLarge(`${workbookLimits.rows.toLocaleString("en-US")} rows`);
  return line;
};

/** "C5" is in column 3. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length && at < 8; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0) throw unreadable(`cell ${reference.slice(0, 20)}`);
  return column;
};

/** What a cell holds: text, a number as it is stored, a date as ISO; "" for a formula that failed, and for nothing. */
const cellOf = ({ type, style, value }: Reader, styles: WorkbookParts["styles"], from1904: boolean): Cell => {
  if (value === undefined || value === "") return "";
  switch (type) {
    case "s": {
      const index = Number(value);
      if (!Number.isInteger(index) || index < 0) throw unreadable("a text that is not there");
      return index;
    }
    case "str":
    case "inlineStr":
      return unescapeText(value);
    case "n":
      return numberOf(value, style, styles, from1904);
    case "b":
      if (value !== "0" && value !== "1") throw unreadable("a cell that is neither true nor false");
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "d":
      return isoOf(Date.parse(/T[^Z+-]*$/i.test(value) ? `${value}Z` : value)) ?? value;
    default:
      throw unreadable(`a cell of type ${type.slice(0, 20)}`);
  }
};

const numberOf = (
  stored: string,
  style: string | undefined,
  styles: WorkbookParts["styles"],
  from1904: boolean,
): string => {
  const isDate = style ? styles(Number(style)) : false;
  if (isDate === undefined) throw unreadable("a style that is not there");
  if (isDate) return isoOf(timeOf(Number(stored), from1904)) ?? stored;
  if (!/e/i.test(stored)) return stored;
  // As people write it: a long one is stored as 1.2345678901234E+13.
  const number = Number(stored);
  return Number.isSafeInteger(number) ? String(number) : stored;
};

const dayLength = 24 * 60 * 60 * 1000;
/** Days from the day before 1 January 1900 to 1970, with the 29 February 1900 that Lotus 1-2-3 made up. */
const daysTo1970 = 25_569;
/** Days from there to 1 January 1904. */
const daysTo1904 = 1462;

/** Milliseconds since 1970 of a day as spreadsheets count them. */
const timeOf = (days: number, from1904: boolean): number =>
  Math.floor((days + (from1904 ? daysTo1904 : 0) - daysTo1970) * dayLength);

/** The day alone where no time was given; undefined for a time past what a calendar has. */
const isoOf = (time: number): string | undefined => {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
};
