import type { Column } from "../table/table.ts";
import { readTerms } from "./class-terms.ts";
import { columnOf } from "./columns.ts";
import { deletedFlags, flagWords, homeroomFlags } from "./enrollments.ts";
import { type Day, daysOf, open } from "./intervals.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";
import { isOther, isStudent, readKinds } from "./students.ts";
import { readUserOrgs, type UserOrgs } from "./user-orgs.ts";

/** What the values of an enrollment mean, by code of their column: all that a row's codes have to be looked up in. */
export type EnrollmentLookups = {
  /** By role. */
  kind: Uint8Array;
  /** By status: 1 for rows that a delta file asks to delete. */
  gone: Uint8Array;
  /** By primary: 1 for true. */
  primary: Uint8Array;
  /** By class: 1 for homerooms. */
  homeroom: Uint8Array;
  /** By class, side by side because rows ask for all of them: `classFacts` numbers at `classFacts` times its code. */
  ofClass: Int32Array;
  /** By class: code of its school in classes.schoolSourcedId; -1 where there is no one school. */
  schoolOfClass: Int32Array;
  /** Code of a blank schoolSourcedId, or -1. */
  noSchool: number;
  /** By user: what they are, and the code of a school they belong to; see `atSchool`. */
  belongs: Int32Array;
  /** Whether the user belongs to orgs, and none of them is the school, above it or within it. */
  isElsewhere: UserOrgs["isElsewhere"];
  /** By beginDate and endDate; 0 and `open` where there is none. */
  beginDays: Int32Array;
  endDays: Int32Array;
};

/** Values of `kind`, and of what a person is; 0 is anything else, and for a person unknown. */
export const student = 1;
export const teacher = 3;
/** Differs from `student` as `teacher` does: who is enrolled as the one must not be the other. */
const noStudent = teacher;

/** What a person is and where they belong, in one number; a school of -1 has to be looked up. */
export const atSchool = (school: number, person: number): number => school * 4 + person;
export const personIn = (belongs: number): number => belongs & 3;
export const homeIn = (belongs: number): number => belongs >> 2;

/** There is nothing to compare with. */
export const anySchool = -1;
/** The class is at a school that no enrollment names. */
export const strangeSchool = -2;

const never: Day = 0x7fffffff;

/** Numbers kept of each class: begin and end of its terms together, wide open where unknown; */
export const classFacts = 4;
export const termStart = 0;
export const termEnd = 1;
/** code of its school in the enrollments' own column, `anySchool` or `strangeSchool`; and the same once more, negative for homerooms. */
export const schoolAt = 2;
export const ordinaryAt = 3;

/** First day and (exclusive) end of a class's terms. */
export const termOfClass = ({ ofClass }: EnrollmentLookups, klass: number): { start: Day; end: Day } => ({
  start: ofClass[klass * classFacts + termStart] as number,
  end: ofClass[klass * classFacts + termEnd] as number,
});

/** Lookups of the enrollments; files and columns that are missing stand for nothing known. */
export const makeLookups = (context: CheckContext, file: RoleTable): EnrollmentLookups => {
  const role = columnOf(file, "role");
  const kind = new Uint8Array(role?.size ?? 1);
  setWord(kind, role, "student", student);
  setWord(kind, role, "teacher", teacher);
  const ends = daysOf(columnOf(file, "endDate"));
  const user = columnOf(file, "userSourcedId");
  const school = columnOf(file, "schoolSourcedId");
  const orgs = readUserOrgs(context, user, school);
  return {
    kind,
    gone: deletedFlags(file),
    primary: flagWords(columnOf(file, "primary"), "true", "TRUE", "True", "1"),
    belongs: addPeople(orgs.home, makePeople(context, user)),
    isElsewhere: orgs.isElsewhere,
    beginDays: daysOf(columnOf(file, "beginDate")),
    endDays: ends.map((day) => (day === 0 ? open : day)),
    ...lookUpClasses(context, columnOf(file, "classSourcedId"), school),
  };
};

/** Puts what people are beside where they belong. */
const addPeople = (home: Int32Array, people: Uint8Array): Int32Array => {
  for (let user = 0; user < home.length; user++) {
    home[user] = atSchool(home[user] as number, people[user] as number);
  }
  return home;
};

