import { foldName } from "../roster/fold-name.ts";
import { remember } from "../roster/index-people.ts";
import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { type KnownPeople, knownPeople, student, valueByRow } from "./known-people.ts";
import { makeNormaliseDate } from "./person-dates.ts";
import type { PersonColumn } from "./person-files.ts";
import type { CheckContext } from "./rule.ts";
import { rowsOfSharedValues } from "./same-values.ts";

/** What is filled in for everybody who has none; not somebody's own value. */
const placeholder = /^(?:none|null|n\/?a|na|nil|tbd|unknown|x+|-+|0+|\.)$/i;

/** One value under several ids: the rows of each person who has it, one row a person. */
export type SharedValue = {
  people: KnownPeople;
  column: Column;
  /** Persons as clusters of rows: rows of one cluster have one name, one kind and no two birth dates. */
  persons: readonly (readonly number[])[];
  /** Clusters of one name, of which one is a student and another staff. */
  bothKinds: readonly (readonly [number, number])[];
};

const memos = new WeakMap<CheckContext, Map<string, readonly SharedValue[]>>();

/** Values of a column of people that stand under several ids; worked out once a check and column. */
export const sharedValues = (
  context: CheckContext,
  what: PersonColumn | "phones",
): readonly SharedValue[] => {
  const memo = memos.get(context) ?? new Map<string, readonly SharedValue[]>();
  memos.set(context, memo);
  const known = memo.get(what);
  if (known !== undefined) return known;
  const found = knownPeople(context).flatMap((people) => {
    const names = what === "phones" ? (people.spec.phones ?? []) : [people.spec[what] ?? ""];
    return names.flatMap((name) => {
      const column = columnOf(people.file, name);
      return column === undefined ? [] : findShared(context, people, column);
    });
  });
  memo.set(what, found);
  return found;
};

const findShared = (context: CheckContext, people: KnownPeople, column: Column): SharedValue[] => {
  const { file, id, kinds } = people;
  const groups = rowsOfSharedValues(column, file.table.rows, (row) => kinds[row] !== 0);
  if (groups.length === 0) return [];
  const nameOf = nameReader(people);
  const birthOf = birthReader(context, people);
  return groups.flatMap((rows): SharedValue[] => {
    // Rows of one id are one person, listed once a school, a class or a contact.
    const byId = new Map<number, number>();
    for (const row of rows) if (!byId.has(id.codes[row] as number)) byId.set(id.codes[row] as number, row);
    if (byId.size < 2) return [];
    if (placeholder.test(column.valueOf(column.codes[rows[0] as number] as number).trim())) return [];
    return [{ people, column, ...clusterPeople([...byId.values()], kinds, nameOf, birthOf) }];
  });
};

type TextOf = (row: number) => string | undefined;

const clusterPeople = (rows: readonly number[], kinds: Uint8Array, nameOf: TextOf, birthOf: TextOf) => {
  const persons: number[][] = [];
  const bothKinds: [number, number][] = [];
  const byName = new Map<string, number[][]>();
  for (const row of rows) {
    const name = nameOf(row);
    const alike = name === undefined ? [] : (byName.get(name) ?? []);
    const own = alike.find((cluster) => isSame(cluster[0] as number, row, kinds, birthOf));
    if (own !== undefined) {
      own.push(row);
      continue;
    }
    const other = alike.find((cluster) => kinds[cluster[0] as number] !== kinds[row]);
    if (other !== undefined) {
      bothKinds.push([other[0] as number, row]);
      continue;
    }
    const cluster = [row];
    persons.push(cluster);
    if (name !== undefined) byName.set(name, [...alike, cluster]);
  }
  return { persons, bothKinds };
};

const isSame = (a: number, b: number, kinds: Uint8Array, birthOf: TextOf): boolean => {
  if (kinds[a] !== kinds[b]) return false;
  const [one, other] = [birthOf(a), birthOf(b)];
  // Staff have no birth date in a roster; of students it must be known, and the same.
  return kinds[a] === student
    ? one !== undefined && one === other
    : one === undefined || other === undefined || one === other;
};

/** The folded names of a row; undefined where one of them is missing. */
export const nameReader = ({ file, spec }: KnownPeople): TextOf => {
  const first = columnOf(file, spec.first);
  const last = columnOf(file, spec.last);
  if (first === undefined || last === undefined) return () => undefined;
  const fold = remember(foldName);
  return (row) => {
    const a = fold(first.valueOf(first.codes[row] as number));
    const b = fold(last.valueOf(last.codes[row] as number));
    return a === "" || b === "" ? undefined : `${a}|${b}`;
  };
};

/** The ISO birth date of a row, where it has one. */
export const birthReader = (context: CheckContext, people: KnownPeople): TextOf => {
  const birth = valueByRow(context, people, "birth");
  if (birth === undefined) return () => undefined;
  const normalise = makeNormaliseDate();
  return (row) => {
    const code = birth.codeOf(row);
    return code < 0 ? undefined : normalise(birth.column.valueOf(code));
  };
};
