import type { SchoolYear, Term } from "./school-year.ts";

/** A made-up district as a student information system holds it; no file format is known here. */

/** Grades as OneRoster writes them, the youngest first. */
export const gradeLevels = [
  "PK",
  "KG",
  "01",
  "02",
  "03",
  "04",
  "05",
  "06",
  "07",
  "08",
  "09",
  "10",
  "11",
  "12",
] as const;
export type GradeLevel = (typeof gradeLevels)[number];

export type School = {
  /** Four digits, some beginning with nought: "0101". */
  id: string;
  name: string;
  kind: "elementary" | "middle" | "high";
  grades: readonly GradeLevel[];
};

export type Person = {
  firstName: string;
  middleName: string;
  lastName: string;
  email: string;
};

export type Teacher = Person & {
  /** "T004127" */
  id: string;
  /** Seven digits, so that every system's own form can be made of it. */
  number: string;
  school: School;
};

export type Course = {
  code: string;
  title: string;
  subject: string;
  school: School;
  grades: readonly GradeLevel[];
};

export type Section = {
  id: string;
  title: string;
  course: Course;
  school: School;
  teacher: Teacher;
  homeroom: boolean;
  grade: GradeLevel;
  term: Term;
  period: number;
  room: string;
};

export type Guardian = Person & { id: string; phone: string };

export type Student = Person & {
  /** Seven digits, some beginning with nought. */
  id: string;
  /** Ten digits. */
  stateId: string;
  username: string;
  birthDate: string;
  sex: "female" | "male";
  hispanic: boolean;
  grade: GradeLevel;
  school: School;
  homeroom: Section;
  /** Every class, the homeroom first: one to three in elementary schools, eight or nine above. */
  sections: readonly Section[];
  guardian: Guardian | undefined;
};

export type District = {
  id: string;
  name: string;
  /** ISO day for which it was made. */
  date: string;
  schoolYear: SchoolYear;
  schools: readonly School[];
  courses: readonly Course[];
  teachers: readonly Teacher[];
  sections: readonly Section[];
  students: readonly Student[];
  guardians: readonly Guardian[];
};
