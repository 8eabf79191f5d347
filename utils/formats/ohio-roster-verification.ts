import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { Field, Format } from "./format.ts";
import { months, ohioTerms } from "./ohio-subjects.ts";

/**
 * Ohio roster verification: a claim says which teacher taught which student how much of a subject in which month. No load
 * file of the verification system is public, so these files are proposed from the words of the state's guidelines, and an
 * LEA maps its own headers to them.
 */

const source = "Proposed by Rosterguard from Ohio's Roster Verification Guidelines; no load file is public";
const proposed = fieldsFrom(source, false);
const file = filesFrom({ columnOrder: "free", extensible: false, source });

const also = (...aliases: string[]): Partial<Field> => ({ aliases });

const ssid: Partial<Field> = {
  pattern: {
    source: "[A-Z]{2}\\d{7}",
    says: "two capital letters and seven digits, as in AE1234567",
    saysEs: "dos letras mayúsculas y siete cifras, como AE1234567",
  },
  aliases: ["State Student ID", "State ID", "Statewide Student Identifier"],
  source: "Infinite Campus, SSID Extract (Ohio)",
};

const irn: Partial<Field> = {
  digits: 6,
  pattern: { source: "\\d{6}", says: "six digits", saysEs: "seis cifras" },
  source: "PowerSchool, EMIS building IRN codes",
};

const educator: Partial<Field> = {
  pattern: {
    source: "[A-Z]{2}\\d{7}",
    says: "two capital letters and seven digits, as in OH3019384",
    saysEs: "dos letras mayúsculas y siete cifras, como OH3019384",
  },
  aliases: ["Educator State ID", "State Staff ID", "State Educator ID", "Teacher State ID"],
  source: "PowerSchool, ODE certification data file",
};

const taught = { ...educator, references: { role: "staff", column: "educator_state_id" } };
const inClass = { references: { role: "classes", column: "class_id" } };

/** Roles that take part, and then those the guidelines leave out, so that these are recognised instead of unknown. */
const roles = [
  "teacher",
  "intervention specialist",
  "support team",
  "principal",
  "superintendent",
  "student teacher",
  "substitute",
  "short-term substitute",
  "long-term substitute",
  "tutor",
  "alternative provider",
];

const staff = file("staff", [
  proposed("district_irn", "string", "yes", { ...irn, aliases: ["District IRN"] }),
  proposed("building_irn", "string", "yes", { ...irn, aliases: ["Building IRN", "School IRN"] }),
  // Blank until the person is found or an account is made.
  proposed("educator_state_id", "string", "no", educator),
  proposed("first_name", "string", "yes", also("First Name")),
  proposed("last_name", "string", "yes", also("Last Name")),
  proposed("email", "email", "no", also("E-mail", "Email Address")),
  proposed("birth_date", "date", "no", also("Date of Birth", "DOB")),
  proposed("role", "enum", "no", { values: roles, ...also("Staff Role", "Position") }),
  // The first and the last day on which the person taught.
  proposed("start_date", "date", "no", also("Start Date", "From", "Hire Date")),
  proposed("end_date", "date", "no", also("End Date", "To", "Last Day")),
]);

const classes = file(
  "classes",
  [
    proposed("building_irn", "string", "yes", { ...irn, aliases: ["Building IRN", "School IRN"] }),
    proposed("class_id", "string", "yes", also("Class ID", "Section ID")),
    proposed("class_name", "string", "yes", also("Class Name", "Section Name")),
    // Not a fixed list: a subject out of scope is known, and named so.
    proposed("subject_course", "string", "yes", also("Subject", "Course", "Subject/Course")),
    proposed("grade", "string", "no", also("Grade Level")),
    proposed("term", "enum", "yes", { values: ohioTerms, ...also("Term of Instruction") }),
    proposed("educator_state_id", "string", "yes", taught),
  ],
  // In team teaching a class has a row for each of its teachers.
  { keys: [["class_id", "educator_state_id"]] },
);

const claims = file(
  "claims",
  [
    proposed("class_id", "string", "yes", { ...inClass, ...also("Class ID", "Section ID") }),
    proposed("educator_state_id", "string", "yes", taught),
    proposed("ssid", "string", "yes", ssid),
    proposed("local_student_id", "string", "yes", also("Local Student ID", "Student ID", "Local ID")),
    proposed("first_name", "string", "yes", also("First Name", "Legal First Name")),
    proposed("middle_name", "string", "no", also("Middle Name", "Legal Middle Name")),
    proposed("last_name", "string", "yes", also("Last Name", "Legal Last Name")),
    proposed("birth_date", "date", "yes", also("Date of Birth", "DOB")),
    proposed("grade_level", "string", "yes", also("Grade", "Grade Level")),
    proposed("month", "enum", "yes", { values: months }),
    // Nought removes the claim.
    proposed("percent", "float", "yes", {
      range: { min: 0, max: 100 },
      ...also("Percentage", "% of instruction", "Percent of Instruction"),
    }),
  ],
  { keys: [["class_id", "educator_state_id", "ssid", "month"]] },
);

const enrollments = file("enrollments", [
  proposed("class_id", "string", "yes", { ...inClass, ...also("Class ID", "Section ID") }),
  proposed("ssid", "string", "yes", ssid),
  // The first and the last day in the class.
  proposed("entry_date", "date", "no", also("Entry Date", "Start Date")),
  proposed("exit_date", "date", "no", also("Exit Date", "End Date", "Withdrawal Date")),
]);

const required = { required: "yes", certain: false } as const;

export const ohioRosterVerification: Format = {
  id: "ohio-roster-verification",
  title: "Ohio roster verification",
  version: "proposed",
  files: [{ ...staff, ...required }, { ...classes, ...required }, { ...claims, ...required }, enrollments],
};
