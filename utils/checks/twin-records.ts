import type { Codes } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { type KnownPeople, knownPeople, student, valueByRow } from "./known-people.ts";
import type { CheckContext } from "./rule.ts";
import { dayReader, nameReader, sharedValues } from "./shared-values.ts";

/** What besides the names proves that two records are one person. */
export type Proof = "email" | "username" | "number" | "stateId" | "phones" | "school";

/** A row too many, and another row of the same person. */
export type Pair = readonly [row: number, other: number];

/** Records of one person under two ids. */
export type TwinRecords = { people: KnownPeople; proof: Proof; pairs: readonly Pair[] };

/** Joins two ids, by code, and says whether they were apart until now. */
type Join = (a: number, b: number) => boolean;

/** Ids that are one person, whatever the order in which that is proved. */
const makeJoin = (): Join => {
  const parents = new Map<number, number>();
  const rootOf = (code: number): number => {
    let root = code;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  return (a, b) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parents.set(one, other);
    return one !== other;
  };
};

/** The records too many, by file and by proof. */
export const findTwinRecords = (context: CheckContext): TwinRecords[] =>
  knownPeople(context).flatMap((people) => {
    const join = makeJoin();
    const found: TwinRecords[] = [];
    for (const proof of ["stateId", "number", "email", "username", "phones"] as const) {
      const pairs = findByValue(context, people, proof, join);
      if (pairs.length > 0) found.push({ people, proof, pairs });
    }
    const pairs = findBySchool(context, people, join);
    if (pairs.length > 0) found.push({ people, proof: "school", pairs });
    return found;
  });

const findByValue = (
  context: CheckContext,
  people: KnownPeople,
  proof: Exclude<Proof, "school">,
  join: Join,
): Pair[] => {
  const { id, kinds } = people;
  const found: Pair[] = [];
  for (const value of sharedValues(context, proof)) {
    if (value.people !== people) continue;
    for (const rows of value.persons) {
      const [first, ...rest] = rows as [number, ...number[]];
      // A telephone proves nothing of people whose birth dates are unknown.
      if (proof === "phones" && kinds[first] !== student) continue;
      for (const row of rest) {
        if (join(id.codes[first] as number, id.codes[row] as number)) found.push([row, first]);
      }
    }
  }
  return found;
};

/**
 * Students of one school with the same first, middle and last name and birth date. First and last name alone are no
 * proof: in a large district two children of one name are born on one day.
 */
const findBySchool = (context: CheckContext, people: KnownPeople, join: Join): Pair[] => {
  const found: Pair[] = [];
  const { file, spec, id, kinds } = people;
  const middle = columnOf(file, spec.middle ?? "");
  const school = columnOf(file, spec.school ?? "");
  const birth = valueByRow(context, people, "birth");
  if (middle === undefined || school === undefined || birth === undefined) return found;
  // An initial is shared by too many.
  const tells = Uint8Array.from({ length: middle.size }, (_, code) =>
    middle.valueOf(code).replace(/[\s.]/g, "").length > 2 ? 1 : 0,
  );
  if (!tells.includes(1)) return found;
  const repeated = findRepeats(kinds, tells, middle.codes, school.codes, birth.codes);
  const nameOf = nameReader(people);
  const dayOf = dayReader(context, people);
  const byKey = new Map<string, number>();
  for (const row of repeated) {
    const name = nameOf(row);
    const day = dayOf(row);
    if (name === undefined || day === 0) continue;
    const key = `${name}|${day}|${middle.codes[row]}|${school.codes[row]}`;
    const other = byKey.get(key);
    if (other === undefined) byKey.set(key, row);
    else if (join(id.codes[other] as number, id.codes[row] as number)) found.push([row, other]);
  }
  return found;
};

/** Rows of students of whom all codes are known and those of another, in the file's order. */
const findRepeats = (
  kinds: Uint8Array,
  tells: Uint8Array,
  middles: Codes,
  schools: Codes,
  births: ArrayLike<number>,
): number[] => {
  const rows = new Int32Array(kinds.length);
  let count = 0;
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== student || tells[middles[row] as number] !== 1) continue;
    if ((births[row] as number) >= 0) rows[count++] = row;
  }
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1;
  // The first row of each, counted from 1.
  const slots = new Int32Array(mask + 1);
  const found = new Set<number>();
  for (let index = 0; index < count; index++) {
    const row = rows[index] as number;
    const a = middles[row] as number;
    const b = schools[row] as number;
    const c = births[row] as number;
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(c + 1, 0xc2b2ae35), 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (slots[slot] !== 0) {
      const before = (slots[slot] as number) - 1;
      if (a === middles[before] && b === schools[before] && c === births[before]) {
        found.add(before).add(row);
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (slots[slot] === 0) slots[slot] = row + 1;
  }
  return [...found].sort((x, y) => x - y);
};
