import { sampleLimit } from "../findings/finding.ts";
import type { Codes } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import type { EnrollmentFacts, FoundRows } from "./enrollment-facts.ts";
import {
  anySchool,
  classFacts,
  homeroomAt,
  schoolAt,
  student,
  teacher,
  termEnd,
  termOfClass,
  termStart,
} from "./enrollment-lookups.ts";
import { type Day, open } from "./intervals.ts";

/** The columns of the enrollments, and the first homeroom of each user. */
type Pass = {
  facts: EnrollmentFacts;
  classes: Codes;
  users: Codes;
  schools: Codes;
  roles: Codes;
  statuses: Codes;
  primaries: Codes;
  begins: Codes;
  ends: Codes;
  homeroomOf: Int32Array;
};

/** One call reads so many rows: the engine makes a short function fast sooner than a long loop. */
const step = 4096;

/** Reads all rows into `facts`. */
export const passEnrollments = (facts: EnrollmentFacts): void => {
  const { file, placed } = facts;
  const { rows } = file.table;
  // An absent column is blank in every row.
  const codesOf = (name: string): Codes => columnOf(file, name)?.codes ?? new Uint8Array(rows);
  const pass: Pass = {
    facts,
    classes: codesOf("classSourcedId"),
    users: codesOf("userSourcedId"),
    schools: codesOf("schoolSourcedId"),
    roles: codesOf("role"),
    statuses: codesOf("status"),
    primaries: codesOf("primary"),
    begins: codesOf("beginDate"),
    ends: codesOf("endDate"),
    homeroomOf: new Int32Array(placed.length).fill(-1),
  };
  for (let row = 0; row < rows; row += step) readRows(pass, row, Math.min(row + step, rows));
};

/**
 * Looks a row's codes up and does next to nothing with a row on which all is well. Comparisons here may cry wolf, e.g.
 * for a blank date; `lookClosely` decides. Branches are few because each costs the engine a new start when first taken.
 */
const readRows = (pass: Pass, from: number, until: number): void => {
  const { facts, classes, users, schools, roles, statuses, begins, ends, homeroomOf } = pass;
  const { lookups, placed, taught, attended } = facts;
  const { kind, gone, ofClass, person, beginDays, endDays } = lookups;
  const { home } = lookups.orgs;
  for (let row = from; row < until; row++) {
    const klass = classes[row] as number;
    const user = users[row] as number;
    const role = kind[roles[row] as number] as number;
    const begin = beginDays[begins[row] as number] as number;
    const end = endDays[ends[row] as number] as number;
    const at = klass * classFacts;
    const last = ofClass[at + termEnd] as number;
    if (
      begin > end ||
      begin < (ofClass[at + termStart] as number) ||
      begin >= last ||
      end > last ||
      ofClass[at + schoolAt] !== schools[row] ||
      differs(role, person[user] as number)
    ) {
      lookClosely(pass, row);
    }
    if (gone[statuses[row] as number] === 1) continue;
    placed[user] = (placed[user] as number) | 1;
    if (role === student) {
      attended[klass] = 1;
      if (home[user] !== schools[row]) lookForHome(pass, row);
      if (ofClass[at + homeroomAt] === 1 && homeroomOf[user] !== klass) placeInHomeroom(pass, user, klass);
    } else if (role === teacher) {
      taught[klass] = 1;
      addTeacher(pass, row);
    }
  }
};

/** A student's role for somebody who is none, or a teacher's for a student: the values were chosen to tell it so. */
const differs = (role: number, person: number): boolean => (role ^ person) === 2;

const lookClosely = ({ facts, ...pass }: Pass, row: number): void => {
  const { lookups } = facts;
  const klass = pass.classes[row] as number;
  const begin = lookups.beginDays[pass.begins[row] as number] as number;
  const end = lookups.endDays[pass.ends[row] as number] as number;
  if (begin > end) add(facts.backwards, row);
  else {
    const term = termOfClass(lookups, klass);
    if (isOutside(begin, end, term.start, term.end)) add(facts.outside, row);
  }
  const own = lookups.ofClass[klass * classFacts + schoolAt] as number;
  const at = pass.schools[row] as number;
  if (own !== at && own !== anySchool && at !== lookups.noSchool) add(facts.schoolDiffers, row);
  const role = lookups.kind[pass.roles[row] as number] as number;
  const person = lookups.person[pass.users[row] as number] as number;
  const gone = lookups.gone[pass.statuses[row] as number] === 1;
  if (differs(role, person) && !gone) add(facts.roleDiffers, row);
};

/** Ends are exclusive, of enrollments as of terms; a begin of 0 and an open end are no dates. */
export const isOutside = (begin: Day, end: Day, termStart: Day, termEnd: Day): boolean =>
  (begin !== 0 && (begin < termStart || begin >= termEnd)) || (end > termEnd && end !== open);

const add = (found: FoundRows, row: number): void => {
  found.count++;
  if (found.first.length < sampleLimit) found.first.push(row);
};

const lookForHome = ({ facts, classes, users, schools }: Pass, row: number): void => {
  const { lookups } = facts;
  const own = lookups.ofClass[(classes[row] as number) * classFacts + schoolAt] as number;
  const at = schools[row] as number;
  // Where the class is at another school, that is what is wrong.
  if (own !== at && own !== anySchool) return;
  if (lookups.orgs.isElsewhere(users[row] as number, at)) add(facts.elsewhere, row);
};

const placeInHomeroom = ({ facts, homeroomOf }: Pass, user: number, klass: number): void => {
  if (homeroomOf[user] === -1) {
    homeroomOf[user] = klass;
    facts.placed[user] = 3;
  } else facts.twoHomerooms[user] = 1;
};

const addTeacher = ({ facts, primaries, classes, users }: Pass, row: number): void => {
  if (facts.lookups.primary[primaries[row] as number] === 0) return;
  facts.primaries++;
  const { primaryOf } = facts;
  const klass = classes[row] as number;
  const user = users[row] as number;
  const other = primaryOf[klass] as number;
  if (other === -1) primaryOf[klass] = user;
  else if (other !== user) facts.twoPrimaries[klass] = 1;
};
