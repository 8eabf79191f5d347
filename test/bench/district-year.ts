/** The one school year every generated district lives in. Session ends are exclusive, as OneRoster has them. */
export const sessions = [
  {
    id: "sy-2027",
    type: "schoolYear",
    title: "2026-2027",
    start: "2026-08-17",
    end: "2027-05-29",
    parent: "",
  },
  {
    id: "s1-2027",
    type: "semester",
    title: "Fall",
    start: "2026-08-17",
    end: "2026-12-19",
    parent: "sy-2027",
  },
  {
    id: "s2-2027",
    type: "semester",
    title: "Spring",
    start: "2027-01-05",
    end: "2027-05-29",
    parent: "sy-2027",
  },
  {
    id: "q1-2027",
    type: "gradingPeriod",
    title: "Q1",
    start: "2026-08-17",
    end: "2026-10-17",
    parent: "s1-2027",
  },
  {
    id: "q2-2027",
    type: "gradingPeriod",
    title: "Q2",
    start: "2026-10-19",
    end: "2026-12-19",
    parent: "s1-2027",
  },
  {
    id: "q3-2027",
    type: "gradingPeriod",
    title: "Q3",
    start: "2027-01-05",
    end: "2027-03-13",
    parent: "s2-2027",
  },
  {
    id: "q4-2027",
    type: "gradingPeriod",
    title: "Q4",
    start: "2027-03-22",
    end: "2027-05-29",
    parent: "s2-2027",
  },
] as const;

export type ClassTerm = { terms: string; begin: string; end: string };

const wholeYear: ClassTerm = { terms: "s1-2027,s2-2027", begin: "2026-08-17", end: "2027-05-29" };
const fall: ClassTerm = { terms: "s1-2027", begin: "2026-08-17", end: "2026-12-19" };
const spring: ClassTerm = { terms: "s2-2027", begin: "2027-01-05", end: "2027-05-29" };

/** Of ten scheduled classes six run all year, two in each semester; homerooms run all year. */
export const termOf = (homeroom: boolean, number: number): ClassTerm => {
  if (homeroom || number % 5 < 3) return wholeYear;
  return number % 5 === 3 ? fall : spring;
};

const padded = (number: number, width: number): string => String(number).padStart(width, "0");

/** A day within six weeks of the class's first: students who came late. */
export const lateBegin = (term: ClassTerm, days: number): string => {
  const [year, month, day] = term.begin.split("-").map(Number);
  const moved = new Date(Date.UTC(year!, month! - 1, day! + days));
  return `${moved.getUTCFullYear()}-${padded(moved.getUTCMonth() + 1, 2)}-${padded(moved.getUTCDate(), 2)}`;
};

export const idOf = {
  district: "org-0000",
  school: (index: number): string => `org-${padded(index + 1, 4)}`,
  class: (school: number, number: number): string => `cls-${padded(school + 1, 4)}-${padded(number, 6)}`,
  course: (number: number): string => `crs-${padded(number, 4)}`,
  student: (number: number): string => `stu-${padded(number, 8)}`,
  teacher: (number: number): string => `tch-${padded(number, 8)}`,
  guardian: (number: number): string => `grd-${padded(number, 8)}`,
  administrator: (number: number): string => `adm-${padded(number, 8)}`,
} as const;
