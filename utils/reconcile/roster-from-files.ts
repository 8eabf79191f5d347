import type { RoleTable } from "../checks/rule.ts";
import { readDay } from "../formats/date-forms.ts";
import type { Roster, School, Section, Student, StudentField, Teacher } from "../roster/roster.ts";
import type { Column } from "../table/table.ts";
import { type Cell, fieldColumn, joinCodes, readField, readFlag } from "./cells.ts";
import type { RosterLayout } from "./roster-layout.ts";

type Files = ReadonlyMap<string, RoleTable>;

/** The first row of each id, in the file's order; rows without an id are as many records. */
type Records = { file: RoleTable; ids: Column; rows: readonly number[] };

const isStudentWord = (word: string): boolean => word === "student";
const isStaffWord = (word: string): boolean => word !== "" && word !== "student";

/**
 * The roster of a package whose layout is data, or `undefined` when its students, sections or enrollments cannot be read.
 * Where an id occurs several times (a row for each guardian, for each school) its first row counts.
 */
export const rosterFromFiles = (
  files: Files,
  layout: RosterLayout,
  options: { name: string; checkedAt: string },
): Roster | undefined => {
  const sections = findRecords(files, layout.sections);
  const students = findRecords(files, layout.students);
  const placing = placeOf(files, layout.enrollments, isStudentWord);
  if (sections === undefined || students === undefined || placing === undefined) return undefined;
  const told = layout.roles && rolesOf(files, layout.roles, students.ids);
  const isStudent = told
    ? (row: number) => told.students[students.ids.codes[row] ?? 0] !== undefined
    : () => true;
  // Without it every teacher and parent would be taken for a student.
  if (layout.roles !== undefined && told === undefined) return undefined;
  const kept = { ...students, rows: students.rows.filter(isStudent) };
  const teachers = findRecords(files, layout.teachers);
  const isTeacher = told ? (row: number) => told.staff.has(students.ids.codes[row] ?? 0) : () => true;
  return {
    source: { kind: "file", ...options },
    coverage: { kind: "complete" },
    schools: readSchools(files, layout.schools),
    sections: readSections(files, sections, layout),
    teachers: teachers ? readTeachers({ ...teachers, rows: teachers.rows.filter(isTeacher) }, layout) : [],
    students: readStudents(files, kept, layout, { sections, placing, told }),
  };
};

const findRecords = (files: Files, { role, id }: { role: string; id: string }): Records | undefined => {
  const file = files.get(role);
  const ids = file && fieldColumn(file, id);
  if (file === undefined || ids === undefined) return undefined;
  const blank = ids.codeOf("");
  const rows: number[] = [];
  for (let row = 0; row < file.table.rows; row++) {
    const code = ids.codes[row] ?? 0;
    if (code === blank || ids.firstRow[code] === row) rows.push(row);
  }
  return { file, ids, rows };
};

type Placing = { file: RoleTable; sections: Column; people: Column; counts: (row: number) => boolean };

const placeOf = (
  files: Files,
  where: { role: string; section: string; person: string; as?: string },
  test: (word: string) => boolean,
): Placing | undefined => {
  const file = files.get(where.role);
  const sections = file && fieldColumn(file, where.section);
  const people = file && fieldColumn(file, where.person);
  if (file === undefined || sections === undefined || people === undefined) return undefined;
  return {
    file,
    sections,
    people,
    counts: where.as === undefined ? () => true : readFlag(file, where.as, test, true),
  };
};

