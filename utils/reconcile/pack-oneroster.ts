import type { RoleTable } from "../checks/rule.ts";
import type { PackedPart, PackedRoster } from "../packed/packed.ts";
import { openPartWriter, type PartWriter } from "../packed/part-writer.ts";
import { placesHeader, sectionFlags } from "../packed/records.ts";
import { type StudentField, studentFields } from "../roster/roster.ts";
import { codeWriter, trimmedWriter, type WriteCode } from "./cell-bytes.ts";
import { fieldColumn, readField } from "./cells.ts";
import { type Groups, groupPositions, numberTexts } from "./group-rows.ts";
import { linesOf } from "./lines-of.ts";
import { findParts, liveRows, type OneRosterParts } from "./oneroster-parts.ts";
import { type People, readPeople } from "./oneroster-people.ts";
import { type Enrolled, findTeachers, placeStudents, readEnrolled } from "./placements.ts";
import { homeroomFlag, placingRows, type RosterOptions, readSchools } from "./roster-from-oneroster.ts";
import { findStudentColumns } from "./student-fields.ts";

type Files = ReadonlyMap<string, RoleTable>;

/** "" is the school of what names none. */
const noSchool = "";

/**
 * What `rosterFromOneRoster` makes, packed straight from the columns: their bytes are copied, and neither an object nor a
 * text is made of a person. `undefined` where it would be `undefined`.
 */
export const packOneRoster = (files: Files, options: RosterOptions): PackedRoster | undefined => {
  const parts = findParts(files);
  if (parts === undefined) return undefined;
  const sectionRows = liveRows(parts.classes, parts.classIds);
  const people = readPeople(files, parts);
  const userRows = liveRows(parts.users, parts.userIds);
  const studentRows = userRows.filter(people.isStudent);
  const teacherRows = userRows.filter(people.isTeacher);
  const { date } = options;
  const enrolled = readEnrolled(parts, sectionRows, date);
  const placing = placingRows(parts, sectionRows, options);
  const placements = placeStudents(parts, placing, studentRows, date, enrolled);

  const schools = numberTexts();
  const sectionSchools = schoolsOfSections(parts, sectionRows, schools.of);
  if (teacherRows.length > 0) schools.of(noSchool);
  const studentSchools = schoolsOfStudents(studentRows, { sectionSchools, placements, people, schools });
  const count = schools.texts.length;
  const sections = groupPositions(sectionSchools, count);
  const students = groupPositions(studentSchools, count);

  const writer = openPartWriter();
  const writeSections = sectionsWriter(parts, writer, sectionRows, enrolled);
  const writeTeachers = teachersWriter(parts, writer);
  const writeStudents = studentsWriter(parts, files.get("demographics"), writer, {
    rows: studentRows,
    placements,
    sectionSchools,
    sectionRows,
  });
  const packed = schools.texts.map((school, number): PackedPart => {
    const own = membersOf(sections, number);
    writeSections(own, school !== noSchool);
    const teachers = school === noSchool ? teacherRows : [];
    writeTeachers(teachers);
    const members = membersOf(students, number);
    const told = writeStudents(members, own, number, school !== noSchool);
    const counts = { sections: own.length, teachers: teachers.length, students: members.length };
    return { school, bytes: writer.take({ ...counts, ...told }) };
  });
  return {
    source: { kind: "file", name: options.name, checkedAt: options.checkedAt },
    coverage: { kind: "complete" },
    schools: readSchools(files.get("orgs")),
    parts: packed,
    order: {
      sections: sections.positions,
      teachers: Uint32Array.from(teacherRows.keys()),
      students: students.positions,
    },
  };
};

const membersOf = ({ positions, from }: Groups, school: number): Uint32Array =>
  positions.subarray(from[school], from[school + 1]);

const schoolsOfSections = (
  { classes }: OneRosterParts,
  rows: readonly number[],
  numberOf: (school: string) => number,
): Uint32Array => {
  const column = fieldColumn(classes, "schoolSourcedId");
  if (column === undefined) return new Uint32Array(rows.length).fill(numberOf(noSchool));
  const numbers: (number | undefined)[] = [];
  return Uint32Array.from(rows, (row) => {
    const code = column.codes[row] ?? 0;
    numbers[code] ??= numberOf(column.valueOf(code).trim());
    return numbers[code];
  });
};

/** A student's school is that of the first class; who has none belongs where users.csv says. */
const schoolsOfStudents = (
  rows: readonly number[],
  {
    sectionSchools,
    placements,
    people,
    schools,
  }: {
    sectionSchools: Uint32Array;
    placements: readonly (readonly number[])[];
    people: People;
    schools: ReturnType<typeof numberTexts>;
  },
): Uint32Array =>
  Uint32Array.from(rows, (row, position) => {
    const [home] = placements[position] ?? [];
    const school = home === undefined ? undefined : sectionSchools[home];
    if (school !== undefined && schools.texts[school] !== noSchool) return school;
    return schools.of(people.schoolOf?.(row) ?? noSchool);
  });

