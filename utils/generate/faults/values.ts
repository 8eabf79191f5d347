import type { Row } from "../package.ts";
import { byFormat, cell, noField, noType, overwrite, valueFault } from "./cells.ts";
import type { Fault } from "./fault.ts";

/** Faults in the value of one cell. */

const notReferred = (row: Row) => (row.Contact_name ?? "") === "";
const isStudent = (row: Row) =>
  row.role === "student" || (row.role === undefined && (row.grades ?? "") !== "");

/** A name that is not part of anybody's key. */
const names = {
  oneroster: cell("users", "middleName", isStudent),
  clever: cell("teachers", "Middle_name"),
  sds1: cell("Teacher", "Middle Name"),
  sds21: cell("users", "givenName", (row) => (row.phone ?? "") !== ""),
  workbook: cell("roster", "Student_Middle_Name"),
  nyc: cell("registration", "FirstName"),
  ohio: cell("staff", "first_name"),
};

const texts = {
  oneroster: cell("classes", "location"),
  clever: cell("teachers", "Title"),
  sds1: cell("Teacher", "Title"),
  sds21: cell("demographics", "birthCity"),
  workbook: cell("roster", "Class_Level"),
  nyc: cell("pedagogues", "FirstName"),
  ohio: cell("classes", "class_name"),
};