const setWord = (flags: Uint8Array, column: Column | undefined, word: string, value: number): void => {
  const code = column?.codeOf(word) ?? -1;
  if (code >= 0) flags[code] = value;
};

/** Whether the users are students, by code of the enrollments' column. */
const makePeople = (context: CheckContext, user: Column | undefined): Uint8Array => {
  const people = new Uint8Array(user?.size ?? 1);
  const users = context.files.get("users");
  const id = columnOf(users, "sourcedId");
  const role = columnOf(users, "role");
  if (user !== undefined && role === undefined && context.files.has("roles")) {
    // Who is both, a student who helps to teach, may be enrolled as either.
    const kinds = readKinds(context, user);
    return kinds.map((kind) => (kind === isStudent ? student : kind === isOther ? noStudent : 0));
  }
  if (user === undefined || id === undefined || role === undefined) return people;
  const { counts, firstRow } = id;
  const roles = role.codes;
  const studentRole = flagWords(role, "student");
  const userOf = joinCodes(user, id);
  for (let code = 0; code < userOf.length; code++) {
    const found = userOf[code] as number;
    // Somebody listed twice has no one role to compare with.
    if (found < 0 || (counts[found] as number) > 1) continue;
    people[code] = studentRole[roles[firstRow[found] as number] as number] === 1 ? student : noStudent;
  }
  return people;
};

const lookUpClasses = (context: CheckContext, klass: Column | undefined, school: Column | undefined) => {
  const size = klass?.size ?? 1;
  const made = {
    homeroom: new Uint8Array(size),
    ofClass: new Int32Array(size * classFacts),
    schoolOfClass: new Int32Array(size).fill(-1),
    noSchool: school?.codeOf("") ?? -1,
  };
  const classes = context.files.get("classes");
  const id = columnOf(classes, "sourcedId");
  const { ofClass, schoolOfClass } = made;
  if (klass === undefined || classes === undefined || id === undefined) {
    for (let at = 0; at < ofClass.length; at += classFacts) {
      ofClass[at + termEnd] = never;
      ofClass[at + schoolAt] = anySchool;
      ofClass[at + ordinaryAt] = anySchool;
    }
    return made;
  }
  const homeroom = homeroomFlags(classes, id);
  const terms = readTerms(context);
  const { rows } = classes.table;
  const termCodes = columnOf(classes, "termSourcedIds")?.codes ?? new Uint8Array(rows);
  const schools = columnOf(classes, "schoolSourcedId");
  const own = school && schools ? invert(joinCodes(school, schools), schools.size) : undefined;
  const schoolCodes = schools?.codes ?? new Uint8Array(rows);
  const classOf = joinCodes(klass, id);
  const { counts, firstRow } = id;
  for (let code = 0; code < size; code++) {
    const at = code * classFacts;
    ofClass[at + termEnd] = never;
    ofClass[at + schoolAt] = anySchool;
    ofClass[at + ordinaryAt] = anySchool;
    const found = classOf[code] as number;
    if (found < 0) continue;
    if (homeroom[found] === 1) made.homeroom[code] = 1;
    // A class listed twice may have two schools and two terms.
    if ((counts[found] as number) > 1) continue;
    const row = firstRow[found] as number;
    const term = terms[termCodes[row] as number];
    if (term !== undefined) {
      ofClass[at + termStart] = term.start;
      ofClass[at + termEnd] = term.end;
    }
    if (own === undefined) continue;
    const there = schoolCodes[row] as number;
    schoolOfClass[code] = there;
    ofClass[at + schoolAt] = own[there] as number;
    if (homeroom[found] === 0) ofClass[at + ordinaryAt] = own[there] as number;
  }
  return made;
};

/** Codes there to codes here, from codes here to codes there. */
const invert = (join: Int32Array, size: number): Int32Array => {
  const inverse = new Int32Array(size).fill(strangeSchool);
  for (let code = 0; code < join.length; code++) {
    const there = join[code] as number;
    if (there >= 0) inverse[there] = code;
  }
  return inverse;
};
