import {
  type Roster,
  type Section,
  type Student,
  type StudentField,
  studentFields,
} from "../roster/roster.ts";
import { cutBySchool, type Loose } from "./cut-by-school.ts";
import type { KnownRecords } from "./known-records.ts";
import {
  passStudent,
  type StudentPart,
  sectionsIn,
  studentsIn,
  teachersIn,
  writeSection,
  writeStudent,
  writeTeacher,
} from "./pack-records.ts";
import { openReader, openWriter, type RecordReader } from "./record-bytes.ts";

/**
 * A school's part of a roster as bytes: one record a school is hundreds of times faster than one a row. In it stand this
 * number, the sections, the teachers, the table of the sections that students are in, the fields' names, the students.
 */
const layout = 2;

/** `sectionIds`: the classes of which the part tells, by their own record or by a student in them. */
export type SchoolPart = { school: string; bytes: Uint8Array<ArrayBuffer>; sectionIds: readonly string[] };

/** Rosters are cut by school, so that one class can be read without the whole district; packed one after the other. */
export function* packBySchool(roster: Roster): Generator<SchoolPart> {
  const pack = openPacker();
  for (const [school, part] of cutBySchool(roster)) yield { school, ...pack(part) };
}

const openPacker = () => {
  const [writer, ofStudents] = [openWriter(), openWriter()];
  return ({ sections, teachers, students }: Loose): Omit<SchoolPart, "school"> => {
    writer.number(layout);
    writer.number(sections.length);
    const places = new Map<string, number>();
    const own: number[] = [];
    for (const [position, section] of sections.entries()) {
      writeSection(writer, section);
      if (places.has(section.id)) continue;
      places.set(section.id, places.size);
      own.push(position);
    }
    writer.number(teachers.length);
    for (const teacher of teachers) writeTeacher(writer, teacher);

    const placeOf = (sectionId: string): number => {
      let place = places.get(sectionId);
      if (place === undefined) {
        place = places.size;
        places.set(sectionId, place);
      }
      return place;
    };
    const names = studentFields.filter((name) => students.some(({ fields }) => fields[name] !== undefined));
    for (const student of students) writeStudent(ofStudents, student, names, placeOf);

    const sectionIds = [...places.keys()];
    writer.number(own.length);
    for (const position of own) writer.number(position);
    writer.number(sectionIds.length - own.length);
    for (const sectionId of sectionIds.slice(own.length)) writer.text(sectionId);
    writer.number(names.length);
    for (const name of names) writer.text(name);
    writer.number(students.length);
    ofStudents.moveTo(writer);
    return { bytes: writer.take(), sectionIds };
  };
};

/** What stands before the students, and their number; null of a layout that is not ours. */
const readHead = (reader: RecordReader, school: string, known?: KnownRecords) => {
  if (reader.number() !== layout) return null;
  const listOf = <T>(read: () => T): T[] => {
    const list: T[] = [];
    for (let left = reader.number(); left > 0; left--) list.push(read());
    return list;
  };
  const sections = listOf(sectionsIn(reader, school, known?.sections));
  const teachers = listOf(teachersIn(reader, school, known?.teachers));
  const own = listOf(() => sections[reader.number()]?.id ?? "");
  const others = listOf(() => reader.text() ?? "");
  const names = listOf(() => reader.text() as StudentField);
  const part: StudentPart = { school, names, table: [...own, ...others] };
  return { sections, teachers, part, count: reader.number() };
};

/**
 * One school's sections, teachers and students back from `packBySchool`'s bytes; records that tell the same as a known one
 * are that one, and only their lines may differ. Null when the bytes have another layout.
 */
export const unpackSchool = (school: string, bytes: Uint8Array, known?: KnownRecords): Loose | null => {
  const reader = openReader(bytes);
  const head = readHead(reader, school, known);
  if (head === null) return null;
  const { sections, teachers, part, count } = head;
  const readStudent = studentsIn(reader, part, known?.students);
  const students: Student[] = [];
  for (let left = count; left > 0; left--) students.push(readStudent());
  return { sections, teachers, students };
};

/** What a school's bytes tell of one class: its own record, and the students in it. Null as above. */
export const unpackSection = (
  school: string,
  bytes: Uint8Array,
  sectionId: string,
): { section: Section | undefined; students: Student[] } | null => {
  const reader = openReader(bytes);
  const head = readHead(reader, school);
  if (head === null) return null;
  const { sections, part, count } = head;
  const place = part.table.indexOf(sectionId);
  const readStudent = studentsIn(reader, part);
  const students: Student[] = [];
  for (let left = count; left > 0; left--) {
    const start = reader.position();
    if (!passStudent(reader, part.names, place)) continue;
    reader.moveTo(start);
    students.push(readStudent());
  }
  return { section: sections.find(({ id }) => id === sectionId), students };
};