export const valueFaults: readonly Fault[] = [
  valueFault(
    "blank-around-value",
    {
      oneroster: cell("users", "username", isStudent),
      clever: cell("teachers", "Teacher_number"),
      sds1: cell("Teacher", "Username"),
      sds21: cell("classes", "code"),
      nyc: cell("pedagogues", "EISNumber"),
      ohio: cell("claims", "local_student_id"),
    },
    "4711 ",
    () => "its identifiers are of a type that takes no outer blank",
  ),
  valueFault("damaged-text", names, "MarÃ­a", () => ""),
  valueFault("hidden-character", names, "Luz\u00a0Ana", () => ""),
  valueFault(
    "placeholder-value",
    { ...texts, nyc: cell("registration", "LastName") },
    { ...every("N/A"), nyc: "--" },
    () => "",
  ),
  valueFault(
    "spreadsheet-date",
    { ...texts, oneroster: cell("classes", "classCode"), nyc: cell("registration", "LastName") },
    "8-Jun",
    () => "",
  ),
  valueFault(
    "required-value-missing",
    {
      oneroster: cell("users", "familyName"),
      clever: cell("teachers", "Last_name"),
      sds1: cell("Teacher", "Username"),
      sds21: cell("classes", "title"),
      workbook: cell("roster", "Assessment_Language"),
      nyc: cell("registration", "LastName"),
      ohio: cell("classes", "class_name"),
    },
    "",
    () => "",
  ),
  valueFault(
    "boolean-malformed",
    { oneroster: cell("demographics", "asian"), sds21: cell("roles", "isPrimary") },
    "maybe",
    noType("boolean"),
  ),
  valueFault(
    "date-malformed",
    {
      oneroster: cell("demographics", "birthDate"),
      clever: cell("students", "DOB", notReferred),
      sds1: cell("Student", "Birthdate"),
      sds21: cell("demographics", "birthDate"),
      workbook: cell("roster", "Student_Birth_Date"),
      ohio: cell("staff", "birth_date"),
    },
    "2017-13-40",
    noType("date", "datetime"),
  ),
  valueFault(
    "year-malformed",
    {
      clever: cell("students", "Graduation_year", notReferred),
      sds1: cell("Student", "Graduation Year"),
      oneroster: cell("academicSessions", "schoolYear", (row) => row.type === "semester"),
      sds21: cell("academicSessions", "schoolYear", (row) => row.type === "semester"),
    },
    "MMXXX",
    noType("year"),
  ),
  valueFault(
    "email-malformed",
    {
      oneroster: cell("users", "email", isStudent),
      clever: cell("teachers", "Teacher_email"),
      sds21: cell("users", "email", (row) => (row.phone ?? "") === ""),
      workbook: cell("roster", "Teacher_Primary_Email"),
      nyc: cell("registration", "StudentDOEEmail"),
      ohio: cell("staff", "email"),
    },
    "luz.paz(at)example.org",
    (plot) =>
      plot.format === "sds-1" ? "the only address is a key that others refer to" : noType("email")(plot),
  ),
  valueFault(
    "enum-value-unknown",
    {
      oneroster: cell("demographics", "sex"),
      clever: cell("students", "Ell_status", notReferred),
      sds1: cell("guardianrelationship", "Role"),
      sds21: cell("userFlags", "flag"),
      workbook: cell("roster", "Student_Ethnicity"),
      nyc: cell("registration", "LEPFlag"),
      ohio: cell("staff", "role"),
    },
    "perhaps",
    noType("enum"),
  ),
  valueFault(
    "number-malformed",
    {
      "oneroster-1.1": cell("results", "score"),
      "oneroster-1.2": cell("results", "score"),
      clever: cell("students", "Unweighted_gpa", notReferred),
      nyc: cell("registration", "AssignedSectionId"),
      ohio: cell("claims", "percent"),
    },
    "71 points",
    noType("float", "integer"),
  ),
  valueFault(
    "number-out-of-range",
    { nyc: cell("registration", "AssignedSectionId"), ohio: cell("claims", "percent") },
    { nyc: "120", ohio: "-5" },
    noField("a range", ({ range }) => range !== undefined),
  ),
  valueFault("phone-malformed", { sds21: cell("users", "sms") }, "(512) 555-0123", noType("phone")),
  valueFault(
    "user-id-malformed",
    { oneroster: cell("users", "userIds", isStudent) },
    "12345",
    noType("userId"),
  ),
  valueFault(
    "value-too-long",
    {},
    "",
    noField("a greatest length", ({ maxLength }) => maxLength !== undefined),
  ),
  valueFault(
    "pattern-not-met",
    {
      "oneroster-1.2": cell("scoreScales", "scoreScaleValue"),
      sds21: cell("users", "username"),
      nyc: cell("registration", "GUID"),
      ohio: cell("staff", "district_irn"),
    },
    "A4348",
    noField("a pattern", ({ pattern }) => pattern !== undefined),
  ),
  {
    rule: "identifier-malformed",
    plant: (plot) => {
      const cells = {
        "oneroster-1.1": cell("courseResources", "sourcedId"),
        "oneroster-1.2": cell("courseResources", "sourcedId"),
        "cli-engage": cell("enrollments", "sourcedId"),
        "clever-sftp": cell("staff", "Staff_id"),
        "sds-1": undefined,
        "sds-2.1": cell("courses", "sourcedId"),
        "cli-engage-workbook": cell("roster", "Student_Internal_ID"),
        "nyc-ats-stars": undefined,
        "ohio-roster-verification": undefined,
      };
      const place = cells[plot.format];
      const bad = "C 2\u0007+";
      if (plot.format === "sds-2.1") {
        const row = plot.add("courses", { ...plot.take("courses"), sourcedId: bad, title: "Chemistry" });
        return [
          { spot: { file: plot.file("courses"), row, column: "sourcedId" }, note: "a course was added" },
        ];
      }
      if (plot.format === "sds-1") {
        const school = plot.add("School", { ...plot.take("School"), "SIS ID": bad, Name: "Night School" });
        return [
          { spot: { file: plot.file("School"), row: school, column: "SIS ID" }, note: "a school was added" },
        ];
      }
      return place === undefined ? noType("sourcedId", "identifier")(plot) : overwrite(plot, place, bad);
    },
  },
  valueFault(
    "list-item-empty",
    {
      oneroster: cell("classes", "subjects"),
      sds21: cell("demographics", "raceCodes"),
      workbook: cell("roster", "Student_Race"),
    },
    "Reading,,Math",
    noField("a list of texts", ({ list, type }) => list === true && type === "string"),
  ),
  valueFault(
    "list-item-repeated",
    { oneroster: cell("classes", "grades"), sds21: cell("classes", "sessionSourcedIds") },
    (row) => `${row.grades ?? row.sessionSourcedIds},${row.grades ?? row.sessionSourcedIds}`,
    noField("a list of words or keys", ({ list, type }) => list === true && type !== "string"),
  ),
  valueFault(
    "list-separator-wrong",
    { oneroster: cell("classes", "grades") },
    (row) => `${row.grades};${row.grades === "PK" ? "KG" : "PK"}`,
    noField(
      "a list of words or keys",
      ({ list, type }) => list === true && type !== "string" && type !== "identifier",
    ),
  ),
  {
    rule: "lost-leading-zeros",
    plant: byFormat(
      {
        "oneroster-1.1": (plot) =>
          overwrite(plot, cell("users", "orgSourcedIds", isGuardian), strip("orgSourcedIds")),
        "cli-engage": (plot) =>
          overwrite(plot, cell("users", "orgSourcedIds", isGuardian), strip("orgSourcedIds")),
        "oneroster-1.2": (plot) =>
          overwrite(plot, cell("roles", "orgSourcedId", isGuardian), strip("orgSourcedId")),
        clever: (plot) => overwrite(plot, cell("staff", "School_id"), strip("School_id")),
        sds1: (plot) => overwrite(plot, cell("Teacher", "School SIS ID"), strip("School SIS ID")),
        sds21: (plot) => overwrite(plot, cell("courses", "orgSourcedId"), strip("orgSourcedId")),
        nyc: (plot) =>
          overwrite(
            plot,
            cell("registration", "StudentID", (row) => row.StudentID?.startsWith("0") === true),
            strip("StudentID"),
          ),
        ohio: (plot) => overwrite(plot, cell("staff", "district_irn"), strip("district_irn")),
      },
      "one file and no list of lengths: only an earlier file would prove it",
    ),
  },
];

function isGuardian(row: Row): boolean {
  return row.role === "guardian";
}

function strip(column: string): (row: Row) => string {
  return (row) => (row[column] ?? "").replace(/^0+/, "");
}

function every(value: string) {
  return {
    oneroster: value,
    clever: value,
    sds1: value,
    sds21: value,
    workbook: value,
    nyc: value,
    ohio: value,
  };
}
