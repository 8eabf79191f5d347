import { placeAt } from "../columns.ts";
import { type KnownPeople, knownPeople, needPeople, staff, student } from "../known-people.ts";
import { peopleLayouts } from "../person-files.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";
import { sharedValues } from "../shared-values.ts";

/** Rows that are a student and staff, with the row that says the other. */
const findRows = (context: CheckContext, people: KnownPeople): Map<number, number> => {
  const found = new Map<number, number>();
  const { id, spec } = people;
  const seen = new Set<number>();
  if (typeof spec.kind !== "string") findByRole(people, found, seen);
  for (const what of ["email", "username", "number", "stateId"] as const) {
    for (const value of sharedValues(context, what)) {
      if (value.people !== people) continue;
      for (const [row, other] of value.bothKinds) {
        if (!seen.has(id.codes[row] as number)) found.set(row, other);
        seen.add(id.codes[row] as number);
      }
    }
  }
  return found;
};

/** A file of roles that calls one person both. */
const findByRole = ({ id, kinds }: KnownPeople, found: Map<number, number>, seen: Set<number>): void => {
  const both = student | staff;
  for (let row = kinds.indexOf(both); row >= 0; row = kinds.indexOf(both, row + 1)) {
    const code = id.codes[row] as number;
    if (!seen.has(code)) found.set(row, row);
    seen.add(code);
  }
};

/** One person as a student and as staff: by two roles, or by the same names and the same e-mail address or number. */
export const rule: Rule = {
  id: "student-also-staff",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "registrar",
  source: "Rosterguard: receivers give a person a student's rights or a teacher's",
  certain: false,
  formats: Object.keys(peopleLayouts).sort(),
  needs: (context) => needPeople(context),
  *check(context) {
    for (const people of knownPeople(context)) {
      const found = findRows(context, people);
      const { file, id } = people;
      yield {
        count: found.size,
        args: { file: file.table.file.name },
        places: [...found].map(([row, other]) =>
          placeAt(
            file,
            row,
            id,
            other === row ? undefined : `${file.table.file.name}:${file.table.lineOf(other)}`,
          ),
        ),
      } satisfies Raised;
    }
  },
};
