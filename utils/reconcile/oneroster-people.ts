import type { RoleTable } from "../checks/rule.ts";
import { fieldColumn, joinCodes, readField, readFlag } from "./cells.ts";
import type { OneRosterParts } from "./oneroster-parts.ts";

/** Who of users.csv is a student, who a teacher, and the school each student belongs to ("" when not told); by row. */
export type People = {
  isStudent: (row: number) => boolean;
  isTeacher: (row: number) => boolean;
  schoolOf: ((row: number) => string) | undefined;
};

const isStudentWord = (role: string) => role === "student";
const isTeacherWord = (role: string) => role === "teacher";

/** OneRoster 1.1 says it in users.csv itself; 1.2 in roles.csv, a row for each role at each organisation. */
export const readPeople = (files: ReadonlyMap<string, RoleTable>, parts: OneRosterParts): People => {
  const { users } = parts;
  const roles = files.get("roles");
  if (roles !== undefined && fieldColumn(users, "role") === undefined) return readRoles(roles, parts);
  const orgs = readField(users, "orgSourcedIds");
  return {
    isStudent: readFlag(users, "role", isStudentWord, true),
    isTeacher: readFlag(users, "role", isTeacherWord, false),
    schoolOf: orgs && ((row) => orgs(row).split(",")[0]?.trim() ?? ""),
  };
};

const readRoles = (roles: RoleTable, { userIds }: OneRosterParts): People => {
  const people = fieldColumn(roles, "userSourcedId");
  const isDeleted = readFlag(roles, "status", (status) => status === "tobedeleted", false);
  const isStudent = readFlag(roles, "role", isStudentWord, false);
  const isTeacher = readFlag(roles, "role", isTeacherWord, false);
  const isPrimary = readFlag(roles, "roleType", (type) => type === "primary", false);
  const person = people && joinCodes(people, userIds);
  /** By code of a user, the row that makes them a student: of several schools, the primary role's. */
  const students: (number | undefined)[] = [];
  const teachers = new Uint8Array(userIds.size);
  for (let row = 0; row < roles.table.rows; row++) {
    const code = person?.[people?.codes[row] ?? 0] ?? -1;
    if (code < 0 || isDeleted(row)) continue;
    if (isTeacher(row)) teachers[code] = 1;
    if (!isStudent(row)) continue;
    const known = students[code];
    if (known === undefined || (isPrimary(row) && !isPrimary(known))) students[code] = row;
  }
  const org = readField(roles, "orgSourcedId");
  const roleRow = (row: number) => students[userIds.codes[row] ?? 0];
  return {
    isStudent: (row) => roleRow(row) !== undefined,
    isTeacher: (row) => teachers[userIds.codes[row] ?? 0] === 1,
    schoolOf:
      org &&
      ((row) => {
        const at = roleRow(row);
        return at === undefined ? "" : org(at);
      }),
  };
};
