import type { FileFacts, Table } from "./table.ts";
import { addRow, createTableBuilder, finishTable, viewTable } from "./table-builder.ts";

/**
 * A table of rows already in memory, for tests and small sources. Row 0 stands on line 2; short rows are filled with
 * empty cells, cells past the header are dropped.
 */
export const tableFromRows = (
  name: string,
  header: string[],
  rows: string[][],
  facts: Partial<FileFacts> = {},
): Table => {
  const builder = createTableBuilder([...header], {
    name,
    rows: 0,
    columns: header.length,
    bytes: 0,
    encoding: "utf-8",
    lineEnding: "lf",
    delimiter: ",",
    ...facts,
  });
  for (const row of rows) addRow(builder, row);
  finishTable(builder);
  return viewTable(builder);
};
