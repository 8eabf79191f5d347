import { type Survey, surveyBytes } from "../formats/survey-bytes.ts";
import type { Column } from "../table/table.ts";

/** What is among the values from the first one on, as far as they were surveyed. */
type Surveyed = Survey & { until: number; lastRow: number };

const memo = new WeakMap<Column, Surveyed>();

/** What is anywhere among the distinct values of a column that is read to its end; worked out once. */
export const surveyColumn = (column: Column): Survey => {
  const { arena, starts, size } = column;
  const before = surveyedOf(column);
  if (before?.until === size) return before;
  const from = before?.until ?? 0;
  return remember(column, before, size, surveyBytes(arena, starts[from] ?? 0, starts[size] ?? 0));
};

/**
 * What is among the values `from` up to `until`, be it while the file is still being read; or among more of them that were
 * surveyed before, where that `tells` enough.
 */
export const surveyValues = (
  column: Column,
  from: number,
  until: number,
  tells: (survey: Survey) => boolean,
): Survey => {
  const { arena, starts } = column;
  const before = surveyedOf(column);
  if (before !== undefined && until <= before.until && tells(before)) return before;
  const found = surveyBytes(arena, starts[from] as number, starts[until] as number);
  if (from === (before?.until ?? 0)) remember(column, before, until, found);
  return found;
};

/** What is known, unless codes have moved since, as they may once when a file ends: then the last has another first row. */
const surveyedOf = (column: Column): Surveyed | undefined => {
  const known = memo.get(column);
  if (known === undefined || known.until > column.size) return undefined;
  return known.until === 0 || column.firstRow[known.until - 1] === known.lastRow ? known : undefined;
};

const remember = (column: Column, before: Survey | undefined, until: number, found: Survey): Surveyed => {
  const made: Surveyed = {
    isId: found.isId && before?.isId !== false,
    odd: found.odd || before?.odd === true,
    capitals: found.capitals || before?.capitals === true,
    marks: found.marks || before?.marks === true,
    blanks: found.blanks || before?.blanks === true,
    until,
    lastRow: until === 0 ? -1 : (column.firstRow[until - 1] as number),
  };
  memo.set(column, made);
  return made;
};
