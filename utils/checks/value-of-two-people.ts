import type { Outcome } from "../findings/finding.ts";
import { placeAt } from "./columns.ts";
import { needPeople, staff } from "./known-people.ts";
import { formatsWith, type PersonColumn } from "./person-files.ts";
import type { Raised, Rule } from "./rule.ts";
import { type SharedValue, sharedValues } from "./shared-values.ts";

type Kinds = "students" | "staff";

/** A rule about a value that two people have, who are not one person listed twice. */
export const makeSharedValueRule = (
  what: PersonColumn,
  rule: Omit<Rule, "outcome" | "certain" | "formats" | "needs" | "check">,
  outcomes: Readonly<Record<Kinds, Outcome>>,
): Rule => ({
  ...rule,
  outcome: outcomes.staff,
  // Receivers differ, and most do not publish what they do with it.
  certain: false,
  formats: formatsWith(what),
  needs: (context) => needPeople(context, what),
  *check(context) {
    const shared = sharedValues(context, what).filter(({ persons }) => persons.length > 1);
    for (const group of groupByColumn(shared)) {
      for (const kinds of ["staff", "students"] as const) {
        const some = group.filter((value) => kindsOf(value) === kinds);
        if (some.length > 0) yield { ...raise(some, kinds), outcome: outcomes[kinds] };
      }
    }
  },
});

const groupByColumn = (shared: readonly SharedValue[]): SharedValue[][] => {
  const groups = new Map<SharedValue["column"], SharedValue[]>();
  for (const value of shared) {
    const group = groups.get(value.column);
    if (group === undefined) groups.set(value.column, [value]);
    else group.push(value);
  }
  return [...groups.values()];
};

const kindsOf = ({ people, persons }: SharedValue): Kinds =>
  persons.some((rows) => rows.some((row) => ((people.kinds[row] as number) & staff) !== 0))
    ? "staff"
    : "students";

const raise = (values: readonly SharedValue[], kinds: Kinds): Raised => {
  const [first] = values as [SharedValue];
  const { people, column } = first;
  return {
    count: values.length,
    args: {
      file: people.file.table.file.name,
      column: column.name,
      kinds,
      people: values.reduce((sum, { persons }) => sum + persons.length, 0),
    },
    places: (function* () {
      for (const { persons } of values) {
        const rows = persons.flat().sort((a, b) => a - b);
        const [top, ...rest] = rows as [number, ...number[]];
        const line = people.file.table.lineOf(top);
        yield placeAt(people.file, top, column);
        for (const row of rest)
          yield placeAt(people.file, row, column, `${people.file.table.file.name}:${line}`);
      }
    })(),
  };
};
