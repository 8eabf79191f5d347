import type { Table } from "../table/table.ts";
import { type ColumnMapping, namesFor } from "./column-mapping.ts";
import type { FileSpec, Format } from "./format.ts";
import { matchColumns } from "./match-columns.ts";

/** A recognised file: its role, its table, and where the format's fields stand in it. The shape of checks' RoleTable. */
export type MatchedTable = {
  role: string;
  spec: FileSpec;
  table: Table;
  fieldColumn: ReadonlyMap<string, number>;
};

/** Joins tables with their roles; a role the format does not have, or a file without a table, is left out. */
export const makeRoleTables = (
  format: Format,
  roles: readonly { file: string; role: string }[],
  tables: readonly Table[],
  columns: ColumnMapping = {},
): Map<string, MatchedTable> => {
  const made = new Map<string, MatchedTable>();
  for (const { file, role } of roles) {
    const spec = format.files.find((one) => one.role === role);
    const table = tables.find((one) => one.file.name === file);
    if (spec === undefined || table === undefined) continue;
    const { fieldColumn } = matchColumns(table.header, spec, namesFor(columns, format.id, role));
    made.set(role, { role, spec, table, fieldColumn });
  }
  return made;
};
