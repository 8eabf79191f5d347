import { type EnrollmentLookups, makeLookups } from "./enrollment-lookups.ts";
import { passEnrollments } from "./enrollment-pass.ts";
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
  /** Students at a school they do not belong to. */
  elsewhere: FoundRows;
  /** By user: 0 not enrolled at all, 1 only otherwise than as a student of a homeroom, 3 in a homeroom. */
  placed: Uint8Array;
  /** By user: 1 for students of two homerooms, whatever the days. */
  twoHomerooms: Uint8Array;
  /** By class: 1 where a teacher is enrolled. */
  taught: Uint8Array;
  /** By class: 1 where a student is enrolled. */
  attended: Uint8Array;
  /** By class: a primary teacher, or -1. */
  primaryOf: Int32Array;
  /** Rows of primary teachers. */
  primaries: number;
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
  passEnrollments(facts);
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
  elsewhere: { count: 0, first: [] },
  placed: new Uint8Array(lookups.belongs.length),
  twoHomerooms: new Uint8Array(lookups.belongs.length),
  taught: new Uint8Array(lookups.homeroom.length),
  attended: new Uint8Array(lookups.homeroom.length),
  primaryOf: new Int32Array(lookups.homeroom.length).fill(-1),
  primaries: 0,
  twoPrimaries: new Uint8Array(lookups.homeroom.length),
});
