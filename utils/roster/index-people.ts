import { foldName } from "./fold-name.ts";
import { personKey } from "./person-key.ts";
import type { Student } from "./roster.ts";

/** Remembers what a function made of each text: a roster repeats a few thousand names. */
export const remember = (work: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = work(text);
      known.set(text, value);
    }
    return value;
  };
};

/** Position of each person by `personKey`; -1 for a key that several share, because it tells nobody apart. */
export const indexPeople = (
  students: readonly Student[],
  fold: (name: string) => string = remember(foldName),
): Map<string, number> => {
  const index = new Map<string, number>();
  for (const [position, student] of students.entries()) {
    const key = personKey(student.fields, fold);
    if (key !== undefined) index.set(key, index.has(key) ? -1 : position);
  }
  return index;
};
