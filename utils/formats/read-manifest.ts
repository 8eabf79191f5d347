import type { Table } from "../table/table.ts";
import type { MatchedTable } from "./make-role-tables.ts";
import { foldHeader } from "./match-columns.ts";

/**
 * OneRoster's manifest.csv as file role to mode ("absent", "bulk", "delta", or whatever was written); other properties
 * under their own name, e.g. "oneroster.version". undefined when there is no manifest.
 */
export const readManifest = (manifest: MatchedTable | undefined): Map<string, string> | undefined => {
  const name = manifest?.fieldColumn.get("propertyName");
  const value = manifest?.fieldColumn.get("value");
  return manifest === undefined || name === undefined || value === undefined
    ? undefined
    : readProperties(manifest.table, name, value);
};

/** By the same names, the line on which the manifest says it. */
export const linesOfManifest = (manifest: MatchedTable | undefined): Map<string, number> => {
  const lines = new Map<string, number>();
  const name = manifest?.fieldColumn.get("propertyName");
  const names = name === undefined ? undefined : manifest?.table.columns[name];
  if (manifest === undefined || names === undefined) return lines;
  for (let row = 0; row < manifest.table.rows; row++) {
    const property = propertyOf(names.valueOf(names.codes[row] ?? 0));
    if (!lines.has(property)) lines.set(property, manifest.table.lineOf(row));
  }
  return lines;
};

const propertyOf = (cell: string): string => cell.trim().replace(/^file\./, "");

/** The manifest among files of which nothing is known yet: the table of properties and values. */
export const findManifest = (tables: readonly Table[]): Map<string, string> | undefined => {
  for (const table of tables) {
    const keys = table.header.map(foldHeader);
    const name = keys.indexOf("propertyname");
    const value = keys.indexOf("value");
    if (name >= 0 && value >= 0) return readProperties(table, name, value);
  }
  return undefined;
};

const readProperties = ({ columns, rows }: Table, name: number, value: number): Map<string, string> => {
  const read = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const cell = (column: number) => {
      const found = columns[column];
      return found === undefined ? "" : found.valueOf(found.codes[row] ?? 0).trim();
    };
    // The file's own order of first mention counts; a repeated property is a duplicate key.
    const property = propertyOf(cell(name));
    if (property !== "" && !read.has(property)) read.set(property, cell(value));
  }
  return read;
};
