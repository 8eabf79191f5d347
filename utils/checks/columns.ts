import type { Place } from "../findings/finding.ts";
import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import { rowsWith } from "./rows.ts";
import type { CheckContext, IdSet, RoleTable } from "./rule.ts";

/** A field of the format together with the column that holds it. */
export type FieldColumn = { file: RoleTable; field: Field; column: Column };

/** The column of a field, when the file has it. */
export const columnOf = (file: RoleTable | undefined, field: string): Column | undefined => {
  const index = file?.fieldColumn.get(field);
  return index === undefined ? undefined : file?.table.columns[index];
};

const memo = new WeakMap<CheckContext["files"], readonly FieldColumn[]>();

/** Every field of every recognised file that has a column. */
export const eachFieldColumn = ({ files }: Pick<CheckContext, "files">): readonly FieldColumn[] => {
  const known = memo.get(files);
  if (known !== undefined) return known;
  const found: FieldColumn[] = [];
  for (const file of files.values()) {
    for (const field of file.spec.fields) {
      const column = columnOf(file, field.name);
      if (column !== undefined) found.push({ file, field, column });
    }
  }
  memo.set(files, found);
  return found;
};

/** Whether a distinct value is blank: nothing, or nothing but spaces. */
export const isBlank = (column: Column, code: number): boolean => {
  const end = column.starts[code + 1] as number;
  for (let at = column.starts[code] as number; at < end; at++) if (column.arena[at] !== 32) return false;
  return true;
};

/** Codes from `from` on whose value is blank. */
export const blankCodes = (column: Column, from = 0): number[] => {
  const { arena, starts, size } = column;
  const found: number[] = [];
  for (let code = from; code < size; code++) {
    const start = starts[code] as number;
    // Almost no value is empty or begins with a space: only those are looked at closely.
    if ((start === starts[code + 1] || arena[start] === 32) && isBlank(column, code)) found.push(code);
  }
  return found;
};

/** Marks, by code, the values that are among `texts`: the texts are looked up, and no value becomes one. */
export const markValues = (
  column: Column,
  texts: Iterable<string> & Partial<Pick<IdSet, "someBytes">>,
): Uint8Array => {
  const marks = new Uint8Array(column.size);
  if (texts.someBytes) {
    texts.someBytes((bytes, start, end) => {
      const code = column.codeOfBytes(bytes, start, end);
      if (code >= 0) marks[code] = 1;
      return false;
    });
    return marks;
  }
  const bytes = new Uint8Array(64);
  for (const text of texts) {
    const code = isPlain(text, bytes) ? column.codeOfBytes(bytes, 0, text.length) : column.codeOf(text);
    if (code >= 0) marks[code] = 1;
  }
  return marks;
};

/** Puts a short text of ASCII into `bytes`; false for any other. */
const isPlain = (text: string, bytes: Uint8Array): boolean => {
  const { length } = text;
  if (length > bytes.length) return false;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return false;
    bytes[at] = unit;
  }
  return true;
};

/** Rows that hold any of these values. */
export const countRows = ({ counts }: Column, codes: readonly number[]): number => {
  let count = 0;
  for (let at = 0; at < codes.length; at++) count += counts[codes[at] as number] as number;
  return count;
};

/** The value of a cell, unless only that it is unlike all others was kept. */
const valueAt = (column: Column, row: number): { value?: string } => {
  const code = column.codes[row] as number;
  return code === column.ownCode ? {} : { value: column.valueOf(code) };
};

/** The place of one cell; `related` is the other side of what is wrong. */
export const placeAt = (
  file: RoleTable,
  row: number,
  column: Column | undefined,
  related?: string,
): Place => ({
  file: file.table.file.name,
  line: file.table.lineOf(row),
  ...(column === undefined ? {} : { column: column.name, ...valueAt(column, row) }),
  ...(related === undefined ? {} : { related }),
});

/** The cells a finding is about: every row that holds one of these ascending codes. */
export type Cells = {
  file: RoleTable;
  column: Column;
  codes: readonly number[];
  related?: ((code: number) => string | undefined) | undefined;
};

/** Places that remember which cells they are, so that a cause can say which of them it explains. */
export type CellPlaces = Iterable<Place> & { readonly cells: Cells };

/** Places of all cells with these values. */
export const placesOf = (
  file: RoleTable,
  column: Column,
  codes: readonly number[],
  related?: (code: number) => string | undefined,
): CellPlaces => ({
  cells: { file, column, codes, related },
  *[Symbol.iterator]() {
    for (const row of rowsWith(file, column, codes)) {
      yield placeAt(file, row, column, related?.(column.codes[row] as number));
    }
  },
});

/** The cells behind some places, when they are all cells with certain values. */
export const cellsOf = (places: Iterable<Place>): Cells | undefined =>
  "cells" in places ? (places as CellPlaces).cells : undefined;

/** Places of given rows at one column. */
export function* placesOfRows(
  file: RoleTable,
  rows: Iterable<number>,
  column: Column | undefined,
  related?: (row: number) => string | undefined,
): Generator<Place> {
  for (const row of rows) yield placeAt(file, row, column, related?.(row));
}
