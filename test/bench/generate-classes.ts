import type { Cells } from "./columns.ts";
import { type ClassTerm, idOf, lateBegin } from "./district-year.ts";
import { courseTitles, grades } from "./names.ts";
import type { ClassPlant, StudentPlant } from "./plants.ts";
import type { Random } from "./random.ts";

type ClassFacts = { id: string; school: string; number: number; homeroom: boolean; term: ClassTerm };

/** A class's row without faults; many titles have commas, most list several terms. */
export const makeClass = (facts: ClassFacts, random: Random): Cells<"classes"> => {
  const course = facts.homeroom ? 0 : 1 + (facts.number % courseTitles.length);
  const grade = random.below(grades.length - 1);
  return {
    sourcedId: facts.id,
    title: facts.homeroom ? `Homeroom ${facts.number}` : `${courseTitles[course - 1]} - ${facts.number}`,
    grades: random.below(3) === 0 ? `${grades[grade]},${grades[grade + 1]}` : grades[grade]!,
    courseSourcedId: idOf.course(course),
    classCode: `C${facts.number}`,
    classType: facts.homeroom ? "homeroom" : "scheduled",
    location: `Room ${100 + random.below(300)}`,
    schoolSourcedId: facts.school,
    termSourcedIds: facts.term.terms,
    periods: facts.homeroom ? "1" : String(2 + random.below(7)),
  };
};

/** Turns a scheduled class's clean row into the planted one. */
export const spoilClass = (cells: Cells<"classes">, plant: ClassPlant | undefined): Cells<"classes"> => {
  switch (plant) {
    case "invalid classes.classType":
      return { ...cells, classType: "Scheduled" };
    case "invalid classes.grades":
      return { ...cells, grades: "9th" };
    case "missing classes.title":
      return { ...cells, title: "" };
    case "dangling classes.courseSourcedId":
      return { ...cells, courseSourcedId: "crs-retired" };
    case "dangling classes.schoolSourcedId":
      return { ...cells, schoolSourcedId: "org-closed" };
    case "dangling classes.termSourcedIds":
      return { ...cells, termSourcedIds: `${cells.termSourcedIds},q5-2027` };
    default:
      return cells;
  }
};

type EnrollmentFacts = { school: string; class: string; user: string; role: string; term: ClassTerm };

/** An enrollment's row without faults; one student in ten came late. */
export const makeEnrollment = (facts: EnrollmentFacts, random: Random): Cells<"enrollments"> => ({
  sourcedId: `${facts.school}_${facts.class}_${facts.user}`,
  classSourcedId: facts.class,
  schoolSourcedId: facts.school,
  userSourcedId: facts.user,
  role: facts.role,
  primary: facts.role === "teacher" ? "true" : "false",
  beginDate: random.below(10) === 0 ? lateBegin(facts.term, 1 + random.below(42)) : facts.term.begin,
  endDate: facts.term.end,
});

/** Turns a student's clean enrollment in a scheduled class into the planted one; `before` is the row above it. */
export const spoilEnrollment = (
  cells: Cells<"enrollments">,
  plant: StudentPlant | undefined,
  before: Cells<"enrollments">,
): Cells<"enrollments"> => {
  switch (plant) {
    case "invalid enrollments.beginDate":
      return { ...cells, beginDate: "8/17/2026" };
    case "invalid enrollments.endDate":
      // No day of the calendar, yet within the term: only one rule has anything to say.
      return { ...cells, endDate: cells.endDate! < "2027" ? "2026-11-31" : "2027-02-30" };
    case "invalid enrollments.role":
      return { ...cells, role: "Student" };
    case "invalid enrollments.primary":
      return { ...cells, primary: "0" };
    case "dangling enrollments.classSourcedId":
      return { ...cells, classSourcedId: `${cells.classSourcedId}-old` };
    case "dangling enrollments.userSourcedId":
      return { ...cells, userSourcedId: `${cells.userSourcedId}-left` };
    case "dangling enrollments.schoolSourcedId":
      return { ...cells, schoolSourcedId: "org-closed" };
    case "duplicate enrollments.sourcedId":
      return { ...cells, sourcedId: before.sourcedId! };
    case "missing enrollments.userSourcedId":
      return { ...cells, userSourcedId: "" };
    case "missing enrollments.role":
      return { ...cells, role: "" };
    case "missing enrollments.classSourcedId":
      return { ...cells, classSourcedId: "" };
    case "filled enrollments.status":
      return { ...cells, status: "active" };
    case "enrollment-out-of-its-dates begin":
      return { ...cells, beginDate: "2025-08-18" };
    case "enrollment-out-of-its-dates end":
      return { ...cells, endDate: "2027-08-20" };
    default:
      return cells;
  }
};
