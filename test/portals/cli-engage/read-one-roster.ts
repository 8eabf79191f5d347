import {
  type Incoming,
  type NamedBytes,
  type Refusal,
  type Rows,
  readCsvRows,
  readDate,
} from "./incoming.ts";
import type { LogLine } from "./state.ts";

/** The columns this receiver needs; the rest of the standard's columns are not read. */
const required = {
  "orgs.csv": ["sourcedId", "name", "type"],
  "classes.csv": ["sourcedId", "classType", "schoolSourcedId"],
  "users.csv": ["sourcedId", "role", "givenName", "familyName"],
  "enrollments.csv": ["classSourcedId", "userSourcedId", "role"],
  "demographics.csv": ["sourcedId", "birthDate"],
} as const;
type Role = keyof typeof required;

const genderOf: Record<string, string> = { male: "Male", female: "Female" };
const ethnicityOf: Record<string, string> = { true: "Hispanic", false: "Not-Hispanic" };

const readAll = (files: readonly NamedBytes[]): Record<Role, Rows> | Refusal => {
  const tables: Partial<Record<Role, Rows>> = {};
  for (const [role, columns] of Object.entries(required) as [Role, readonly string[]][]) {
    const file = files.find(({ name }) => name.toLowerCase() === role);
    if (!file) return { refused: `The file ${role} was not found in the package.`, file: role };
    const rows = readCsvRows(file, columns);
    if ("refused" in rows) return rows;
    tables[role] = rows;
  }
  return tables as Record<Role, Rows>;
};

/** Who teaches each class: the primary teacher, else the first named. */
const readTeachersOfClasses = (enrollments: Rows): Map<string, string> => {
  const teachers = new Map<string, string>();
  for (const row of enrollments) {
    if (row.get("role") !== "teacher") continue;
    const section = row.get("classSourcedId");
    if (!teachers.has(section) || row.get("primary") === "true")
      teachers.set(section, row.get("userSourcedId"));
  }
  return teachers;
};

type Homerooms = { of: Map<string, { section: string; line: number }>; ignored: number };

const readHomerooms = (
  enrollments: Rows,
  homerooms: ReadonlySet<string>,
  known: ReadonlySet<string>,
  today: string,
  log: LogLine[],
): Homerooms => {
  const of: Homerooms["of"] = new Map();
  let ignored = 0;
  const fail = (line: number, message: string) =>
    log.push({ level: "error", file: "enrollments.csv", line, message });
  for (const row of enrollments) {
    if (row.get("role") !== "student") continue;
    const section = row.get("classSourcedId");
    const student = row.get("userSourcedId");
    const ended = row.get("endDate");
    if (!known.has(section)) fail(row.line, `Class ${section} was not found in classes.csv.`);
    else if (!homerooms.has(section) || (ended !== "" && ended <= today)) ignored += 1;
    else if (of.has(student))
      fail(row.line, `Student ${student} is already in homeroom ${of.get(student)!.section}.`);
    else of.set(student, { section, line: row.line });
  }
  return { of, ignored };
};

/**
 * Reads the OneRoster 1.1 files this receiver uses. Only homeroom classes and the students in them are taken;
 * `today` (YYYY-MM-DD) decides which enrollments have ended.
 */
export const readOneRoster = (files: readonly NamedBytes[], today: string): Incoming | Refusal => {
  const tables = readAll(files);
  if ("refused" in tables) return tables;
  const log: LogLine[] = [];
  const fail = (file: string, line: number, message: string) =>
    log.push({ level: "error", file, line, message });
  const classRows = tables["classes.csv"];
  const homeroomRows = classRows.filter((row) => row.get("classType") === "homeroom");
  const teacherOf = readTeachersOfClasses(tables["enrollments.csv"]);
  const homerooms = readHomerooms(
    tables["enrollments.csv"],
    new Set(homeroomRows.map((row) => row.get("sourcedId"))),
    new Set(classRows.map((row) => row.get("sourcedId"))),
    today,
    log,
  );
  const demographics = new Map(tables["demographics.csv"].map((row) => [row.get("sourcedId"), row]));
  const users = tables["users.csv"];
  const students: Incoming["students"] = [];
  const seen = new Set<string>();
  for (const row of users.filter((user) => user.get("role") === "student")) {
    const internalId = row.get("sourcedId");
    seen.add(internalId);
    const homeroom = homerooms.of.get(internalId);
    if (!homeroom) continue;
    const more = demographics.get(internalId);
    const birthDate = readDate(more?.get("birthDate") ?? "");
    const place = { file: "users.csv", line: row.line, internalId, classInternalId: homeroom.section };
    if (row.get("givenName") === "" || row.get("familyName") === "") {
      fail("users.csv", row.line, `Student ${internalId}: first and last name are required.`);
      students.push({ ...place, values: {} });
    } else if (!more || !birthDate) {
      fail(
        "demographics.csv",
        more?.line ?? 1,
        `Student ${internalId}: the date of birth is missing or not a date.`,
      );
      students.push({ ...place, values: {} });
    } else {
      const gender = genderOf[more.get("sex").toLowerCase()];
      const ethnicity = ethnicityOf[more.get("hispanicOrLatinoEthnicity").toLowerCase()];
      students.push({
        ...place,
        values: {
          firstName: row.get("givenName"),
          middleName: row.get("middleName"),
          lastName: row.get("familyName"),
          birthDate,
          gradeLevel: row.get("grades").split(",")[0]!,
          stateId: row.get("metadata.stateUniqueId"),
          ...(gender ? { gender } : {}),
          ...(ethnicity ? { ethnicity } : {}),
        },
      });
    }
  }
  for (const [student, { line }] of homerooms.of) {
    if (!seen.has(student)) fail("enrollments.csv", line, `Student ${student} was not found in users.csv.`);
  }
  return {
    schools: tables["orgs.csv"]
      .filter((row) => row.get("type") === "school")
      .map((row) => ({ internalId: row.get("sourcedId"), name: row.get("name") })),
    teachers: users
      .filter((row) => row.get("role") === "teacher")
      .map((row) => ({
        internalId: row.get("sourcedId"),
        firstName: row.get("givenName"),
        lastName: row.get("familyName"),
        email: row.get("email"),
      })),
    classes: homeroomRows.map((row) => ({
      file: "classes.csv",
      line: row.line,
      internalId: row.get("sourcedId"),
      schoolInternalId: row.get("schoolSourcedId"),
      teacherInternalId: teacherOf.get(row.get("sourcedId")) ?? "",
      dayType: row.get("metadata.dayType"),
      level: row.get("metadata.level"),
    })),
    students,
    ignored: homerooms.ignored,
    log,
  };
};
