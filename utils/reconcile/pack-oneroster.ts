import type { RoleTable } from "../checks/rule.ts";
import type { PackedPart, PackedRoster } from "../packed/packed.ts";
import { openPartWriter } from "../packed/part-writer.ts";
import { fieldColumn } from "./cells.ts";
import { type Groups, groupPositions, numberTexts } from "./group-rows.ts";
import { findParts, liveRows, type OneRosterParts } from "./oneroster-parts.ts";
import { type People, readPeople } from "./oneroster-people.ts";
import { sectionsWriter, studentsWriter, teachersWriter } from "./oneroster-writers.ts";
import { placeStudents, readEnrolled } from "./placements.ts";
import { placingRows, type RosterOptions, readSchools } from "./roster-from-oneroster.ts";

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
  const schools = new Uint32Array(rows.length);
  for (let position = 0; position < rows.length; position++) {
    const code = column.codes[rows[position] as number] as number;
    numbers[code] ??= numberOf(column.valueOf(code).trim());
    schools[position] = numbers[code];
  }
  return schools;
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
): Uint32Array => {
  const found = new Uint32Array(rows.length);
  for (let position = 0; position < rows.length; position++) {
    const home = placements[position]?.[0];
    const school = home === undefined ? undefined : sectionSchools[home];
    found[position] =
      school !== undefined && schools.texts[school] !== noSchool
        ? school
        : schools.of(people.schoolOf?.(rows[position] as number) ?? noSchool);
  }
  return found;
};
