import type { ColumnChoice, ColumnFacts } from "./classify-columns.ts";
import type { ConfirmedColumn } from "./detected.ts";
import { foldWords } from "./header-words.ts";

const single = ["name", "firstName", "middleName", "lastName", "id"] as const;
type Single = (typeof single)[number];
const isSingle = (field: string): field is Single => (single as readonly string[]).includes(field);

/** Whether a column may be called so; one may be called more while its list is sorted by it. */
const mayBeCalled = (header: string, headers: readonly string[]): boolean => {
  const words = foldWords(header);
  return headers.map(foldWords).some((each) => words.startsWith(each) || each.startsWith(words));
};

/**
 * The columns as a person has confirmed them: a column that was named means what it was said to mean, "none" nothing;
 * the others stay as they were recognised. Keys that are no column of this list say nothing of it, and nothing was said
 * of a list whose columns are called otherwise: another roster of the same page.
 */
export const confirmColumns = (
  choice: ColumnChoice,
  facts: readonly ColumnFacts[],
  confirmed: readonly ConfirmedColumn[],
): ColumnChoice => {
  const said = confirmed.flatMap(({ at, field, headers }) => {
    const column = facts.find(({ key }) => key === at);
    return column ? [{ column, field, headers }] : [];
  });
  const isOther = said.some(({ column, headers }) => headers && !mayBeCalled(column.header, headers));
  if (said.length === 0 || isOther) return choice;
  const named = new Set(said.map(({ column }) => column));
  const taken = new Set(said.map(({ field }) => field));
  const made: ColumnChoice = {
    ...choice,
    fields: new Map([...choice.fields].filter(([field, column]) => !named.has(column) && !taken.has(field))),
  };
  for (const field of single) {
    const column = made[field];
    if (column && (named.has(column) || taken.has(field))) delete made[field];
  }
  for (const { column, field } of said) {
    if (isSingle(field)) made[field] = column;
    else if (field !== "none") made.fields.set(field as Parameters<typeof made.fields.set>[0], column);
  }
  return made;
};
