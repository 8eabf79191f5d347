import type { RoleTable } from "../checks/rule.ts";
import type { Column } from "../table/table.ts";
import { readTexts } from "./column-text.ts";

/** Text of a row's cell, trimmed. */
export type Cell = (row: number) => string;

/** The column a field of the format was found in. */
export const fieldColumn = (file: RoleTable, field: string): Column | undefined => {
  const index = file.fieldColumn.get(field);
  return index === undefined ? undefined : file.table.columns[index];
};

/** Reads a column's cells, making each distinct value's string once; a column with one value a row is not kept. */
export const readColumn = (column: Column): Cell => {
  const { codes } = column;
  if (column.size > column.codes.length / 2) {
    const textOf = readTexts(column);
    return (row) => textOf(codes[row] ?? 0).trim();
  }
  const texts: string[] = [];
  return (row) => {
    const code = codes[row] ?? 0;
    texts[code] ??= column.valueOf(code).trim();
    return texts[code];
  };
};

/** Reads a field's cells; `undefined` when the file does not have the column. */
export const readField = (file: RoleTable, field: string): Cell | undefined => {
  const column = fieldColumn(file, field);
  return column === undefined ? undefined : readColumn(column);
};

/** For each distinct value of `from` the code of the same bytes in `to`, or -1: a join that makes no strings. */
export const joinCodes = (from: Column, to: Column): Int32Array => {
  const { size, arena, starts } = from;
  const codes = new Int32Array(size);
  for (let code = 0; code < size; code++) {
    codes[code] = to.codeOfBytes(arena, starts[code] ?? 0, starts[code + 1] ?? 0);
  }
  return codes;
};

/** Marks, by code, the distinct values that hold for `test`, compared trimmed and in lower case. */
export const markCodes = (column: Column, test: (text: string) => boolean): Uint8Array => {
  const marks = new Uint8Array(column.size);
  for (let code = 0; code < column.size; code++) {
    marks[code] = test(column.valueOf(code).trim().toLowerCase()) ? 1 : 0;
  }
  return marks;
};

/** Whether a row's value in a field is among `values` (lower case); a file without the column says `otherwise`. */
export const readFlag = (
  file: RoleTable,
  field: string,
  test: (text: string) => boolean,
  otherwise: boolean,
): ((row: number) => boolean) => {
  const column = fieldColumn(file, field);
  if (column === undefined) return () => otherwise;
  const marks = markCodes(column, test);
  const { codes } = column;
  return (row) => marks[codes[row] ?? 0] === 1;
};
