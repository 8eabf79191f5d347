/** What New York's files say of caseloads, row by row; every value is text without outer blanks, "" where absent. */

export type RaclRow = {
  school: string;
  officialClass: string;
  teacherName: string;
  studentId: string;
  grade: string;
};

export type Pedagogue = {
  school: string;
  eis: string;
  lastName: string;
  firstName: string;
  nickname: string;
  email: string;
};

export type ProgramRow = {
  school: string;
  studentId: string;
  grade: string;
  officialClass: string;
  course: string;
  section: string;
  nickname: string;
};

export type CaseloadFiles = {
  racl: readonly RaclRow[];
  pedagogues: readonly Pedagogue[];
  program: readonly ProgramRow[];
};

/** Through what a student is on a caseload, or ought to be. */
export type Link =
  | { kind: "official-class"; school: string; officialClass: string }
  | { kind: "course"; school: string; course: string; section: string };

/** The step at which the way from a student to a user's e-mail address breaks off. */
export type Hop =
  | "grade-unknown"
  | "student-without-official-class"
  | "class-not-on-racl"
  | "class-without-teacher"
  | "teacher-not-in-pedagogue-file"
  | "several-people-of-one-name"
  | "nickname-not-in-pedagogue-file"
  | "nickname-of-several-people"
  | "person-without-eis"
  | "eis-without-email";

export type Caseload = {
  /** In lower case: what the portal knows its user by. */
  email: string;
  eis: string;
  /** By student id, ascending; a student may be there for several reasons. */
  students: readonly { studentId: string; because: readonly Link[] }[];
};

/** A link that leads to nobody; `at` is the name, nickname or number at which it broke off. */
export type Missing = { studentId: string; link: Link; hop: Hop; at: string };

export type Caseloads = { caseloads: readonly Caseload[]; missing: readonly Missing[] };
