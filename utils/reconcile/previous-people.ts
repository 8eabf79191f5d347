import type { PreviousPeople } from "../checks/rule.ts";
import { indexPeople } from "../roster/index-people.ts";
import type { Roster } from "../roster/roster.ts";

/** The last file's people for rules that compare: only keys that one person has. */
export const findPreviousPeople = ({ students }: Roster): PreviousPeople => {
  const idByPerson = new Map<string, string>();
  for (const [key, position] of indexPeople(students)) {
    const id = students[position]?.id;
    if (id !== undefined && id !== "") idByPerson.set(key, id);
  }
  return { idByPerson, ids: new Set(students.map(({ id }) => id)) };
};
