import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { DateForm, Field, FileSpec, Format } from "./format.ts";

/**
 * Microsoft School Data Sync V1. "SIS ID" names the student in StudentEnrollment.csv and the teacher in
 * TeacherRoster.csv. The samples for the United Kingdom call the same columns by other names.
 */

const source =
  "OfficeDev/O365-EDU-Tools, CSV Samples (V1), and learn.microsoft.com, csv-files-for-school-data-sync";
const older = "OfficeDev/O365-EDU-Tools, CSV Samples of earlier years";
const parents = "learn.microsoft.com, parent-contact-sync-file-format, of which a part could be read";

const field = fieldsFrom(source);
const text = (...names: string[]): Field[] => names.map((name) => field(name, "string"));
const formerly = (...names: string[]): Field[] =>
  names.map((name) => field(name, "string", "no", { source: older, certain: false }));

/** ISO is recommended; Microsoft's own samples are written the American way. */
const dateForms: readonly DateForm[] = ["YYYY-MM-DD", "YYYYMMDD", "M/D/YYYY"];
const date = (name: string): Field => field(name, "date", "no", { dateForms });

const id = (name: string, ...sameAs: string[]): Field => field(name, "identifier", "yes", { sameAs });
const reference = (name: string, role: string, ...sameAs: string[]): Field => ({
  ...id(name, ...sameAs),
  references: { role, column: "SIS ID" },
});
const school = (): Field => reference("School SIS ID", "School", "School DfE Number");
const section = (): Field => reference("Section SIS ID", "Section", "Section ID");

const fileOf = filesFrom({ columnOrder: "free", extensible: false, source });
const file = (role: string, fields: readonly Field[], more: Partial<FileSpec> = {}): FileSpec =>
  fileOf(role, fields, { required: "yes", ...more });

/** An id may occur in several schools: people who belong to two of them have a row for each. */
const inItsSchool: Partial<FileSpec> = {
  keys: [["SIS ID", "School SIS ID"]],
  keysSource: "Assumed: an id is unique together with its school",
  keysCertain: false,
};

const schoolFile = file("School", [
  { ...id("SIS ID", "DfE Number"), key: true },
  field("Name", "string", "yes"),
  ...text("School Number", "School NCES_ID", "State ID", "Grade Low", "Grade High"),
  ...text("Principal SIS ID", "Principal Name", "Principal Secondary Email", "Address", "City", "State"),
  ...text("Country"),
  field("Zip", "string", "no", { sameAs: ["Postal Code"] }),
  ...text("Phone", "Zone"),
]);

const sectionFile = file(
  "Section",
  [
    id("SIS ID", "ID"),
    school(),
    field("Section Name", "string", "yes"),
    ...text("Section Number", "Term SIS ID", "Term Name"),
    date("Term StartDate"),
    date("Term EndDate"),
    ...text("Course SIS ID", "Course Name", "Course Number", "Course Description", "Course Subject"),
    ...text("Periods", "Status"),
  ],
  inItsSchool,
);

const studentFile = file(
  "Student",
  [
    id("SIS ID", "ID"),
    school(),
    ...text("First Name", "Last Name"),
    field("Username", "string", "yes"),
    ...text("Password", "State ID", "Secondary Email", "Student Number", "Middle Name", "Grade", "Status"),
    date("Birthdate"),
    field("Graduation Year", "year"),
    ...formerly("Mailing Address", "Mailing City", "Mailing State", "Mailing Zip", "Mailing Latitude"),
    ...formerly("Mailing Longitude", "Mailing Country", "Residence Address", "Residence City"),
    ...formerly("Residence State", "Residence Zip", "Residence Latitude", "Residence Longitude"),
    ...formerly("Residence Country", "Gender", "ELL Status", "FederalRace"),
  ],
  inItsSchool,
);

const teacherFile = file(
  "Teacher",
  [
    id("SIS ID", "ID"),
    school(),
    ...text("First Name", "Last Name"),
    field("Username", "string", "yes"),
    ...text("Password", "State ID", "Teacher Number", "Status", "Middle Name", "Secondary Email"),
    ...text("Title", "Qualification"),
  ],
  inItsSchool,
);

const oncePerSection: Partial<FileSpec> = {
  keys: [["Section SIS ID", "SIS ID"]],
  keysSource: "Assumed: a person is in a section once",
  keysCertain: false,
};

const studentEnrollment = file(
  "StudentEnrollment",
  [section(), reference("SIS ID", "Student", "ID")],
  oncePerSection,
);

const teacherRoster = file(
  "TeacherRoster",
  [section(), reference("SIS ID", "Teacher", "ID")],
  oncePerSection,
);

const parent = fieldsFrom(parents, false);

const userFile = file(
  "user",
  [
    parent("Email", "email", "yes", { key: true }),
    parent("First Name", "string", "yes"),
    parent("Last Name", "string", "yes"),
    parent("Phone", "string", "no", { headerRequired: true }),
    parent("SIS ID", "string", "no", { headerRequired: true }),
  ],
  { required: "no", source: parents },
);

const guardianRoles = ["Parent", "Relative", "Aide", "Doctor", "Guardian", "Child", "Administrator", "Other"];

const guardianRelationship = file(
  "guardianrelationship",
  [
    reference("SIS ID", "Student"),
    field("Email", "email", "yes", { references: { role: "user", column: "Email" } }),
    field("Role", "enum", "no", { values: guardianRoles, headerRequired: true }),
  ],
  {
    required: "no",
    source: parents,
    keys: [["SIS ID", "Email"]],
    keysSource: "Assumed: a student and a parent are joined once",
    keysCertain: false,
  },
);

export const sds1: Format = {
  id: "sds-1",
  title: "Microsoft School Data Sync V1",
  version: "V1",
  files: [
    schoolFile,
    sectionFile,
    studentFile,
    teacherFile,
    studentEnrollment,
    teacherRoster,
    userFile,
    guardianRelationship,
  ],
  filesSource: "learn.microsoft.com, csv-files-for-school-data-sync and sds-validation-process",
};
