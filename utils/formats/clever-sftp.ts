import { genders, grades, lunchStatuses, races, subjects } from "./clever-vocabulary.ts";
import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { Field, Format } from "./format.ts";

/**
 * Clever's SFTP files. The instructions themselves are not public in full: names come from public extract scripts that
 * agree, values from the official API schema, and what follows from the data model only is assumed.
 */

const source =
  "Clever SFTP columns as public extract scripts agree on them; Clever/swagger-api v3.1.yml; dev.clever.com";
const instructions = "Clever SFTP Instructions v2.1.1 and v2.2.0, as quoted by public copies";

const field = fieldsFrom(source);
const file = filesFrom({
  columnOrder: "free",
  headerNames: "case",
  extensible: true,
  extraPrefix: "ext.",
  source,
});

const id = (name: string, more: Partial<Field> = {}): Field => field(name, "identifier", "yes", more);

/** That it must resolve follows from the data model; the instructions do not say it in the part that could be read. */
const reference = (role: string, column: string): Field =>
  id(column, { references: { role, column, certain: false } });

const school = (): Field => reference("schools", "School_id");

/** Files carry more than the API's list names, so another value is a warning. */
const choice = (name: string, values: readonly string[]): Field =>
  field(name, "enum", "no", { values, open: true, anyCase: true });

const yesNo = (name: string): Field => field(name, "enum", "no", { values: ["Y", "N"] });

/** Written MM/DD/YYYY wherever a file could be seen; what else is taken is not documented. */
const date = (name: string): Field => field(name, "date", "no", { dateForms: ["M/D/YYYY"], certain: false });

const teacher = (name: string, required: Field["required"] = "no"): Field =>
  field(name, "identifier", required, { references: { role: "teachers", column: "Teacher_id" } });

const schools = file(
  "schools",
  [
    id("School_id", { key: true }),
    field("School_name", "string", "yes"),
    field("School_number", "string", "yes"),
    field("State_id", "string"),
    field("NCES_id", "string"),
    choice("Low_grade", grades),
    choice("High_grade", grades),
    field("Principal", "string"),
    field("Principal_email", "email"),
    field("School_address", "string"),
    field("School_city", "string"),
    field("School_state", "string"),
    field("School_zip", "string"),
    field("School_phone", "string"),
  ],
  { required: "yes" },
);

const studentFields: readonly Field[] = [
  school(),
  id("Student_id"),
  field("Student_number", "string"),
  field("State_id", "string"),
  field("Last_name", "string", "yes"),
  field("Middle_name", "string"),
  field("First_name", "string", "yes"),
  choice("Grade", grades),
  choice("Gender", genders),
  field("Graduation_year", "year"),
  date("DOB"),
  choice("Race", races),
  yesNo("Hispanic_Latino"),
  field("Home_language", "string"),
  yesNo("Ell_status"),
  choice("Frl_status", lunchStatuses),
  yesNo("IEP_status"),
  yesNo("Section_504_status"),
  yesNo("Gifted_status"),
  yesNo("Disability_status"),
  field("Disability_type", "string"),
  field("Disability_code", "string"),
  field("Student_street", "string"),
  field("Student_city", "string"),
  field("Student_state", "string"),
  field("Student_zip", "string"),
  field("Student_email", "email"),
  field("Contact_relationship", "string"),
  field("Contact_type", "string"),
  field("Contact_name", "string"),
  field("Contact_phone", "string"),
  field("Contact_phone_type", "enum", "no", { values: ["Cell", "Home", "Work", "Other"] }),
  field("Contact_email", "email"),
  field("Contact_sis_id", "string"),
  field("Username", "string"),
  field("Password", "string"),
  field("Unweighted_gpa", "float"),
  field("Weighted_gpa", "float"),
];

const students = file("students", studentFields, {
  required: "yes",
  // A student has a row for each person to call, so only a row of the same student and person is one too many.
  keys: [
    [
      "Student_id",
      "Contact_sis_id",
      "Contact_name",
      "Contact_email",
      "Contact_phone",
      "Contact_phone_type",
      "Contact_type",
      "Contact_relationship",
    ],
  ],
  keysSource: instructions,
  agree: {
    id: "Student_id",
    columns: studentFields.map(({ name }) => name).filter((name) => !/^(Student_id$|Contact_)/.test(name)),
    source: instructions,
  },
});

const teachers = file(
  "teachers",
  [
    school(),
    id("Teacher_id"),
    field("Teacher_number", "string"),
    field("State_teacher_id", "string"),
    field("Teacher_email", "email"),
    field("First_name", "string", "yes"),
    field("Middle_name", "string"),
    field("Last_name", "string", "yes"),
    field("Title", "string"),
    field("Username", "string"),
    field("Password", "string"),
  ],
  {
    required: "yes",
    keys: [["Teacher_id", "School_id"]],
    keysSource: "support.clever.com 203114867, section 7: a teacher of several schools has a row for each",
    keysCertain: false,
  },
);

const sections = file(
  "sections",
  [
    school(),
    id("Section_id", { key: true }),
    teacher("Teacher_id", "yes"),
    // Clever has no Teacher_1_id.
    ...Array.from({ length: 9 }, (_, index) => teacher(`Teacher_${index + 2}_id`)),
    field("Name", "string"),
    field("Section_number", "string"),
    choice("Grade", grades),
    field("Course_name", "string"),
    field("Course_number", "string"),
    field("Course_description", "string"),
    field("Period", "string"),
    choice("Subject", subjects),
    field("Term_name", "string"),
    date("Term_start"),
    date("Term_end"),
  ],
  { required: "yes" },
);

const enrollments = file(
  "enrollments",
  [school(), reference("sections", "Section_id"), reference("students", "Student_id")],
  { required: "yes", keys: [["Section_id", "Student_id"]] },
);

const staff = file(
  "staff",
  [
    school(),
    id("Staff_id"),
    field("Staff_email", "email", "yes"),
    field("First_name", "string", "yes"),
    field("Last_name", "string", "yes"),
    field("Department", "string"),
    field("Title", "string"),
    field("Username", "string"),
    field("Password", "string"),
    field("Role", "string"),
  ],
  {
    keys: [["Staff_id", "School_id"]],
    keysSource: "Assumed from teachers.csv: who works in several schools has a row for each",
    keysCertain: false,
  },
);

export const cleverSftp: Format = {
  id: "clever-sftp",
  title: "Clever SFTP",
  version: "2.2.0",
  files: [schools, students, teachers, sections, enrollments, staff],
  filesSource: instructions,
};
