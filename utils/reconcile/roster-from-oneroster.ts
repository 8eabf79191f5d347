import type { RoleTable } from "../checks/rule.ts";
import type { Roster, School, Section, Student, Teacher } from "../roster/roster.ts";
import { fieldColumn, readField, readFlag } from "./cells.ts";
import { readTexts } from "./column-text.ts";
import { findParts, liveRows, type OneRosterParts } from "./oneroster-parts.ts";
import { type People, readPeople } from "./oneroster-people.ts";
import { type PlacingRows, placeStudents, placeTeachers } from "./placements.ts";
import { readStudentFields } from "./student-fields.ts";

export type RosterOptions = {
  /** Name of the package, for people. */
  name: string;
  /** ISO instant of the check. */
  checkedAt: string;
  /** ISO date: an enrollment that ended by then places nobody who has another. */
  date: string;
  /** Homerooms alone place a student, where there is one (CLI Engage). */
  homeroomOnly: boolean;
};

/**
 * The roster a OneRoster package tells, or `undefined` when its users, classes or enrollments cannot be read: half a
 * package would make whole schools look removed. Where an id occurs twice its first row counts, as in every check.
 */
export const rosterFromOneRoster = (
  files: ReadonlyMap<string, RoleTable>,
  options: RosterOptions,
): Roster | undefined => {
  const parts = findParts(files);
  if (parts === undefined) return undefined;
  const sectionRows = liveRows(parts.classes, parts.classIds);
  const sections = readSections(parts, sectionRows);
  const people = readPeople(files, parts);
  const userRows = liveRows(parts.users, parts.userIds);
  const studentRows = userRows.filter(people.isStudent);
  placeTeachers(parts, { rows: sectionRows, sections }, options.date);
  return {
    source: { kind: "file", name: options.name, checkedAt: options.checkedAt },
    coverage: { kind: "complete" },
    schools: readSchools(files.get("orgs")),
    sections,
    teachers: readTeachers(parts, userRows.filter(people.isTeacher)),
    students: readStudents(parts, studentRows, files.get("demographics"), {
      sections,
      schoolOf: people.schoolOf,
      placements: placeStudents(parts, placingRows(parts, sectionRows, options), studentRows, options.date),
    }),
  };
};

/** Whether a row of classes.csv is a homeroom. Without the column nothing is known not to be a homeroom; the missing column is the finding. */
export const homeroomFlag = ({ classes }: OneRosterParts): ((row: number) => boolean) =>
  readFlag(classes, "classType", (type) => type === "homeroom", true);

export const placingRows = (
  parts: OneRosterParts,
  rows: readonly number[],
  { homeroomOnly }: Pick<RosterOptions, "homeroomOnly">,
): PlacingRows => {
  const isHomeroom = homeroomFlag(parts);
  return { rows, counts: Uint8Array.from(rows, (row) => (!homeroomOnly || isHomeroom(row) ? 1 : 0)) };
};

export const readSections = (parts: OneRosterParts, rows: readonly number[]): Section[] => {
  const { classes, classIds } = parts;
  const title = readField(classes, "title");
  const school = readField(classes, "schoolSourcedId");
  const isHomeroom = homeroomFlag(parts);
  const idOf = readTexts(classIds);
  return rows.map((row) => {
    const schoolId = school?.(row) ?? "";
    return {
      id: idOf(classIds.codes[row] ?? 0),
      title: title?.(row) ?? "",
      ...(schoolId !== "" && { schoolId }),
      teacherIds: [],
      homeroom: isHomeroom(row),
      line: classes.table.lineOf(row),
    };
  });
};

export const readTeachers = ({ users, userIds }: OneRosterParts, rows: readonly number[]): Teacher[] => {
  const first = readField(users, "givenName");
  const last = readField(users, "familyName");
  const email = readField(users, "email");
  const idOf = readTexts(userIds);
  return rows.map((row) => ({
    id: idOf(userIds.codes[row] ?? 0),
    ...(first && { firstName: first(row) }),
    ...(last && { lastName: last(row) }),
    ...(email && { email: email(row) }),
  }));
};

export const readStudents = (
  { users, userIds }: OneRosterParts,
  rows: readonly number[],
  demographics: RoleTable | undefined,
  {
    sections,
    placements,
    schoolOf,
  }: {
    sections: readonly Section[];
    placements: readonly (readonly number[])[];
    schoolOf: People["schoolOf"];
  },
): Student[] => {
  const fieldsOf = readStudentFields(users, demographics, userIds);
  const idOf = readTexts(userIds);
  return rows.map((row, index) => {
    const places = placements[index] ?? [];
    const home = places[0] === undefined ? undefined : sections[places[0]];
    const schoolId = home?.schoolId ?? schoolOf?.(row);
    const student: Student = {
      id: idOf(userIds.codes[row] ?? 0),
      fields: fieldsOf(row),
      sectionIds: places.map((place) => sections[place]?.id ?? ""),
      line: users.table.lineOf(row),
    };
    if (schoolId !== undefined && schoolId !== "") student.schoolId = schoolId;
    return student;
  });
};

export const readSchools = (orgs: RoleTable | undefined): School[] => {
  const ids = orgs === undefined ? undefined : fieldColumn(orgs, "sourcedId");
  if (orgs === undefined || ids === undefined) return [];
  const isSchool = readFlag(orgs, "type", (type) => type === "school", true);
  const name = readField(orgs, "name");
  return liveRows(orgs, ids)
    .filter(isSchool)
    .map((row) => ({ id: ids.valueOf(ids.codes[row] ?? 0), name: name?.(row) ?? "" }));
};