/** By code of `to`, the ids of the other column that stand beside it, each once, in the file's order. */
const pairs = ({ file, counts }: Placing, from: Column, to: Column, known: Column): Map<number, string[]> => {
  const found = new Map<number, string[]>();
  const place = joinCodes(from, known);
  const blank = to.codeOf("");
  const texts: string[] = [];
  for (let row = 0; row < file.table.rows; row++) {
    const code = place[from.codes[row] ?? 0] ?? -1;
    const other = to.codes[row] ?? 0;
    if (code < 0 || other === blank || !counts(row)) continue;
    texts[other] ??= to.valueOf(other);
    const id = texts[other];
    const ids = found.get(code);
    if (ids === undefined) found.set(code, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return found;
};

type Roles = { file: RoleTable; students: (number | undefined)[]; staff: ReadonlySet<number> };

/** By code of a person's id, the first row that makes them a student; and who is anything else. */
const rolesOf = (files: Files, where: NonNullable<RosterLayout["roles"]>, ids: Column): Roles | undefined => {
  const file = files.get(where.role);
  const people = file && fieldColumn(file, where.person);
  if (file === undefined || people === undefined) return undefined;
  const person = joinCodes(people, ids);
  const isStudent = readFlag(file, where.as, isStudentWord, true);
  const students: (number | undefined)[] = [];
  const staff = new Set<number>();
  for (let row = 0; row < file.table.rows; row++) {
    const code = person[people.codes[row] ?? 0] ?? -1;
    if (code < 0) continue;
    if (!isStudent(row)) staff.add(code);
    else students[code] ??= row;
  }
  return { file, students, staff };
};

const readSchools = (files: Files, where: RosterLayout["schools"]): School[] => {
  const records = findRecords(files, where);
  if (records === undefined) return [];
  const { file, ids, rows } = records;
  const name = readField(file, where.name);
  const isSchool =
    where.type === undefined ? () => true : readFlag(file, where.type, (type) => type === "school", true);
  return rows.filter(isSchool).map((row) => ({ id: idOf(ids, row), name: name?.(row) ?? "" }));
};

const idOf = (ids: Column, row: number): string => ids.valueOf(ids.codes[row] ?? 0);

const readSections = (files: Files, { file, ids, rows }: Records, layout: RosterLayout): Section[] => {
  const title = readField(file, layout.sections.title);
  const school = readField(file, layout.sections.school);
  const named = layout.sections.teachers.flatMap((field) => readField(file, field) ?? []);
  const teaching = layout.teaching && placeOf(files, layout.teaching, isStaffWord);
  const taught = teaching && pairs(teaching, teaching.sections, teaching.people, ids);
  return rows.map((row) => {
    const schoolId = school?.(row) ?? "";
    const teacherIds = named.map((cell) => cell(row)).filter((id) => id !== "");
    return {
      id: idOf(ids, row),
      title: title?.(row) ?? "",
      ...(schoolId !== "" && { schoolId }),
      teacherIds: taught?.get(ids.codes[row] ?? 0) ?? teacherIds,
      // These formats do not say which section is a homeroom: none is known not to be one.
      homeroom: true,
      line: file.table.lineOf(row),
    };
  });
};

const readTeachers = ({ file, ids, rows }: Records, { teachers }: RosterLayout): Teacher[] => {
  const first = readField(file, teachers.firstName);
  const last = readField(file, teachers.lastName);
  const email = teachers.email === undefined ? undefined : readField(file, teachers.email);
  return rows.map((row) => ({
    id: idOf(ids, row),
    ...(first && { firstName: first(row) }),
    ...(last && { lastName: last(row) }),
    ...(email && { email: email(row) }),
  }));
};

/** Reads a field's cells; dates come as YYYY-MM-DD, however the format writes them. */
const readTold = (file: RoleTable, name: string): Cell | undefined => {
  const cell = readField(file, name);
  const forms = file.spec.fields.find((field) => field.name === name)?.dateForms;
  if (cell === undefined || forms === undefined) return cell;
  return (row) => readDay(cell(row), forms) ?? cell(row);
};

const readAll = (file: RoleTable, fields: readonly (readonly [StudentField, string])[]) =>
  fields.flatMap(([field, name]) => {
    const cell = readTold(file, name);
    return cell === undefined ? [] : [[field, cell] as const];
  });

const readStudents = (
  files: Files,
  { file, ids, rows }: Records,
  layout: RosterLayout,
  { sections, placing, told }: { sections: Records; placing: Placing; told: Roles | undefined },
): Student[] => {
  const placed = pairs(placing, placing.people, placing.sections, ids);
  const { demographics, roles } = layout;
  const sources: { cells: ReturnType<typeof readAll>; rowOf: (row: number) => number | undefined }[] = [
    { cells: readAll(file, layout.students.fields), rowOf: (row) => row },
  ];
  const roleRow = (row: number) => told?.students[ids.codes[row] ?? 0];
  if (told && roles) sources.push({ cells: readAll(told.file, roles.fields), rowOf: roleRow });
  const more = demographics && findRecords(files, { role: demographics.role, id: demographics.person });
  if (more && demographics) {
    const join = joinCodes(ids, more.ids);
    const rowOf = (row: number) => {
      const code = join[ids.codes[row] ?? 0] ?? -1;
      return code < 0 ? undefined : more.ids.firstRow[code];
    };
    sources.push({ cells: readAll(more.file, demographics.fields), rowOf });
  }
  const school = layout.students.school === undefined ? undefined : readField(file, layout.students.school);
  const roleSchool = told && roles && readField(told.file, roles.school);
  return rows.map((row) => {
    const fields: Student["fields"] = {};
    for (const { cells, rowOf } of sources) {
      const at = rowOf(row);
      if (at !== undefined) for (const [field, cell] of cells) fields[field] = cell(at);
    }
    const inRole = roleRow(row);
    const schoolId = school?.(row) ?? (inRole === undefined ? undefined : roleSchool?.(inRole)) ?? "";
    return {
      id: idOf(ids, row),
      fields,
      sectionIds: (placed.get(ids.codes[row] ?? 0) ?? []).filter((id) => sections.ids.codeOf(id) >= 0),
      ...(schoolId !== "" && { schoolId }),
      line: file.table.lineOf(row),
    };
  });
};
