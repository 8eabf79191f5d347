import type { FileSpec, Format } from "./format.ts";
import { oneRosterMakers } from "./oneroster-fields.ts";
import {
  academicSessions,
  classes,
  courses,
  demographics,
  enrollments,
  orgs,
  resourceFiles,
  userColumns,
} from "./oneroster-shared.ts";
import {
  extensionToken,
  manifestProperties12,
  objectiveSource,
  role12,
  roleType,
  scoreStatus,
  sex12,
} from "./oneroster-vocabulary.ts";

/** OneRoster 1.2 CSV (binding 1.2.1): who does what where moved from users.csv to roles.csv, and the gradebook grew. */

const makers = oneRosterMakers("1EdTech OneRoster 1.2 CSV binding (1.2.1, 2023-08-22)", extensionToken);
const { field, file, head, reference, choice, yesNo, texts } = makers;
const user = userColumns(makers);

const users = file("users", [
  ...head(),
  ...user.first,
  ...user.rest,
  ...texts("userMasterIdentifier", "preferredGivenName", "preferredMiddleName", "preferredFamilyName"),
  reference("primaryOrgSourcedId", "orgs"),
  field("pronouns", "string"),
]);

const roles = file("roles", [
  ...head(),
  reference("userSourcedId", "users", "yes"),
  // The one enumeration of the roster that takes no extension.
  field("roleType", "enum", "yes", { values: roleType }),
  choice("role", role12, "yes"),
  field("beginDate", "date"),
  field("endDate", "date"),
  reference("orgSourcedId", "orgs", "yes"),
  reference("userProfileSourcedId", "userProfiles"),
]);

const userProfiles = file("userProfiles", [
  ...head(),
  reference("userSourcedId", "users", "yes"),
  field("profileType", "string", "yes"),
  field("vendorId", "string", "yes"),
  ...texts("applicationId", "description"),
  field("credentialType", "string", "yes"),
  field("username", "string", "yes"),
  field("password", "string"),
]);

const userResources = file("userResources", [
  ...head(),
  reference("userSourcedId", "users", "yes"),
  reference("orgSourcedId", "orgs"),
  reference("classSourcedId", "classes"),
  reference("resourceSourcedId", "resources", "yes"),
]);

const pair = { source: "\\{[^:{}]+:[^{}]+\\}", says: "pairs such as {A:90-100}" };

const gradebookFiles: readonly FileSpec[] = [
  file("categories", [...head(), field("title", "string", "yes"), field("weight", "integer")]),
  file("lineItems", [
    ...head(),
    field("title", "string", "yes"),
    field("description", "string"),
    field("assignDate", "date", "yes"),
    field("dueDate", "date", "yes"),
    reference("classSourcedId", "classes", "yes"),
    reference("categorySourcedId", "categories", "yes"),
    reference("academicSessionSourcedId", "academicSessions", "yes"),
    field("resultValueMin", "float"),
    field("resultValueMax", "float"),
    reference("schoolSourcedId", "orgs", "yes"),
  ]),
  file("results", [
    ...head(),
    reference("lineItemSourcedId", "lineItems", "yes"),
    reference("studentSourcedId", "users", "yes"),
    choice("scoreStatus", scoreStatus, "yes"),
    field("score", "float"),
    field("scoreDate", "date", "yes"),
    ...texts("comment", "textScore"),
    reference("classSourcedId", "classes"),
    yesNo("inProgress"),
    yesNo("incomplete"),
    yesNo("late"),
    yesNo("missing"),
  ]),
  file("scoreScales", [
    ...head(),
    field("title", "string", "yes"),
    field("type", "string", "yes"),
    reference("orgSourcedId", "orgs", "yes"),
    reference("courseSourcedId", "courses", "yes"),
    reference("classSourcedId", "classes", "yes"),
    field("scoreScaleValue", "string", "yes", { list: true, pattern: pair }),
  ]),
  file("lineItemLearningObjectiveIds", [
    ...head(),
    reference("lineItemSourcedId", "lineItems", "yes"),
    field("source", "enum", "yes", { values: objectiveSource }),
    field("learningObjectiveId", "string", "yes"),
  ]),
  file("resultLearningObjectiveIds", [
    ...head(),
    reference("resultSourcedId", "results", "yes"),
    field("source", "enum", "yes", { values: objectiveSource }),
    field("learningObjectiveId", "string", "yes"),
    field("score", "float"),
    field("textScore", "string"),
  ]),
  file("lineItemScoreScales", [
    ...head(),
    field("title", "string"),
    reference("lineItemSourcedId", "lineItems", "yes"),
    reference("scoreScaleSourcedId", "scoreScales", "yes"),
  ]),
  file("resultScoreScales", [
    ...head(),
    field("title", "string"),
    reference("resultSourcedId", "results", "yes"),
    reference("scoreScaleSourcedId", "scoreScales", "yes"),
  ]),
];

export const oneRoster12: Format = {
  id: "oneroster-1.2",
  title: "OneRoster 1.2 CSV",
  version: "1.2",
  files: [
    makers.manifest(manifestProperties12),
    academicSessions(makers),
    orgs(makers),
    courses(makers),
    classes(makers),
    users,
    roles,
    userProfiles,
    enrollments(makers),
    demographics(makers, sex12),
    ...resourceFiles(makers),
    userResources,
    ...gradebookFiles,
  ],
};