const sectionsWriter = (
  parts: OneRosterParts,
  writer: PartWriter,
  rows: readonly number[],
  enrolled: Enrolled,
) => {
  const { classes, classIds, enrolledUsers } = parts;
  const { body } = writer;
  const titles = fieldColumn(classes, "title");
  const isHomeroom = homeroomFlag(parts);
  const teachers = findTeachers(parts, enrolled, rows.length);
  const lines = linesOf(classes.table, rows);
  const [writeId, writeTeacher] = [codeWriter(classIds), codeWriter(enrolledUsers)];
  const writeTitle = titles && trimmedWriter(titles);
  return (positions: Uint32Array, hasSchool: boolean) => {
    for (const position of positions) {
      const row = rows[position] as number;
      const taughtBy = teachers[position] as readonly number[];
      writeId(body, classIds.codes[row] as number);
      if (titles && writeTitle) writeTitle(body, titles.codes[row] as number);
      else body.text("");
      body.number(sectionFlags(isHomeroom(row), hasSchool));
      body.number(taughtBy.length);
      for (const user of taughtBy) writeTeacher(body, user);
      writer.endRecord(lines[position] as number);
    }
  };
};

const teachersWriter = ({ users, userIds }: OneRosterParts, writer: PartWriter) => {
  const { body } = writer;
  const writeId = codeWriter(userIds);
  const cells = ["givenName", "familyName", "email"].map((name) => readField(users, name));
  return (rows: readonly number[]) => {
    for (const row of rows) {
      writeId(body, userIds.codes[row] as number);
      for (const cell of cells) body.text(cell?.(row));
      body.number(0);
      writer.endRecord(0);
    }
  };
};

/** A field's column in users.csv and its column in demographics.csv, which wins where there is a row. */
type FieldWriter = { own?: CodesAndWriter; theirs?: CodesAndWriter };
type CodesAndWriter = { codes: { readonly [row: number]: number }; write: WriteCode };

const studentsWriter = (
  parts: OneRosterParts,
  demographics: RoleTable | undefined,
  writer: PartWriter,
  {
    rows,
    placements,
    sectionSchools,
    sectionRows,
  }: {
    rows: readonly number[];
    placements: readonly (readonly number[])[];
    sectionSchools: Uint32Array;
    sectionRows: readonly number[];
  },
) => {
  const { users, userIds, classIds } = parts;
  const { body } = writer;
  const { own, theirs, rowOf } = findStudentColumns(users, demographics, userIds);
  const byField = new Map<StudentField, FieldWriter>();
  for (const [source, fields] of [
    ["own", own],
    ["theirs", theirs],
  ] as const)
    for (const [field, column] of fields) {
      const found = byField.get(field) ?? {};
      byField.set(field, { ...found, [source]: { codes: column.codes, write: trimmedWriter(column) } });
    }
  const names = studentFields.filter((name) => byField.has(name));
  const fieldWriters = names.map((name) => byField.get(name)!);
  const writeId = codeWriter(userIds);
  const lines = linesOf(users.table, rows);
  /** By section, the number under which the part that is written names it. */
  const places = new Uint32Array(sectionRows.length);

  return (members: Uint32Array, sections: Uint32Array, school: number, hasSchool: boolean) => {
    sections.forEach((section, place) => {
      places[section] = place;
    });
    const others: string[] = [];
    const otherPlaces = new Map<number, number>();
    const placeOf = (section: number): number => {
      if (sectionSchools[section] === school) return places[section] as number;
      let place = otherPlaces.get(section);
      if (place === undefined) {
        place = sections.length + others.length;
        otherPlaces.set(section, place);
        others.push(classIds.valueOf(classIds.codes[sectionRows[section] as number] ?? 0));
      }
      return place;
    };
    let enrollments = 0;
    for (const position of members) {
      const row = rows[position] as number;
      writeId(body, userIds.codes[row] as number);
      const other = rowOf(row);
      for (const { own, theirs } of fieldWriters) {
        if (theirs !== undefined && other >= 0) theirs.write(body, theirs.codes[other] as number);
        else if (own !== undefined) own.write(body, own.codes[row] as number);
        else body.number(0);
      }
      const placed = placements[position] as readonly number[];
      body.number(placesHeader(placed.length, hasSchool));
      for (const section of placed) body.number(placeOf(section));
      enrollments += placed.length;
      writer.endRecord(lines[position] as number);
    }
    return { names, others, enrollments };
  };
};
