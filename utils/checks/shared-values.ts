import { foldName } from "../roster/fold-name.ts";
import { remember } from "../roster/index-people.ts";
import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { type KnownPeople, knownPeople, student, valueByRow } from "./known-people.ts";
import { daysOf } from "./person-dates.ts";
import type { PersonColumn } from "./person-files.ts";
import type { CheckContext } from "./rule.ts";
import { rowsOfSharedValues } from "./same-values.ts";

/** What is filled in for everybody who has none; not somebody's own value. */
const placeholder = /^(?:none|null|n\/?a|na|nil|tbd|unknown|x+|-+|0+|\.)$/i;

/** A number or a state's id has digits: "WA" is the state itself. */
const isNobodys = (value: string, what: PersonColumn | "phones"): boolean =>
  placeholder.test(value) || ((what === "number" || what === "stateId") && !/\d/.test(value));

/** One value under several ids: the rows of each person who has it, one row a person. */
export type SharedValue = {
  people: KnownPeople;
  column: Column;
  /** Persons as clusters of rows: rows of one cluster have one name and kind, and students one birth date. */
  persons: readonly (readonly number[])[];
  /** Students with the name of one of the staff who has the value too: the row of each. */
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
      return column === undefined ? [] : findShared(context, people, column, what);
    });
  });
  memo.set(what, found);
  return found;
};

const findShared = (
  context: CheckContext,
  people: KnownPeople,
  column: Column,
  what: PersonColumn | "phones",
): SharedValue[] => {
  const { file, kinds } = people;
  // A telephone of many is a school's, and proves nobody.
  const groups = rowsOfSharedValues(
    column,
    file.table.rows,
    (row) => kinds[row] !== 0,
    what === "phones" ? fewPeople : undefined,
  );
  if (groups.length === 0) return [];
  const nameOf = nameReader(people);
  const dayOf = dayReader(context, people);
  const found: SharedValue[] = [];
  for (const group of groups) {
    const rows = oneRowEach(group, people, nameOf);
    if (rows.length < 2) continue;
    const alike = mayBeAlike(rows, kinds, dayOf);
    // A family has one telephone: all that counts of it is one person listed twice.
    if (what === "phones" && !alike) continue;
    if (isNobodys(column.valueOf(column.codes[rows[0] as number] as number).trim(), what)) continue;
    const clusters = alike
      ? clusterPeople(rows, kinds, nameOf, dayOf)
      : { persons: rows.map((row) => [row]), bothKinds: [] };
    found.push({ people, column, ...clusters });
  }
  return found;
};

/**
 * Rows of one id are one person, listed once a school, a class or a contact: one row of each. Where they differ it is the one
 * whose kind and name come first, so that the order of the rows decides nothing.
 */
const oneRowEach = (
  rows: readonly number[],
  { id: { codes, counts }, kinds }: KnownPeople,
  nameOf: TextOf,
): readonly number[] => {
  if (rows.every((row) => counts[codes[row] as number] === 1)) return rows;
  const rank = (row: number): string => `${kinds[row]}${nameOf(row) ?? ""}`;
  const byId = new Map<number, number>();
  for (const row of rows) {
    const code = codes[row] as number;
    const known = byId.get(code);
    if (known === undefined || rank(row) < rank(known)) byId.set(code, row);
  }
  return [...byId.values()];
};

/** So many people are compared one with another before it is taken that some may be one. */
const fewPeople = 24;

/** Whether names have to be read at all: brothers and sisters have birth dates of their own. */
const mayBeAlike = (rows: readonly number[], kinds: Uint8Array, dayOf: (row: number) => number): boolean =>
  rows.length > fewPeople ||
  rows.some((row, index) =>
    rows.slice(index + 1).some((other) => kinds[row] !== kinds[other] || isOneDay(row, other, kinds, dayOf)),
  );

/** Whether birth dates leave it open that two people of one kind are the same: a student's must be known. */
const isOneDay = (a: number, b: number, kinds: Uint8Array, dayOf: (row: number) => number): boolean =>
  kinds[a] !== student || (dayOf(a) !== 0 && dayOf(a) === dayOf(b));

type TextOf = (row: number) => string | undefined;

/** Rows as persons, whatever their order: by name, and for students by birth date too. */
const clusterPeople = (
  rows: readonly number[],
  kinds: Uint8Array,
  nameOf: TextOf,
  dayOf: (row: number) => number,
): Pick<SharedValue, "persons" | "bothKinds"> => {
  const clusters = new Map<string, number[]>();
  const staffOf = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    const isStudent = kinds[row] === student;
    if (name !== undefined && !isStudent && !staffOf.has(name)) staffOf.set(name, row);
    const isKnown = name !== undefined && (!isStudent || dayOf(row) !== 0);
    const key = isKnown ? `${kinds[row]}|${isStudent ? dayOf(row) : ""}|${name}` : `${row}`;
    const cluster = clusters.get(key);
    if (cluster === undefined) clusters.set(key, [row]);
    else cluster.push(row);
  }
  const persons: number[][] = [];
  const bothKinds: [number, number][] = [];
  for (const cluster of clusters.values()) {
    const [first] = cluster as [number];
    const other = kinds[first] === student ? staffOf.get(nameOf(first) ?? "") : undefined;
    if (other === undefined) persons.push(cluster);
    else bothKinds.push([first, other]);
  }
  return { persons, bothKinds };
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

/** The birth date of a row as YYYYMMDD, 0 where it has none. */
export const dayReader = (context: CheckContext, people: KnownPeople): ((row: number) => number) => {
  const birth = valueByRow(context, people, "birth");
  if (birth === undefined) return () => 0;
  const days = daysOf(birth.column);
  return (row) => {
    const code = birth.codes[row] as number;
    return code < 0 ? 0 : (days[code] as number);
  };
};
