import type { StudentValues } from "./state.ts";

export type RosterField = {
  key: keyof StudentValues;
  /** Name of the posted field, as in `Students[0].FirstName`. */
  post: string;
  label: string;
  required: boolean;
  /** Values and texts of a select; absent for a text input. */
  options?: readonly (readonly [value: string, text: string])[];
};

const same = (...values: string[]) => values.map((value) => [value, value] as const);
const languages = same("English", "Spanish", "Both");

/** The published columns of the grid, in order (cliengage.atlassian.net/wiki/x/BwAyC). */
export const rosterFields: readonly RosterField[] = [
  { key: "firstName", post: "FirstName", label: "Student First Name", required: true },
  { key: "middleName", post: "MiddleName", label: "Student Middle Name", required: false },
  { key: "lastName", post: "LastName", label: "Student Last Name", required: true },
  { key: "birthDate", post: "BirthDate", label: "Date of Birth", required: true },
  { key: "gender", post: "Gender", label: "Gender", required: true, options: same("Male", "Female") },
  { key: "internalId", post: "InternalId", label: "Student Internal ID", required: true },
  {
    key: "ethnicity",
    post: "Ethnicity",
    label: "Ethnicity",
    required: true,
    options: same("Hispanic", "Not-Hispanic"),
  },
  { key: "stateId", post: "StateId", label: "State Unique ID", required: false },
  {
    key: "gradeLevel",
    post: "GradeLevel",
    label: "Grade Level",
    required: true,
    options: [
      ["PK", "Pre-K"],
      ["KG", "Kindergarten"],
      ["01", "1st Grade"],
      ["02", "2nd Grade"],
    ],
  },
  {
    key: "assessmentLanguage",
    post: "AssessmentLanguage",
    label: "Assessment Language",
    required: true,
    options: languages,
  },
  { key: "status", post: "Status", label: "Status", required: true, options: same("Active", "Inactive") },
  {
    key: "reportLanguage",
    post: "ReportLanguage",
    label: "Preferred Report Language",
    required: false,
    options: languages.slice(0, 2),
  },
];

/** "05/09/2021" as the grid shows a date. */
export const toUsDate = (iso: string): string =>
  iso === "" ? "" : `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;

/** "field-first-name" for `firstName`. */
export const fieldClass = (key: string): string =>
  `field-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
