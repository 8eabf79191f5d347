import { manifestProperties12 } from "../../utils/formats/oneroster-vocabulary.ts";
import { oneRoster11 } from "./oneroster-1.1.ts";
import type { Row, Sample } from "./sample.ts";

/** The package of OneRoster 1.1 with its roles where 1.2 has them. */

const rows = (file: string): readonly Row[] => oneRoster11.files[file] ?? [];

const users = rows("users.csv").map(({ role: _role, orgSourcedIds: _orgs, ...row }) => row);

const roles = rows("users.csv").map(({ sourcedId = "", role = "", orgSourcedIds = "" }) => ({
  sourcedId: `R${sourcedId}`,
  userSourcedId: sourcedId,
  roleType: "primary",
  role,
  orgSourcedId: orgSourcedIds,
}));

const bulk = [
  "academicSessions",
  "orgs",
  "courses",
  "classes",
  "users",
  "roles",
  "enrollments",
  "demographics",
];

const valueOfProperty = (property: string): string => {
  if (property === "manifest.version") return "1.0";
  if (property === "oneroster.version") return "1.2";
  return bulk.some((role) => property === `file.${role}`) ? "bulk" : "absent";
};

const manifest = manifestProperties12
  .filter((property) => !property.startsWith("source."))
  .map((propertyName) => ({ propertyName, value: valueOfProperty(propertyName) }));

const files = {
  ...oneRoster11.files,
  "manifest.csv": manifest,
  "users.csv": users,
  "roles.csv": roles,
} satisfies Sample["files"];

export const oneRoster12: Sample = {
  files,
  keys: { ...oneRoster11.keys, "roles.csv": ["sourcedId"] },
};
