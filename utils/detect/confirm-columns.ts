import type { ColumnChoice, ColumnFacts } from "./classify-columns.ts";

const single = ["name", "firstName", "middleName", "lastName", "id"] as const;
type Single = (typeof single)[number];
const isSingle = (field: string): field is Single => (single as readonly string[]).includes(field);

/**
 * The columns as a person has confirmed them: a column that was named means what it was said to mean, "none" nothing;
 * the others stay as they were recognised. Keys that are no column of this list say nothing of it.
 */
export const confirmColumns = (
  choice: ColumnChoice,
  facts: readonly ColumnFacts[],
  confirmed: readonly { at: string; field: string }[],
): ColumnChoice => {
  const said = confirmed.flatMap(({ at, field }) => {
    const column = facts.find(({ key }) => key === at);
    return column ? [{ column, field }] : [];
  });
  if (said.length === 0) return choice;
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
