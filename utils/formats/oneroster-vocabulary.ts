/** Enumerations of OneRoster; case counts. Those of 1.2 that differ from 1.1's end in 12. */

export const status = ["active", "tobedeleted"] as const;
export const sessionType = ["gradingPeriod", "semester", "schoolYear", "term"] as const;
export const orgType = ["department", "school", "district", "local", "state", "national"] as const;
export const classType = ["homeroom", "scheduled"] as const;
export const userRole = [
  "administrator",
  "aide",
  "guardian",
  "parent",
  "proctor",
  "relative",
  "student",
  "teacher",
] as const;
export const enrollmentRole = ["administrator", "proctor", "student", "teacher"] as const;
export const sex = ["male", "female"] as const;
export const sex12 = ["male", "female", "unspecified", "other"] as const;
export const roleType = ["primary", "secondary"] as const;
export const role12 = [
  "aide",
  "counselor",
  "districtAdministrator",
  "guardian",
  "parent",
  "principal",
  "proctor",
  "relative",
  "siteAdministrator",
  "student",
  "systemAdministrator",
  "teacher",
] as const;
export const objectiveSource = ["case", "unknown"] as const;
/** Values of one's own that the enumerations of 1.2 take beside those listed. */
export const extensionToken = "^ext:[A-Za-z0-9._-]+$";
export const importance = ["primary", "secondary"] as const;
export const scoreStatus = [
  "exempt",
  "fully graded",
  "not submitted",
  "partially graded",
  "submitted",
] as const;

/** Grade levels of the Common Education Data Standards (CEDS), which OneRoster 1.1 refers to. */
export const grades = [
  "IT",
  "PR",
  "PK",
  "TK",
  "KG",
  "01",
  "02",
  "03",
  "04",
  "05",
  "06",
  "07",
  "08",
  "09",
  "10",
  "11",
  "12",
  "13",
  "PS",
  "UG",
  "Other",
] as const;

export const fileModes = ["absent", "bulk", "delta"] as const;

/** The roles that a manifest's `file.<role>` lines name. */
export const manifestRoles = [
  "academicSessions",
  "categories",
  "classes",
  "classResources",
  "courses",
  "courseResources",
  "demographics",
  "enrollments",
  "lineItems",
  "orgs",
  "resources",
  "results",
  "users",
] as const;

/** Files that 1.2 added. */
export const manifestRoles12 = [
  "lineItemLearningObjectiveIds",
  "lineItemScoreScales",
  "resultLearningObjectiveIds",
  "resultScoreScales",
  "roles",
  "scoreScales",
  "userProfiles",
  "userResources",
] as const;

const propertiesOf = (roles: readonly string[]): readonly string[] => [
  "manifest.version",
  "oneroster.version",
  ...roles.map((role) => `file.${role}`),
  "source.systemName",
  "source.systemCode",
];

export const manifestProperties = propertiesOf(manifestRoles);
export const manifestProperties12 = propertiesOf([...manifestRoles, ...manifestRoles12]);
