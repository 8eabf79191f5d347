import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { Field, FileSpec, Format, ValueType } from "./format.ts";
import { flagsSeen, orgTypes, relationshipsSeen, roles, sessionTypes } from "./sds-vocabulary.ts";

/**
 * Microsoft School Data Sync V2.1. It borrows names of OneRoster 1.2 and is another format: no status, no sourcedId in
 * roles and enrollments, always whole.
 */

const page = "learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format";
const source = `${page}; OfficeDev/O365-EDU-Tools, CSV Samples/SDS v2.1`;

const field = fieldsFrom(source);
const file = filesFrom({ columnOrder: "free", headerNames: "exact", extensible: false, source });

const key = (): Field => field("sourcedId", "identifier", "yes", { key: true });
const reference = (name: string, role: string, required: Field["required"] = "no"): Field =>
  field(name, "identifier", required, { references: { role, column: "sourcedId" } });
const choice = (name: string, values: readonly string[], required: Field["required"] = "yes"): Field =>
  field(name, "enum", required, { values, anyCase: true });

/** A list of Microsoft's of which only these members could be read. */
const openChoice = (name: string, values: readonly string[]): Field => ({
  ...choice(name, values),
  open: true,
  certain: false,
});

/** A list of Microsoft's that could not be read at all, so that any value is taken. */
const unread = (name: string, type: ValueType = "string", list = false): Field =>
  field(name, type, "no", { certain: false, ...(list && { list: true }) });

/** That these are unique together is not said, but a second row of them can only repeat the first. */
const assumedKey = (...names: string[]): Partial<FileSpec> => ({
  keys: [names],
  keysSource: `Assumed: ${page} does not say which rows repeat each other`,
  keysCertain: false,
});

const orgs = file(
  "orgs",
  [key(), field("name", "string", "yes"), choice("type", orgTypes), reference("parentSourcedId", "orgs")],
  { required: "yes" },
);

const users = file(
  "users",
  [
    key(),
    field("username", "string", "yes", {
      pattern: {
        source: "[^@\\s]+@[^@\\s]+",
        says: "a name with its domain, such as cbeane@domain.com",
        saysEs: "un nombre con su dominio, como cbeane@domain.com",
      },
    }),
    // Needed where SDS makes the users or the user is a contact, which the files do not tell.
    field("givenName", "string"),
    field("familyName", "string"),
    field("password", "string"),
    field("activeDirectoryMatchId", "string"),
    field("email", "email"),
    field("phone", "phone"),
    field("sms", "phone"),
  ],
  { required: "yes" },
);

const rolesFile = file(
  "roles",
  [
    reference("userSourcedId", "users", "yes"),
    reference("orgSourcedId", "orgs", "yes"),
    choice("role", roles),
    reference("sessionSourcedId", "academicSessions"),
    unread("grade"),
    field("isPrimary", "boolean", "no", { anyCase: true }),
    field("roleStartDate", "date"),
    field("roleEndDate", "date"),
  ],
  { required: "yes", ...assumedKey("userSourcedId", "orgSourcedId", "role", "sessionSourcedId") },
);

const classes = file("classes", [
  key(),
  reference("orgSourcedId", "orgs", "yes"),
  field("title", "string", "yes"),
  { ...reference("sessionSourcedIds", "academicSessions"), list: true },
  reference("courseSourcedId", "courses"),
  field("code", "string"),
]);

const enrollments = file(
  "enrollments",
  [
    reference("classSourcedId", "classes", "yes"),
    reference("userSourcedId", "users", "yes"),
    choice("role", roles),
  ],
  assumedKey("classSourcedId", "userSourcedId", "role"),
);

const academicSessions = file("academicSessions", [
  key(),
  field("title", "string", "yes"),
  choice("type", sessionTypes),
  // Microsoft's sample names 2021-2022 by the year in which it begins.
  field("schoolYear", "year", "yes", { yearIs: "start" }),
  field("startDate", "date", "yes"),
  field("endDate", "date", "yes"),
]);

const courses = file("courses", [
  key(),
  reference("orgSourcedId", "orgs", "yes"),
  field("title", "string", "yes"),
  field("code", "string"),
  reference("schoolYearSourcedId", "academicSessions"),
  unread("subject"),
  unread("grade"),
]);

const demographics = file(
  "demographics",
  [
    reference("userSourcedId", "users", "yes"),
    unread("sex"),
    field("birthDate", "date"),
    field("birthCity", "string"),
    field("birthState", "string"),
    field("birthCountry", "string"),
    unread("ethnicityCodes", "string", true),
    unread("raceCodes", "string", true),
  ],
  assumedKey("userSourcedId"),
);

const userFlags = file(
  "userFlags",
  [reference("userSourcedId", "users", "yes"), openChoice("flag", flagsSeen)],
  assumedKey("userSourcedId", "flag"),
);

const relationships = file(
  "relationships",
  [
    reference("userSourcedId", "users", "yes"),
    reference("relationshipUserSourcedId", "users", "yes"),
    openChoice("relationshipRole", relationshipsSeen),
  ],
  assumedKey("userSourcedId", "relationshipUserSourcedId"),
);

export const sds21: Format = {
  id: "sds-2.1",
  title: "Microsoft School Data Sync V2.1",
  version: "V2.1",
  files: [
    orgs,
    users,
    rolesFile,
    classes,
    enrollments,
    academicSessions,
    courses,
    demographics,
    userFlags,
    relationships,
  ],
  filesSource: page,
};
