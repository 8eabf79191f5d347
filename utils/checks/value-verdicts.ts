import { accepterOf, isExact } from "../formats/accept.ts";
import type { Field } from "../formats/format.ts";
import { type Breach, limitsOf } from "../formats/limits.ts";
import type { Survey } from "../formats/survey-bytes.ts";
import { cellSchema } from "../formats/values.ts";
import type { Column } from "../table/table.ts";
import { isBlank } from "./columns.ts";
import { findDamage, isDateType, mayBeDamaged } from "./spreadsheet-damage.ts";
import { surveyValues } from "./survey.ts";

/** What is wrong with single values of a column, as ascending codes. A code is in one list at most. */
export type Verdicts = {
  readonly blank: readonly number[];
  /** Not of the field's type. */
  readonly wrong: readonly number[];
  /** Made unreadable by a spreadsheet. */
  readonly damaged: readonly number[];
  /** Of the type, and yet longer than the field allows, of another pattern or out of its range. */
  readonly breaches: Readonly<Record<Breach, readonly number[]>>;
};

type Judged = {
  field: Field;
  /** Codes below this one are judged. */
  until: number;
  /** First row of the last of them. */
  lastRow: number;
  blank: number[];
  wrong: number[];
  damaged: number[];
  breaches: Record<Breach, number[]>;
};

const memo = new WeakMap<Column, Judged[]>();

/** What of a field decides whether a value is right. */
const questions = [
  "type",
  "list",
  "values",
  "extension",
  "anyCase",
  "dateForms",
  "pattern",
  "maxLength",
  "range",
] as const satisfies readonly (keyof Field)[];

/** Whether two fields ask the same of their values. */
const asksTheSame = (a: Field, b: Field): boolean =>
  a === b || questions.every((question) => a[question] === b[question]);

/**
 * Judges every distinct value once, however many rules ask and whether the file is still being read: only values that
 * came since the last call are looked at. The answer holds until the next call.
 */
export const judgeValues = (field: Field, column: Column): Verdicts => {
  const judged = judgedOf(field, column);
  if (isRenumbered(judged, column)) Object.assign(judged, unjudged());
  while (judged.until < column.size) {
    const until = Math.min(judged.until + blockSize, column.size);
    judgeBlock(judged, column, until);
    judged.until = until;
    judged.lastRow = column.firstRow[until - 1] as number;
  }
  return judged;
};

const unjudged = () => ({
  until: 0,
  lastRow: -1,
  blank: [],
  wrong: [],
  damaged: [],
  breaches: { length: [], pattern: [], range: [] },
});

/**
 * Values taken for different while a file is read may turn out equal at its end, and later ones move up. Codes ascend with
 * their first rows: where the last code still has its own, none before it has moved.
 */
const isRenumbered = ({ until, lastRow }: Judged, { size, firstRow }: Column): boolean =>
  until > 0 && (until > size || firstRow[until - 1] !== lastRow);

const judgedOf = (field: Field, column: Column): Judged => {
  const known = memo.get(column) ?? [];
  for (const one of known) if (asksTheSame(one.field, field)) return one;
  const made: Judged = { field, ...unjudged() };
  memo.set(column, [...known, made]);
  return made;
};

/** Values that are looked at together; one strange byte among them costs the block a look at each. */
const blockSize = 8192;

const judgeBlock = (judged: Judged, column: Column, until: number): void => {
  const { field } = judged;
  const isIds = field.type === "sourcedId" && field.list !== true;
  const isWide = isIds || takesAnything(field);
  if (isWide && limitsOf(field) === undefined) {
    const isPlain = (survey: Survey): boolean => (isIds ? survey.isId : !survey.marks);
    const found = surveyValues(column, judged.until, until, isPlain);
    if (isIds && isPlain(found)) judgeIds(judged, column, until);
    else if (isPlain(found)) judgeBlanks(judged, column, until);
    else judgeEach(judged, column, until);
  } else judgeEach(judged, column, until);
};

const takesAnything = ({ type, list, dateForms }: Field): boolean =>
  type === "string" && list !== true && dateForms === undefined;

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

/** Values of any text, none of which a spreadsheet left: all that can be said of one is that it is blank. */
const judgeBlanks = (judged: Judged, column: Column, until: number): void => {
  const { starts, arena } = column;
  let start = starts[judged.until] as number;
  for (let code = judged.until; code < until; code++) {
    const end = starts[code + 1] as number;
    if (start === end || (arena[start] === 32 && isBlank(column, code))) judged.blank.push(code);
    start = end;
  }
};

const judgeEach = (judged: Judged, column: Column, until: number): void => {
  const { starts, arena } = column;
  const { field } = judged;
  // What is taken for a date is a date, whatever a spreadsheet did.
  const lookAgain = !isDateType(field);
  const accept = accepterOf(field);
  const exact = isExact(field) && lookAgain;
  const limits = limitsOf(field);
  let start = starts[judged.until] as number;
  for (let code = judged.until; code < until; code++) {
    const end = starts[code + 1] as number;
    // Almost no value is empty or begins with a space: only those are looked at closely.
    if (start === end || (arena[start] === 32 && isBlank(column, code))) judged.blank.push(code);
    else if (!accept(arena, start, end)) {
      if (exact && isPlainlyWrong(arena, start, end)) judged.wrong.push(code);
      else judgeClosely(judged, column, code, false);
    } else if (lookAgain && mayBeDamaged(arena, start, end)) judgeClosely(judged, column, code, true);
    else if (limits !== undefined && !limits.accept(arena, start, end)) judgeLimits(judged, column, code);
    start = end;
  }
};

/** No spreadsheet left this value: it need not become text. */
const isPlainlyWrong = (arena: Uint8Array, start: number, end: number): boolean =>
  (arena[start] as number) > 32 && (arena[end - 1] as number) > 32 && !mayBeDamaged(arena, start, end);

const judgeLimits = ({ field, breaches }: Judged, column: Column, code: number): void => {
  const breach = limitsOf(field)?.breachOf(column.valueOf(code));
  if (breach !== undefined) breaches[breach].push(code);
};

const judgeClosely = (judged: Judged, column: Column, code: number, accepted: boolean): void => {
  const { field } = judged;
  const text = column.valueOf(code);
  if (findDamage(field, text) !== undefined) judged.damaged.push(code);
  else if (!accepted && !schemaOf(field).safeParse(text).success) judged.wrong.push(code);
  else judgeLimits(judged, column, code);
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
