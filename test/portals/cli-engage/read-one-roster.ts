import {
  type Incoming,
  type IncomingStudent,
  type NamedBytes,
  type Refusal,
  type Rows,
  readCsvRows,
  readDate,
} from "./incoming.ts";
import type { LogLine, StudentValues } from "./state.ts";

/** The columns this receiver needs; the rest of the standard's columns are not read. */
const required = {
  "orgs.csv": ["sourcedId", "name", "type"],
  "classes.csv": ["sourcedId", "classType", "schoolSourcedId"],
  "users.csv": ["sourcedId", "role", "givenName", "familyName"],
  "enrollments.csv": ["classSourcedId", "userSourcedId", "role"],
  "demographics.csv": ["sourcedId", "birthDate"],
} as const;
type Role = keyof typeof required;
type Row = Rows[number];

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

const readTeachers = (users: Rows): Incoming["teachers"] =>
  users
    .filter((row) => row.get("role") === "teacher")
    .map((row) => ({
      internalId: row.get("sourcedId"),
      firstName: row.get("givenName"),
      lastName: row.get("familyName"),
      email: row.get("email"),
    }));

/** What a student's two rows tell, or the sentence of the log that says why they cannot be used. */
const readValues = (user: Row, more: Row | undefined): Partial<StudentValues> | string => {
  const birthDate = readDate(more?.get("birthDate") ?? "");
  if (user.get("givenName") === "" || user.get("familyName") === "")
    return "first and last name are required.";
  if (!more || !birthDate) return "the date of birth is missing or not a date.";
  const gender = genderOf[more.get("sex").toLowerCase()];
  const ethnicity = ethnicityOf[more.get("hispanicOrLatinoEthnicity").toLowerCase()];
  const stateId = user.get("metadata.stateUniqueId");
  return {
    firstName: user.get("givenName"),
    middleName: user.get("middleName"),
    lastName: user.get("familyName"),
    birthDate,
    gradeLevel: user.get("grades").split(",")[0]!,
    ...(stateId ? { stateId } : {}),
    ...(gender ? { gender } : {}),
    ...(ethnicity ? { ethnicity } : {}),
  };
};

const readStudents = (
  users: Rows,
  demographics: Rows,
  homerooms: Homerooms,
  log: LogLine[],
): IncomingStudent[] => {
  const more = new Map(demographics.map((row) => [row.get("sourcedId"), row]));
  const students = users
    .filter((row) => row.get("role") === "student" && homerooms.of.has(row.get("sourcedId")))
    .map((row): IncomingStudent => {
      const internalId = row.get("sourcedId");
      const read = readValues(row, more.get(internalId));
      const place = { file: "users.csv", line: row.line, internalId };
      // A row that cannot be used still names its student, so that complete mode does not inactivate them.
      if (typeof read === "string") {
        log.push({
          level: "error",
          file: place.file,
          line: row.line,
          message: `Student ${internalId}: ${read}`,
        });
      }
      const values = typeof read === "string" ? {} : read;
      return { ...place, classInternalId: homerooms.of.get(internalId)!.section, values };
    });
  const found = new Set(students.map(({ internalId }) => internalId));
  for (const [student, { line }] of homerooms.of) {
    if (found.has(student)) continue;
    const message = `Student ${student} was not found in users.csv.`;
    log.push({ level: "error", file: "enrollments.csv", line, message });
  }
  return students;
};

/**
 * Reads the OneRoster 1.1 files this receiver uses. Only homeroom classes and the students in them are taken;
 * `today` (YYYY-MM-DD) decides which enrollments have ended.
 */
export const readOneRoster = (files: readonly NamedBytes[], today: string): Incoming | Refusal => {
  const tables = readAll(files);
  if ("refused" in tables) return tables;
  const log: LogLine[] = [];
  const users = tables["users.csv"];
  const enrollments = tables["enrollments.csv"];
  const homeroomRows = tables["classes.csv"].filter((row) => row.get("classType") === "homeroom");
  const teacherOf = readTeachersOfClasses(enrollments);
  const idsOf = (rows: Rows) => new Set(rows.map((row) => row.get("sourcedId")));
  const homerooms = readHomerooms(enrollments, idsOf(homeroomRows), idsOf(tables["classes.csv"]), today, log);
  return {
    schools: tables["orgs.csv"]
      .filter((row) => row.get("type") === "school")
      .map((row) => ({ internalId: row.get("sourcedId"), name: row.get("name") })),
    teachers: readTeachers(users),
    classes: homeroomRows.map((row) => ({
      file: "classes.csv",
      line: row.line,
      internalId: row.get("sourcedId"),
      schoolInternalId: row.get("schoolSourcedId"),
      teacherInternalId: teacherOf.get(row.get("sourcedId")) ?? "",
      dayType: row.get("metadata.dayType"),
      level: row.get("metadata.level"),
    })),
    students: readStudents(users, tables["demographics.csv"], homerooms, log),
    ignored: homerooms.ignored,
    log,
  };
};
