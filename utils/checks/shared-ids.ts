import type { Column } from "../table/table.ts";

/**
 * For several columns, the number of each code's folded value: equal text has one number in all of them, and text that
 * folds to nothing has -1. For names of schools, classes and people, whose distinct values are few.
 */
export type SharedIds = { ids: ReadonlyMap<Column, Int32Array>; size: number };

export const shareIds = (
  columns: readonly (Column | undefined)[],
  fold: (text: string) => string,
): SharedIds => {
  const numbers = new Map<string, number>();
  const ids = new Map<Column, Int32Array>();
  for (const column of columns) {
    if (column === undefined) continue;
    const mine = new Int32Array(column.size).fill(-1);
    for (let code = 0; code < column.size; code++) {
      const text = fold(column.valueOf(code));
      if (text === "") continue;
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      mine[code] = known;
    }
    ids.set(column, mine);
  }
  return { ids, size: numbers.size };
};

/** The number of a row's value, or -1 when it is blank or the column is not there. */
export const idAt = ({ ids }: SharedIds, column: Column | undefined): ((row: number) => number) => {
  const mine = column === undefined ? undefined : ids.get(column);
  return column === undefined || mine === undefined
    ? () => -1
    : (row) => mine[column.codes[row] as number] as number;
};
