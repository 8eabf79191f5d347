import { type Survey, surveyBytes } from "../formats/survey-bytes.ts";
import type { Column } from "../table/table.ts";

const memo = new WeakMap<Column, Survey>();

/** What is anywhere among the distinct values of a column that is read to its end; worked out once. */
export const surveyColumn = (column: Column): Survey => {
  const known = memo.get(column);
  if (known !== undefined) return known;
  const { arena, starts, size } = column;
  const made = surveyBytes(arena, starts[0] ?? 0, starts[size] ?? 0);
  memo.set(column, made);
  return made;
};
