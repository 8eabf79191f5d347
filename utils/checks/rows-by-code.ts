import type { Column } from "../table/table.ts";

/** The rows of each code of a column, in the file's order: no map, so no limit on how many there may be. */
export type RowsByCode = { rowsOf: (code: number) => Uint32Array };

export const groupRows = (column: Column, rows: number): RowsByCode => {
  const starts = new Uint32Array(column.size + 1);
  for (let code = 0; code < column.size; code++) {
    starts[code + 1] = (starts[code] as number) + (column.counts[code] as number);
  }
  const next = starts.slice();
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = column.codes[row] as number;
    order[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  return { rowsOf: (code) => order.subarray(starts[code], starts[code + 1]) };
};
