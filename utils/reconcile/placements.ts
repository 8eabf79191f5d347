import type { Section } from "../roster/roster.ts";
import type { Column } from "../table/table.ts";
import { isBlack } from "./cell-bytes.ts";
import { joinCodes, readFlag } from "./cells.ts";
import type { OneRosterParts } from "./oneroster-parts.ts";

/** Rows of classes.csv, and by their position which of them place a student (1). */
export type PlacingRows = { rows: readonly number[]; counts: Uint8Array };

/** By distinct value of `from`, the position in `rows` of the row of `to` that has it, or -1. */
const locate = (from: Column, to: Column, rows: readonly number[]): Int32Array => {
  const positions = new Int32Array(to.size).fill(-1);
  const blank = to.codeOf("");
  rows.forEach((row, position) => {
    const code = to.codes[row] ?? 0;
    if (code !== blank) positions[code] = position;
  });
  return joinCodes(from, to).map((code) => (code < 0 ? -1 : (positions[code] ?? -1)));
};

/** Where enrollments lead: by code of their class the position of its row, or -1; and whether a row's is over. */
export type Enrolled = { sectionOf: Int32Array; isOver: (row: number) => boolean };

export const readEnrolled = (parts: OneRosterParts, rows: readonly number[], date: string): Enrolled => ({
  sectionOf: locate(parts.enrolledClasses, parts.classIds, rows),
  isOver: readEnded(parts, date),
});

/** Which of the students (positions in `studentRows`) are in a class that counts: 1 for those, whether or not it has ended. */
export const findPlaced = (
  parts: OneRosterParts,
  { rows, counts }: PlacingRows,
  studentRows: readonly number[],
): Uint8Array => {
  const { enrollments, enrolledUsers, enrolledClasses } = parts;
  const [users, classes] = [enrolledUsers.codes, enrolledClasses.codes];
  const studentOf = locate(enrolledUsers, parts.userIds, studentRows);
  const sectionOf = locate(enrolledClasses, parts.classIds, rows);
  const isStudent = readFlag(enrollments, "role", (role) => role === "student", true);
  const placed = new Uint8Array(studentRows.length);
  for (let row = 0; row < enrollments.table.rows; row++) {
    const section = sectionOf[classes[row] ?? 0] ?? -1;
    if (section < 0 || counts[section] !== 1) continue;
    const student = studentOf[users[row] ?? 0] ?? -1;
    if (student >= 0 && placed[student] === 0 && isStudent(row)) placed[student] = 1;
  }
  return placed;
};

/**
 * The sections (positions in `rows`) of each student (positions in `studentRows`). An enrollment that has ended
 * counts only for a student who has none that has not; so does, when homerooms alone place a student, another class.
 */
export const placeStudents = (
  parts: OneRosterParts,
  { rows, counts }: PlacingRows,
  studentRows: readonly number[],
  date: string,
  { sectionOf, isOver } = readEnrolled(parts, rows, date),
): number[][] => {
  const { enrollments, enrolledUsers, enrolledClasses } = parts;
  const [users, classes] = [enrolledUsers.codes, enrolledClasses.codes];
  const studentOf = locate(enrolledUsers, parts.userIds, studentRows);
  const isStudent = readFlag(enrollments, "role", (role) => role === "student", true);
  const placements: number[][] = studentRows.map(() => []);
  // How good the placements found so far are: 0 is best, and only the best of a student are kept.
  const ranks = new Uint8Array(studentRows.length).fill(255);
  for (let row = 0; row < enrollments.table.rows; row++) {
    const student = studentOf[users[row] ?? 0] ?? -1;
    const section = sectionOf[classes[row] ?? 0] ?? -1;
    if (student < 0 || section < 0) continue;
    const best = ranks[student] ?? 0;
    const isCounted = counts[section] === 1;
    if ((best < 2 && !isCounted) || !isStudent(row)) continue;
    const rank = !isCounted ? 2 : isOver(row) ? 1 : 0;
    if (rank > best) continue;
    const places = placements[student] as number[];
    if (rank < best) {
      ranks[student] = rank;
      places.length = 0;
    }
    // The same class once a semester is one placement.
    if (!places.includes(section)) places.push(section);
  }
  return placements;
};

type Ranked = { user: number; rank: number };

/**
 * The teachers of each of the sections, by their position, the primary one first, as codes of `enrolledUsers`.
 */
export const findTeachers = (
  parts: OneRosterParts,
  { sectionOf, isOver }: Enrolled,
  sections: number,
): readonly (readonly number[])[] => {
  const { enrollments, enrolledUsers, enrolledClasses } = parts;
  const isTeacher = readFlag(enrollments, "role", (role) => role === "teacher", false);
  const isPrimary = readFlag(enrollments, "primary", (primary) => primary === "true", false);
  const { arena, starts } = enrolledUsers;
  const isNobody = (user: number): boolean => {
    const first = arena[starts[user] as number] as number;
    return (
      starts[user] === starts[user + 1] || (!isBlack(first) && enrolledUsers.valueOf(user).trim() === "")
    );
  };
  // Nearly every section has one teacher: a map for each would cost more than all the rest.
  const found: (Ranked | Map<number, number> | undefined)[] = Array.from(
    { length: sections },
    () => undefined,
  );
  for (let row = 0; row < enrollments.table.rows; row++) {
    if (!isTeacher(row)) continue;
    const section = sectionOf[enrolledClasses.codes[row] ?? 0] ?? -1;
    const user = enrolledUsers.codes[row] ?? 0;
    if (section < 0 || isNobody(user)) continue;
    const rank = (isOver(row) ? 2 : 0) + (isPrimary(row) ? 0 : 1);
    const known = found[section];
    if (known === undefined) found[section] = { user, rank };
    else if (known instanceof Map) known.set(user, Math.min(rank, known.get(user) ?? rank));
    else if (known.user === user) known.rank = Math.min(rank, known.rank);
    else
      found[section] = new Map([
        [known.user, known.rank],
        [user, rank],
      ]);
  }
  return found.map((ranks) => {
    if (ranks === undefined) return nobody;
    if (!(ranks instanceof Map)) return [ranks.user];
    const sorted = [...ranks].sort(
      ([one, first], [other, second]) =>
        first - second || (enrolledUsers.valueOf(one) < enrolledUsers.valueOf(other) ? -1 : 1),
    );
    const current = sorted.filter(([, rank]) => rank < 2);
    return (current.length > 0 ? current : sorted).map(([user]) => user);
  });
};
const nobody: readonly number[] = [];

/** Fills in each section's teachers, the primary one first. */
export const placeTeachers = (
  parts: OneRosterParts,
  { rows, sections }: { rows: readonly number[]; sections: readonly Section[] },
  date: string,
): void => {
  const ids: string[] = [];
  const idOf = (user: number): string => {
    ids[user] ??= parts.enrolledUsers.valueOf(user);
    return ids[user];
  };
  const enrolled = readEnrolled(parts, rows, date);
  for (const [position, users] of findTeachers(parts, enrolled, rows.length).entries()) {
    const section = sections[position];
    if (section !== undefined && users.length > 0) section.teacherIds = users.map(idOf);
  }
};

/** Whether a row's enrollment is over on `date`; endDate is the first day without it (OneRoster 1.1, 4.8). */
const readEnded = ({ enrollments }: OneRosterParts, date: string): ((row: number) => boolean) =>
  readFlag(enrollments, "endDate", (day) => day !== "" && day.slice(0, 10) <= date, false);
