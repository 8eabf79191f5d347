import { sampleLimit } from "../findings/finding.ts";
import type { Codes } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import type { EnrollmentFacts, FoundRows } from "./enrollment-facts.ts";
import {
  anySchool,
  atSchool,
  classFacts,
  homeIn,
  ordinaryAt,
  personIn,
  schoolAt,
  student,
  teacher,
  termEnd,
  termStart,
} from "./enrollment-lookups.ts";
import { type Day, open } from "./intervals.ts";

/** The columns of the enrollments, and the first homeroom of each user. */
type Pass = {
  facts: EnrollmentFacts;
  classes: Codes;
  users: Codes;
  schools: Codes;
  /** What roles mean, or nothing where some rows are marked for deletion: then each row has to be looked at. */
  plainKind: Uint8Array;
  roles: Codes;
  statuses: Codes;
  primaries: Codes;
  begins: Codes;
  ends: Codes;
  homeroomOf: Int32Array;
  /** Rows of this step that are to be read closely. */
  closely: Int32Array;
};

/** One call reads so many rows: the engine makes a short function fast sooner than a long loop. */
const step = 4096;

/** Reads all rows into `facts`. */
export const passEnrollments = (facts: EnrollmentFacts): void => {
  const { file, placed, lookups } = facts;
  const { rows } = file.table;
  // An absent column is blank in every row.
  const codesOf = (name: string): Codes => columnOf(file, name)?.codes ?? new Uint8Array(rows);
  const pass: Pass = {
    facts,
    classes: codesOf("classSourcedId"),
    users: codesOf("userSourcedId"),
    schools: codesOf("schoolSourcedId"),
    plainKind: lookups.gone.includes(1) ? new Uint8Array(lookups.kind.length) : lookups.kind,
    roles: codesOf("role"),
    statuses: codesOf("status"),
    primaries: codesOf("primary"),
    begins: codesOf("beginDate"),
    ends: codesOf("endDate"),
    homeroomOf: new Int32Array(placed.length).fill(-1),
    closely: new Int32Array(step),
  };
  for (let row = 0; row < rows; row += step) {
    readClosely(pass, readRows(pass, row, Math.min(row + step, rows)));
  }
};

/**
 * Does next to nothing with the rows that most are: a student within the term of an ordinary class, both of one school. All
 * that is compared wards off what is not plainly so, e.g. a blank date; `readClosely` decides.
 */
const readRows = (pass: Pass, from: number, until: number): number => {
  const { facts, classes, users, schools, roles, plainKind, begins, ends, closely } = pass;
  const { placed, attended } = facts;
  const { ofClass, belongs, beginDays, endDays } = facts.lookups;
  let left = 0;
  // The last who were plainly right: exports keep a student's rows together.
  let knownUser = -1;
  let knownSchool = -1;
  let knownRole = -1;
  for (let row = from; row < until; row++) {
    const klass = classes[row] as number;
    const user = users[row] as number;
    const school = schools[row] as number;
    const role = roles[row] as number;
    const begin = beginDays[begins[row] as number] as number;
    const end = endDays[ends[row] as number] as number;
    const at = klass * classFacts;
    const last = ofClass[at + termEnd] as number;
    if (
      begin > end ||
      begin < (ofClass[at + termStart] as number) ||
      begin >= last ||
      end > last ||
      ofClass[at + ordinaryAt] !== school
    ) {
      closely[left++] = row;
      continue;
    }
    if (user !== knownUser || school !== knownSchool || role !== knownRole) {
      if (belongs[user] !== atSchool(school, student) || plainKind[role] !== student) {
        closely[left++] = row;
        continue;
      }
      knownUser = user;
      knownSchool = school;
      knownRole = role;
      placed[user] = (placed[user] as number) | 1;
    }
    attended[klass] = 1;
  }
  return left;
};

/** Reads the first `count` of the rows that are to be read closely. */
const readClosely = (pass: Pass, count: number): void => {
  const { facts, classes, users, schools, roles, statuses, begins, ends, closely, homeroomOf } = pass;
  const { lookups, placed, attended, taught } = facts;
  const { kind, gone, ofClass, belongs, homeroom, noSchool, beginDays, endDays } = lookups;
  for (let index = 0; index < count; index++) {
    const row = closely[index] as number;
    const klass = classes[row] as number;
    const user = users[row] as number;
    const school = schools[row] as number;
    const begin = beginDays[begins[row] as number] as number;
    const end = endDays[ends[row] as number] as number;
    const at = klass * classFacts;
    if (begin > end) add(facts.backwards, row);
    else if (isOutside(begin, end, ofClass[at + termStart] as number, ofClass[at + termEnd] as number)) {
      add(facts.outside, row);
    }
    const own = ofClass[at + schoolAt] as number;
    if (own !== school && own !== anySchool && school !== noSchool) add(facts.schoolDiffers, row);
    if (gone[statuses[row] as number] === 1) continue;
    const role = kind[roles[row] as number] as number;
    const belongsTo = belongs[user] as number;
    if (differs(role, personIn(belongsTo))) add(facts.roleDiffers, row);
    placed[user] = (placed[user] as number) | 1;
    if (role === student) {
      attended[klass] = 1;
      // Where the class is at another school, that is what is wrong.
      const isOfClass = own === school || own === anySchool;
      if (homeIn(belongsTo) !== school && isOfClass && lookups.isElsewhere(user, school)) {
        add(facts.elsewhere, row);
      }
      if (homeroom[klass] === 1 && homeroomOf[user] !== klass) placeInHomeroom(pass, user, klass);
    } else if (role === teacher) {
      taught[klass] = 1;
      addTeacher(pass, row);
    }
  }
};

/** A student's role for somebody who is none, or a teacher's for a student: the values were chosen to tell it so. */
const differs = (role: number, person: number): boolean => (role ^ person) === 2;

/** Ends are exclusive, of enrollments as of terms; a begin of 0 and an open end are no dates. */
export const isOutside = (begin: Day, end: Day, termStart: Day, termEnd: Day): boolean =>
  (begin !== 0 && (begin < termStart || begin >= termEnd)) || (end > termEnd && end !== open);

const add = (found: FoundRows, row: number): void => {
  found.count++;
  if (found.first.length < sampleLimit) found.first.push(row);
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
