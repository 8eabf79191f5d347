import { accepterOf } from "../formats/accept.ts";
import { acceptAll } from "../formats/accept-bulk.ts";
import type { Field } from "../formats/format.ts";
import { cellSchema } from "../formats/values.ts";
import type { Column } from "../table/table.ts";
import { isBlank } from "./columns.ts";
import { findDamage, isDateType, mayBeDamaged } from "./spreadsheet-damage.ts";

/** What is wrong with single values of a column, as ascending codes. A code is in one list at most. */
export type Verdicts = {
  readonly blank: readonly number[];
  /** Not of the field's type. */
  readonly wrong: readonly number[];
  /** Made unreadable by a spreadsheet. */
  readonly damaged: readonly number[];
};

type Judged = { field: Field; until: number; blank: number[]; wrong: number[]; damaged: number[] };

const memo = new WeakMap<Column, Judged[]>();

/** Whether two fields ask the same of their values. */
const asksTheSame = (a: Field, b: Field): boolean =>
  a === b || (a.type === b.type && a.list === b.list && a.values === b.values);

/**
 * Judges every distinct value once, however many rules ask and whether the file is still being read: only values that
 * came since the last call are looked at.
 */
export const judgeValues = (field: Field, column: Column): Verdicts => {
  const judged = judgedOf(field, column);
  while (judged.until < column.size) {
    const until = Math.min(judged.until + blockSize, column.size);
    judgeBlock(judged, column, until);
    judged.until = until;
  }
  return judged;
};

const judgedOf = (field: Field, column: Column): Judged => {
  const known = memo.get(column) ?? [];
  const found = known.find((one) => asksTheSame(one.field, field));
  if (found !== undefined) return found;
  const made: Judged = { field, until: 0, blank: [], wrong: [], damaged: [] };
  memo.set(column, [...known, made]);
  return made;
};

/** Values that are looked at together; one strange byte among them costs the block a look at each. */
const blockSize = 8192;

const judgeBlock = (judged: Judged, column: Column, until: number): void => {
  const { field } = judged;
  const { arena, starts } = column;
  const start = starts[judged.until] as number;
  const end = starts[until] as number;
  if (acceptAll(field, arena, start, end)) judgeIds(judged, column, until);
  else judgeEach(judged, column, until);
};

/** Values of which all bytes are good: only their length can be wrong, and "8-Jun" is one that a spreadsheet left. */
const judgeIds = (judged: Judged, column: Column, until: number): void => {
  const { starts, arena } = column;
  let start = starts[judged.until] as number;
  for (let code = judged.until; code < until; code++) {
    const end = starts[code + 1] as number;
    const length = end - start;
    if (length === 0) judged.blank.push(code);
    else if (length > 255) judged.wrong.push(code);
    else if (length <= 10 && mayBeDamaged(arena, start, end)) judgeClosely(judged, column, code, true);
    start = end;
  }
};

const judgeEach = (judged: Judged, column: Column, until: number): void => {
  const { starts, arena } = column;
  const { field } = judged;
  const accept = accepterOf(field);
  // What is taken for a date is a date, whatever a spreadsheet did.
  const lookAgain = !isDateType(field);
  let start = starts[judged.until] as number;
  for (let code = judged.until; code < until; code++) {
    const end = starts[code + 1] as number;
    // Almost no value is empty or begins with a space: only those are looked at closely.
    if (start === end || (arena[start] === 32 && isBlank(column, code))) judged.blank.push(code);
    else if (!accept(arena, start, end)) judgeClosely(judged, column, code, false);
    else if (lookAgain && mayBeDamaged(arena, start, end)) judgeClosely(judged, column, code, true);
    start = end;
  }
};

const judgeClosely = (judged: Judged, column: Column, code: number, accepted: boolean): void => {
  const { field } = judged;
  const text = column.valueOf(code);
  if (findDamage(field, text) !== undefined) judged.damaged.push(code);
  else if (!accepted && !schemaOf(field).safeParse(text).success) judged.wrong.push(code);
};

const schemas = new WeakMap<Field, ReturnType<typeof cellSchema>>();

/** The schema is made when the first value needs it, which most columns never do. */
const schemaOf = (field: Field): ReturnType<typeof cellSchema> => {
  const known = schemas.get(field);
  if (known !== undefined) return known;
  const made = cellSchema(field);
  schemas.set(field, made);
  return made;
};
