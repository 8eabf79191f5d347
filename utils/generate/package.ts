import type { FileSpec, Format } from "../formats/format.ts";

/** Cells by header; a header that a row does not tell is blank. */
export type Row = Record<string, string>;

/** A file before it is written. Faults change its rows and its header, and last how it is written. */
export type DataFile = {
  role: string;
  name: string;
  header: string[];
  rows: Row[];
  /** Not written unless a fault asks for the file. */
  spare: boolean;
  /** Changes made to the cells of the whole file, header first, before they become text. */
  cells?: (cells: string[][]) => string[][];
  /** Between cells; a comma when not given. */
  delimiter?: string;
  /** "\r\n" when not given. */
  lineEnding?: "\r\n" | "\n";
  /** Changes the text. */
  text?: (text: string) => string;
  /** Encodes the text; UTF-8 when not given. */
  encode?: (text: string) => Uint8Array;
};

export type Package = {
  format: Format;
  files: DataFile[];
};

export type RowsByRole = Readonly<Record<string, readonly Row[]>>;

/** The files of a format in its own order, with all its columns; a role without rows is left out. */
export const makePackage = (format: Format, rows: RowsByRole, spare: readonly string[] = []): Package => {
  const known = new Set(format.files.map(({ role }) => role));
  const stray = Object.keys(rows).find((role) => !known.has(role));
  if (stray !== undefined) throw new Error(`${format.id} has no file ${stray}`);
  return {
    format,
    files: format.files.flatMap((spec) => {
      const own = rows[spec.role];
      return own === undefined ? [] : [makeFile(spec, own, spare.includes(spec.role))];
    }),
  };
};

export const makeFile = (spec: FileSpec, rows: readonly Row[], spare = false): DataFile => {
  const header = spec.fields.map(({ name }) => name);
  for (const row of rows.slice(0, 1)) {
    const stray = Object.keys(row).find((name) => !header.includes(name));
    if (stray !== undefined) throw new Error(`${spec.fileName} has no column ${stray}`);
  }
  return { role: spec.role, name: spec.fileName, header, rows: rows.map((row) => ({ ...row })), spare };
};

/** The cells of a file, header first. */
export const cellsOf = ({ header, rows, cells }: DataFile): string[][] => {
  const plain = [[...header], ...rows.map((row) => header.map((name) => row[name] ?? ""))];
  return cells === undefined ? plain : cells(plain);
};
