/** Subjects, months and terms of Ohio's roster verification, as its guidelines name them. */

export const months = ["AUG", "SEP", "OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN"] as const;
export type Month = (typeof months)[number];

export const ohioTerms = [
  "Full Year (Aug/Sep - May/Jun)",
  "Fall Semester (Aug/Sep - Jan)",
  "Fall Semester (FYE/Block)",
  "Spring Semester (Jan - May/Jun)",
  "Spring Semester (FYE/Block)",
] as const;

/** By subject, the grades that are verified; `undefined` for a course, which is verified whatever its students' grade. */
const inScope: Readonly<Record<string, readonly number[] | undefined>> = {
  Mathematics: [4, 5, 6, 7, 8],
  "English Language Arts": [4, 5, 6, 7, 8],
  Science: [5, 8],
  "Algebra I": undefined,
  "American Government": undefined,
  "American History": undefined,
  Biology: undefined,
  "English I": undefined,
  "English II": undefined,
  Geometry: undefined,
  "Integrated Mathematics I": undefined,
  "Integrated Mathematics II": undefined,
};

export const ohioSubjects: readonly string[] = Object.keys(inScope);

/** Short names that schools write; each means one subject of the list. */
const alsoWritten: Readonly<Record<string, string>> = {
  math: "Mathematics",
  ela: "English Language Arts",
  languagearts: "English Language Arts",
  algebra1: "Algebra I",
  english1: "English I",
  english2: "English II",
  integratedmath1: "Integrated Mathematics I",
  integratedmath2: "Integrated Mathematics II",
  integratedmathi: "Integrated Mathematics I",
  integratedmathii: "Integrated Mathematics II",
  integratedmathematics1: "Integrated Mathematics I",
  integratedmathematics2: "Integrated Mathematics II",
  government: "American Government",
  ushistory: "American History",
};

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const byFold = new Map([
  ...ohioSubjects.map((name): [string, string] => [fold(name), name]),
  ...Object.entries(alsoWritten),
]);

/** The subject of the list that a name stands for, and the grade it names ("Grade 4 Mathematics", "Math 7"). */
export const readSubject = (text: string): { subject: string; grade: number | undefined } | undefined => {
  const whole = byFold.get(fold(text));
  if (whole !== undefined) return { subject: whole, grade: undefined };
  const found = /(?:\bgrade\s*)?\b(\d{1,2})(?:st|nd|rd|th)?\b(?:\s*grade\b)?/i.exec(text);
  if (found === null) return undefined;
  const subject = byFold.get(fold(text.replace(found[0], "")));
  // A number in the name of a course is part of it, and only a graded subject has a grade.
  return subject === undefined || inScope[subject] === undefined
    ? undefined
    : { subject, grade: Number(found[1]) };
};

/** The grades of a subject, or undefined when its course counts for every student in it. */
export const gradesOf = (subject: string): readonly number[] | undefined => inScope[subject];

/** "04", "4", "4th" and "Grade 4" are 4; anything else, kindergarten among it, is no number. */
export const readGrade = (text: string): number | undefined => {
  const found = /^(?:grade\s*)?0*(\d{1,2})(?:st|nd|rd|th)?(?:\s*grade)?$/i.exec(text.trim());
  return found === null ? undefined : Number(found[1]);
};
