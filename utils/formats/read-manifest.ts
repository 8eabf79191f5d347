import type { MatchedTable } from "./make-role-tables.ts";

/**
 * OneRoster's manifest.csv as file role to mode ("absent", "bulk", "delta", or whatever was written); other properties
 * under their own name, e.g. "oneroster.version". undefined when there is no manifest.
 */
export const readManifest = (manifest: MatchedTable | undefined): Map<string, string> | undefined => {
  const name = manifest?.fieldColumn.get("propertyName");
  const value = manifest?.fieldColumn.get("value");
  if (manifest === undefined || name === undefined || value === undefined) return undefined;
  const { columns, rows } = manifest.table;
  const read = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const cell = (column: number) => {
      const found = columns[column];
      return found === undefined ? "" : found.valueOf(found.codes[row] ?? 0).trim();
    };
    // The file's own order of first mention counts; a repeated property is a duplicate key.
    const property = cell(name).replace(/^file\./, "");
    if (property !== "" && !read.has(property)) read.set(property, cell(value));
  }
  return read;
};
