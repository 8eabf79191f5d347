import type { RosterReading } from "../portals/profile.ts";
import { plainWords } from "./plain-words.ts";
import { type Control, readCell, readPlace, textIn } from "./read-cell.ts";
import {
  attributeOf,
  childElementsOf,
  closestTo,
  contains,
  isMatch,
  queryAll,
  queryOne,
  tagOf,
} from "./safe-dom.ts";

/** A roster found on a page: its table and the field of each of its columns, by position. */
export type LocatedRoster = {
  reading: RosterReading;
  table: Element;
  columns: readonly (string | undefined)[];
};

const spanOf = (cell: Element): number => {
  const span = Number(attributeOf(cell, "colspan") ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1;
};

/** The words a header cell may go by: its text, and what it says to those who cannot see it. */
const namesOf = (cell: Element): string[] =>
  [textIn(cell), attributeOf(cell, "aria-label"), attributeOf(cell, "title"), cell.textContent]
    .map((name) => plainWords(name ?? ""))
    .filter((name) => name !== "");

/** The header cells of a roster; those of a selector that asks for a thead are looked for there, and not in every row. */
export const headerCellsIn = (table: Element, selector: string): Element[] => {
  const inHead = selector.split(",").every((part) => /(?:^|[\s>])thead\b/.test(part));
  const heads = inHead ? childElementsOf(table).filter((child) => tagOf(child) === "thead") : [];
  return (heads.length > 0 ? heads : [table]).flatMap((root) => queryAll(root, selector));
};

/** The field of each column, by the profile's header words; undefined where no column of the profile fits. */
export const recogniseColumns = (table: Element, reading: RosterReading): (string | undefined)[] => {
  const byName = new Map<string, string>();
  for (const column of reading.columns) {
    for (const header of column.headers) byName.set(plainWords(header), column.field);
  }
  const taken = new Set<string>();
  return headerCellsIn(table, reading.header).flatMap((cell) => {
    const field = namesOf(cell)
      .map((name) => byName.get(name))
      .find((found) => found !== undefined && !taken.has(found));
    if (field !== undefined) taken.add(field);
    return [field, ...Array<undefined>(spanOf(cell) - 1).fill(undefined)];
  });
};

/**
 * The roster of a page, or the reason why it cannot be relied on (in the code that utils/guard/say-resting.ts puts into
 * words), or undefined where the page shows none.
 */
export const locateRoster = (
  document: Document,
  reading: RosterReading,
): LocatedRoster | { resting: string } | undefined => {
  const table = queryOne(document, reading.table);
  if (!table) return;
  const columns = recogniseColumns(table, reading);
  const found = columns.filter((field) => field !== undefined);
  const missing = reading.columns.find(({ field, required }) => required && !found.includes(field));
  if (missing) return { resting: `column ${missing.headers[0]}` };
  if (found.length < reading.expectedColumns)
    return { resting: `columns ${found.length} ${reading.expectedColumns}` };
  return { reading, table, columns };
};

export const rowsOf = ({ table, reading }: LocatedRoster): Element[] => queryAll(table, reading.row);

/** The cells of a row with their fields; cells of columns the profile does not know are left out. */
export const cellsOf = (
  row: Element,
  columns: LocatedRoster["columns"],
): { field: string; cell: Element }[] => {
  let position = 0;
  return childElementsOf(row).flatMap((cell) => {
    const field = columns[position];
    position += spanOf(cell);
    return field === undefined ? [] : [{ field, cell }];
  });
};

/** The student's identity: of its column, or of the place in the row where the profile looks for it. */
export const identityOf = (
  row: Element,
  { reading, columns }: LocatedRoster,
  read?: (control: Control) => string,
): string => {
  const found = cellsOf(row, columns).find(({ field }) => field === "id");
  return found ? readCell(found.cell, read) : readPlace(row, reading.identity);
};

/** The name in a row, for a student of whom the page shows no id. */
export const nameIn = (
  row: Element,
  { columns }: Pick<LocatedRoster, "columns">,
  read?: (control: Control) => string,
): string => {
  const cells = cellsOf(row, columns);
  return ["name", "firstName", "lastName"]
    .flatMap((wanted) => cells.filter(({ field }) => field === wanted))
    .map(({ cell }) => readCell(cell, read))
    .join(" ")
    .trim();
};

/** The row and field of something inside the roster. */
export const placeOf = (
  element: Element,
  roster: LocatedRoster,
): { row: Element; field: string | undefined } | undefined => {
  // A row just added by hand may not look like a student's yet.
  const row = closestTo(element, roster.reading.row) ?? closestTo(element, "tr, [role=row]");
  if (!row || row === roster.table || !contains(roster.table, row)) return;
  const found = cellsOf(row, roster.columns).find(({ cell }) => cell === element || cell.contains(element));
  return { row, field: found?.field };
};

export const isHeaderRow = (row: Element): boolean => {
  const cells = childElementsOf(row);
  return cells.length > 0 && cells.every((cell) => isMatch(cell, "th, [role=columnheader]"));
};
