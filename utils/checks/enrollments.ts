import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import type { RoleTable } from "./rule.ts";

/** Tests of rows by the words of one column. */

/** A test of a row by one column: whether its value is among some words. An absent column passes nothing. */
export const isAmong = (column: Column | undefined, ...words: string[]): ((row: number) => boolean) => {
  if (column === undefined) return () => false;
  const codes = words.map((word) => column.codeOf(word)).filter((code) => code >= 0);
  if (codes.length === 0) return () => false;
  const only = codes.length === 1 ? (codes[0] as number) : -1;
  return only >= 0
    ? (row) => column.codes[row] === only
    : (row) => codes.includes(column.codes[row] as number);
};

/** By code, 1 for values that are among some words; an absent column has one value, which is none of them. */
export const flagWords = (column: Column | undefined, ...words: string[]): Uint8Array => {
  const flags = new Uint8Array(column?.size ?? 1);
  for (const word of words) {
    const code = column?.codeOf(word) ?? -1;
    if (code >= 0) flags[code] = 1;
  }
  return flags;
};

/** What asks for deletion in a delta file; both spellings occur in exports. */
const deleted = ["tobedeleted", "toBeDeleted"];

/** Rows a delta file asks to delete. */
export const isDeleted = (file: RoleTable | undefined): ((row: number) => boolean) =>
  isAmong(columnOf(file, "status"), ...deleted);

/** The same by code of the status column. */
export const deletedFlags = (file: RoleTable): Uint8Array => flagWords(columnOf(file, "status"), ...deleted);

const memo = new WeakMap<Column, Uint8Array>();

/** Which codes of classes.sourcedId are homerooms. A class listed twice is a homeroom when any of its rows says so. */
export const homeroomFlags = (classes: RoleTable, id: Column): Uint8Array => {
  const known = memo.get(id);
  if (known !== undefined) return known;
  const flags = new Uint8Array(id.size);
  memo.set(id, flags);
  const type = columnOf(classes, "classType");
  const homeroom = type?.codeOf("homeroom") ?? -1;
  if (type === undefined || homeroom < 0) return flags;
  const { rows } = classes.table;
  const gone = deletedFlags(classes);
  const statuses = columnOf(classes, "status")?.codes ?? new Uint8Array(rows);
  const ids = id.codes;
  const types = type.codes;
  for (let row = 0; row < rows; row++) {
    if (types[row] === homeroom && gone[statuses[row] as number] === 0) flags[ids[row] as number] = 1;
  }
  return flags;
};

/** The first row of each code of a key column, for naming "the class of line 12". */
export const lineOfCode = (file: RoleTable, column: Column, code: number): number =>
  file.table.lineOf(column.firstRow[code] as number);
