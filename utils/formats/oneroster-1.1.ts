import type { FileSpec, Format } from "./format.ts";
import { gradebookFiles, resourceFiles } from "./oneroster-1.1-more.ts";
import { field, file, gradesField, head, reference, references } from "./oneroster-fields.ts";
import {
  classType,
  enrollmentRole,
  manifestProperties,
  orgType,
  sessionType,
  sex,
  userRole,
} from "./oneroster-vocabulary.ts";

/** OneRoster 1.1 CSV. Columns in the order of the standard, which is also the order a file must have. */

const yesNo = (name: string) => field(name, "boolean");

const manifest = file(
  "manifest",
  [
    field("propertyName", "enum", "yes", { key: true, values: manifestProperties }),
    field("value", "string", "yes"),
  ],
  { required: "yes", extensible: false },
);

const academicSessions = file("academicSessions", [
  ...head(),
  field("title", "string", "yes"),
  field("type", "enum", "yes", { values: sessionType }),
  field("startDate", "date", "yes"),
  field("endDate", "date", "yes"),
  reference("parentSourcedId", "academicSessions"),
  field("schoolYear", "year", "yes"),
]);

const orgs = file("orgs", [
  ...head(),
  field("name", "string", "yes"),
  field("type", "enum", "yes", { values: orgType }),
  field("identifier", "string"),
  reference("parentSourcedId", "orgs"),
]);

const courses = file("courses", [
  ...head(),
  reference("schoolYearSourcedId", "academicSessions"),
  field("title", "string", "yes"),
  field("courseCode", "string"),
  gradesField(),
  reference("orgSourcedId", "orgs", "yes"),
  field("subjects", "string", "no", { list: true }),
  field("subjectCodes", "string", "no", { list: true }),
]);

const classes = file("classes", [
  ...head(),
  field("title", "string", "yes"),
  gradesField(),
  reference("courseSourcedId", "courses", "yes"),
  field("classCode", "string"),
  field("classType", "enum", "yes", { values: classType }),
  field("location", "string"),
  reference("schoolSourcedId", "orgs", "yes"),
  { ...references("termSourcedIds", "academicSessions", "yes"), aliases: ["termSourcedId"] },
  field("subjects", "string", "no", { list: true }),
  field("subjectCodes", "string", "no", { list: true }),
  field("periods", "string", "no", { list: true }),
]);

const users = file("users", [
  ...head(),
  field("enabledUser", "boolean", "yes"),
  references("orgSourcedIds", "orgs", "yes"),
  field("role", "enum", "yes", { values: userRole }),
  field("username", "string", "yes"),
  field("userIds", "userId", "no", { list: true }),
  field("givenName", "string", "yes"),
  field("familyName", "string", "yes"),
  field("middleName", "string"),
  field("identifier", "string"),
  field("email", "email"),
  field("sms", "string"),
  field("phone", "string"),
  { ...references("agentSourcedIds", "users"), aliases: ["agents"] },
  gradesField(),
  field("password", "string"),
]);

const enrollments = file("enrollments", [
  ...head(),
  reference("classSourcedId", "classes", "yes"),
  reference("schoolSourcedId", "orgs", "yes"),
  reference("userSourcedId", "users", "yes"),
  field("role", "enum", "yes", { values: enrollmentRole }),
  yesNo("primary"),
  field("beginDate", "date"),
  // Exclusive: the first day on which the person is no longer enrolled.
  field("endDate", "date"),
]);

const demographics = file("demographics", [
  ...head({ references: { role: "users", column: "sourcedId" }, aliases: ["userSourcedId"] }),
  field("birthDate", "date"),
  field("sex", "enum", "no", { values: sex }),
  yesNo("americanIndianOrAlaskaNative"),
  yesNo("asian"),
  yesNo("blackOrAfricanAmerican"),
  yesNo("nativeHawaiianOrOtherPacificIslander"),
  yesNo("white"),
  yesNo("demographicRaceTwoOrMoreRaces"),
  yesNo("hispanicOrLatinoEthnicity"),
  field("countryOfBirthCode", "string"),
  field("stateOfBirthAbbreviation", "string"),
  field("cityOfBirth", "string"),
  field("publicSchoolResidenceStatus", "string"),
]);

/** The eight files that make a roster, without resources and gradebook. */
export const rosteringFiles: readonly FileSpec[] = [
  manifest,
  academicSessions,
  orgs,
  courses,
  classes,
  users,
  enrollments,
  demographics,
];

export const oneRoster11: Format = {
  id: "oneroster-1.1",
  title: "OneRoster 1.1 CSV",
  version: "1.1",
  files: [...rosteringFiles, ...resourceFiles, ...gradebookFiles],
};
