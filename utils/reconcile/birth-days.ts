import { numberDay } from "../roster/normalise-value.ts";
import type { Student } from "../roster/roster.ts";

const known = new WeakMap<readonly Student[], Int32Array>();

/**
 * The day of birth of each student, as `numberDay` has it and 0 for none: what people of one key have in common. Worked out
 * once a roster, because to look at everybody is what comparing two costs.
 */
export const birthDaysOf = (students: readonly Student[]): Int32Array => {
  let days = known.get(students);
  if (days === undefined) {
    days = new Int32Array(students.length);
    for (let position = 0; position < students.length; position++) {
      const { birthDate } = (students[position] as Student).fields;
      if (birthDate !== undefined) days[position] = numberDay(birthDate);
    }
    known.set(students, days);
  }
  return days;
};
