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
import { manifestProperties, scoreStatus, sex, userRole } from "./oneroster-vocabulary.ts";

/** OneRoster 1.1 CSV. Columns in the order of the standard, which is also the order a file must have. */

const makers = oneRosterMakers("IMS OneRoster 1.1 CSV tables (final, 2017-04-17)");
const { field, file, head, reference, references, choice } = makers;
const user = userColumns(makers);

const users = file("users", [
  ...head(),
  ...user.first,
  references("orgSourcedIds", "orgs", "yes"),
  choice("role", userRole, "yes"),
  ...user.rest,
]);

/** The eight files that make a roster, without resources and gradebook. */
export const rosteringFiles: readonly FileSpec[] = [
  makers.manifest(manifestProperties),
  academicSessions(makers),
  orgs(makers),
  courses(makers),
  classes(makers),
  users,
  enrollments(makers),
  demographics(makers, sex),
];

const gradebookFiles: readonly FileSpec[] = [
  file("categories", [...head(), field("title", "string", "yes")]),
  file("lineItems", [
    ...head(),
    field("title", "string", "yes"),
    field("description", "string"),
    field("assignDate", "date", "yes"),
    field("dueDate", "date", "yes"),
    reference("classSourcedId", "classes", "yes"),
    reference("categorySourcedId", "categories", "yes"),
    reference("gradingPeriodSourcedId", "academicSessions", "yes"),
    field("resultValueMin", "float", "yes"),
    field("resultValueMax", "float", "yes"),
  ]),
  file("results", [
    ...head(),
    reference("lineItemSourcedId", "lineItems", "yes"),
    reference("studentSourcedId", "users", "yes"),
    choice("scoreStatus", scoreStatus, "yes"),
    field("score", "float", "yes"),
    field("scoreDate", "date", "yes"),
    field("comment", "string"),
  ]),
];

export const oneRoster11: Format = {
  id: "oneroster-1.1",
  title: "OneRoster 1.1 CSV",
  version: "1.1",
  files: [...rosteringFiles, ...resourceFiles(makers), ...gradebookFiles],
};
