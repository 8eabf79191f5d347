/** Enumerations of OneRoster 1.1; case counts. */

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
export type FileMode = (typeof fileModes)[number];

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

export const manifestProperties = [
  "manifest.version",
  "oneroster.version",
  ...manifestRoles.map((role) => `file.${role}`),
  "source.systemName",
  "source.systemCode",
] as const;
