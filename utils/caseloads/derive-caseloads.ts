import type {
  Caseload,
  CaseloadFiles,
  Caseloads,
  Hop,
  Link,
  Missing,
  ProgramRow,
  RaclRow,
} from "./caseload-files.ts";
import { type FindUser, type Found, fold, makeFindUser } from "./find-user.ts";

/**
 * Each user's caseload as the portal derives it: up to grade 5 the students of the official classes that the RACL gives the
 * teacher, from grade 6 on those of the STARS courses under the teacher's nickname, and both only where an EIS number leads
 * to an e-mail address. Every link that leads to nobody is listed with the hop at which it ended. Does not depend on the
 * order of the rows. Source: New Visions Portal help center, All about user caseloads.
 */
export const deriveCaseloads = ({ racl, pedagogues, program }: CaseloadFiles): Caseloads => {
  const find = makeFindUser(pedagogues);
  const teachers = readTeachers(racl);
  const links = [...raclLinks(racl), ...programLinks(program)];
  const users = new Map<string, { eis: string; students: Map<string, Map<string, Link>> }>();
  const missing = new Map<string, Missing>();
  for (const way of links) {
    const { studentId, link } = way;
    for (const found of resolve(way, teachers, find)) {
      if ("hop" in found) {
        missing.set(`${studentId} ${keyOf(link)} ${found.hop} ${found.at}`, { studentId, link, ...found });
        continue;
      }
      const user = users.get(found.email) ?? { eis: found.eis, students: new Map() };
      const because = user.students.get(studentId) ?? new Map<string, Link>();
      users.set(found.email, user);
      user.students.set(studentId, because.set(keyOf(link), link));
      if (found.eis < user.eis) user.eis = found.eis;
    }
  }
  return {
    caseloads: inOrder(users).map(
      ([email, { eis, students }]): Caseload => ({
        email,
        eis,
        students: inOrder(students).map(([studentId, because]) => ({
          studentId,
          because: inOrder(because).map(([, link]) => link),
        })),
      }),
    ),
    missing: inOrder(missing).map(([, one]) => one),
  };
};

/** A student's way to a caseload; `problem` where it does not even begin. */
type Way = { studentId: string; link: Link; nickname?: string; problem?: Hop };

const inOrder = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const keyOf = (link: Link): string =>
  link.kind === "course"
    ? `course ${link.school} ${link.course} ${link.section}`
    : `class ${link.school} ${link.officialClass}`;

const lower = new Set(["PK", "0K", "01", "02", "03", "04", "05"]);
const upper = new Set(["06", "07", "08", "09", "10", "11", "12"]);

const classLink = (school: string, officialClass: string): Link => ({
  kind: "official-class",
  school: fold(school),
  officialClass: fold(officialClass),
});

function* raclLinks(racl: readonly RaclRow[]): Generator<Way> {
  for (const { school, officialClass, studentId, grade } of racl) {
    const id = fold(studentId);
    if (id !== "" && lower.has(fold(grade))) yield { studentId: id, link: classLink(school, officialClass) };
  }
}

function* programLinks(program: readonly ProgramRow[]): Generator<Way> {
  const placed = new Set(
    program.filter((row) => fold(row.officialClass) !== "").map((row) => fold(row.studentId)),
  );
  for (const { school, studentId, grade, officialClass, course, section, nickname } of program) {
    const id = fold(studentId);
    const level = fold(grade);
    if (id === "") continue;
    if (upper.has(level)) {
      const link: Link = {
        kind: "course",
        school: fold(school),
        course: fold(course),
        section: fold(section),
      };
      yield { studentId: id, link, nickname };
      continue;
    }
    const link = classLink(school, officialClass);
    if (!lower.has(level)) yield { studentId: id, link, problem: "grade-unknown" };
    else if (fold(officialClass) !== "") yield { studentId: id, link };
    else if (!placed.has(id)) yield { studentId: id, link, problem: "student-without-official-class" };
  }
}

/** School and official class to the names of its teachers; a class of the RACL without any has none. */
const readTeachers = (racl: readonly RaclRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const teachers = new Map<string, Set<string>>();
  for (const { school, officialClass, teacherName } of racl) {
    const key = `${fold(school)} ${fold(officialClass)}`;
    const names = teachers.get(key) ?? new Set<string>();
    teachers.set(key, names);
    if (fold(teacherName) !== "") names.add(fold(teacherName));
  }
  return teachers;
};

/** The users a way leads to, one a teacher, or why it leads to nobody. */
const resolve = (
  { link, nickname = "", problem }: Way,
  teachers: ReadonlyMap<string, ReadonlySet<string>>,
  find: FindUser,
): Found[] => {
  if (problem !== undefined) return [{ hop: problem, at: "" }];
  if (link.kind === "course") return [find.byNickname(link.school, nickname)];
  const names = teachers.get(`${link.school} ${link.officialClass}`);
  if (names === undefined) return [{ hop: "class-not-on-racl", at: link.officialClass }];
  if (names.size === 0) return [{ hop: "class-without-teacher", at: link.officialClass }];
  return [...names].map((name) => find.byName(link.school, name));
};
