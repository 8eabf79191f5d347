import type { FileSpec } from "./format.ts";
import { field, file, head, reference } from "./oneroster-fields.ts";
import { importance, scoreStatus, userRole } from "./oneroster-vocabulary.ts";

/** The OneRoster 1.1 files beyond the roster: resources and gradebook. */

export const resourceFiles: readonly FileSpec[] = [
  file("resources", [
    ...head(),
    field("vendorResourceId", "string", "yes"),
    field("title", "string"),
    field("roles", "enum", "no", { values: userRole, list: true }),
    field("importance", "enum", "no", { values: importance }),
    field("vendorId", "string"),
    field("applicationId", "string"),
  ]),
  file("classResources", [
    ...head(),
    field("title", "string"),
    reference("classSourcedId", "classes", "yes"),
    reference("resourceSourcedId", "resources", "yes"),
  ]),
  file("courseResources", [
    ...head(),
    field("title", "string"),
    reference("courseSourcedId", "courses", "yes"),
    reference("resourceSourcedId", "resources", "yes"),
  ]),
];

export const gradebookFiles: readonly FileSpec[] = [
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
    field("scoreStatus", "enum", "yes", { values: scoreStatus }),
    field("score", "float", "yes"),
    field("scoreDate", "date", "yes"),
    field("comment", "string"),
  ]),
];
