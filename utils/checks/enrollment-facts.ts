import { sampleLimit } from "../findings/finding.ts";
import type { Codes } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import {
  anySchool,
  type EnrollmentLookups,
  makeLookups,
  noStudent,
  student,
  teacher,
} from "./enrollment-lookups.ts";
import { type Day, open } from "./intervals.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** How many rows, and the first of them: as many as a finding shows. */
export type FoundRows = { count: number; first: number[] };

/** What one pass over the enrollments tells several rules; codes are those of the enrollments' own columns. */
export type EnrollmentFacts = {
  file: RoleTable;
  lookups: EnrollmentLookups;
  roleDiffers: FoundRows;
  schoolDiffers: FoundRows;
  backwards: FoundRows;
  outside: FoundRows;
  /** By user: 0 not enrolled at all, 1 only otherwise than as a student of a homeroom, 2 in a homeroom. */
  placed: Uint8Array;
  /** By user: 1 for students of two homerooms, whatever the days. */
  twoHomerooms: Uint8Array;
  /** By class: 1 where a teacher is enrolled. */
  taught: Uint8Array;
  /** By class: 1 for classes with two primary teachers, whatever the days. */
  twoPrimaries: Uint8Array;
};

const memo = new WeakMap<CheckContext, EnrollmentFacts>();

/** The facts of enrollments.csv, found in one pass a check; undefined without the file. */
export const enrollmentFacts = (context: CheckContext): EnrollmentFacts | undefined => {
  const file = context.files.get("enrollments");
  if (file === undefined) return undefined;
  const known = memo.get(context);
  if (known !== undefined) return known;
  const facts = makeFacts(file, makeLookups(context, file));
  readRows(facts);
  memo.set(context, facts);
  return facts;
};

const makeFacts = (file: RoleTable, lookups: EnrollmentLookups): EnrollmentFacts => ({
  file,
  lookups,
  roleDiffers: { count: 0, first: [] },
  schoolDiffers: { count: 0, first: [] },
  backwards: { count: 0, first: [] },
  outside: { count: 0, first: [] },
  placed: new Uint8Array(lookups.person.length),
  twoHomerooms: new Uint8Array(lookups.person.length),
  taught: new Uint8Array(lookups.homeroom.length),
  twoPrimaries: new Uint8Array(lookups.homeroom.length),
});

const add = (found: FoundRows, row: number): void => {
  found.count++;
  if (found.first.length < sampleLimit) found.first.push(row);
};

/** The pass: a row's codes are looked up, and nothing is made of a row with which all is well. */
const readRows = (facts: EnrollmentFacts): void => {
  const { file, lookups, placed, taught } = facts;
  const { kind, gone, primary, homeroom, person, school, noSchool, begins, ends, termStart, termEnd } =
    lookups;
  const { rows } = file.table;
  const codesOf = (name: string): Codes => columnOf(file, name)?.codes ?? new Uint8Array(rows);
  const classes = codesOf("classSourcedId");
  const users = codesOf("userSourcedId");
  const schools = codesOf("schoolSourcedId");
  const roles = codesOf("role");
  const statuses = codesOf("status");
  const primaries = codesOf("primary");
  const beginDates = codesOf("beginDate");
  const endDates = codesOf("endDate");
  const homerooms = pairing(facts.twoHomerooms);
  const primaryTeachers = pairing(facts.twoPrimaries);
  for (let row = 0; row < rows; row++) {
    const klass = classes[row] as number;
    const begin = begins[beginDates[row] as number] as number;
    const end = ends[endDates[row] as number] as number;
    if (begin > end) add(facts.backwards, row);
    else if (isOutside(begin, end, termStart[klass] as number, termEnd[klass] as number))
      add(facts.outside, row);
    const own = school[klass] as number;
    const at = schools[row] as number;
    if (own !== at && own !== anySchool && at !== noSchool) add(facts.schoolDiffers, row);
    if (gone[statuses[row] as number] === 1) continue;
    const user = users[row] as number;
    const role = kind[roles[row] as number] as number;
    if (role === student) {
      if (person[user] === noStudent) add(facts.roleDiffers, row);
      if (homeroom[klass] === 1) {
        placed[user] = 2;
        pair(homerooms, user, klass);
        continue;
      }
    } else if (role === teacher) {
      if (person[user] === student) add(facts.roleDiffers, row);
      taught[klass] = 1;
      if (primary[primaries[row] as number] === 1) pair(primaryTeachers, klass, user);
    }
    if (placed[user] === 0) placed[user] = 1;
  }
};

/** Ends are exclusive, of enrollments as of terms; a begin of 0 and an open end are no dates. */
const isOutside = (begin: Day, end: Day, termStart: Day, termEnd: Day): boolean =>
  (begin !== 0 && (begin < termStart || begin >= termEnd)) || (end > termEnd && end !== open);

/** Which groups name two different members: the first member of each, to compare the others with. */
type Pairing = { first: Int32Array; several: Uint8Array };

const pairing = (several: Uint8Array): Pairing => ({
  first: new Int32Array(several.length).fill(-1),
  several,
});

const pair = ({ first, several }: Pairing, group: number, member: number): void => {
  const seen = first[group] as number;
  if (seen < 0) first[group] = member;
  else if (seen !== member) several[group] = 1;
};
