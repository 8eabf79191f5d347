import {
  type Section,
  type Student,
  type StudentField,
  type StudentFields,
  studentFields,
  type Teacher,
} from "../roster/roster.ts";
import type { Finder } from "./known-records.ts";
import type { RecordReader, RecordWriter } from "./record-bytes.ts";

/**
 * Single records as bytes. Readers may know records: a stored one that tells the same as the known one of its id is that very
 * object, whose `line` is its own. `school` is that of the part, which a record names or not.
 */

/** Where there is no line: lines count from 1. */
const noLine = 0;

const writeTexts = (writer: RecordWriter, texts: readonly string[]): void => {
  writer.number(texts.length);
  for (const text of texts) writer.text(text);
};

const readTexts = (reader: RecordReader): string[] =>
  Array.from({ length: reader.number() }, () => reader.text() ?? "");

const areTexts = (reader: RecordReader, texts: readonly string[]): boolean => {
  const count = reader.number();
  if (count !== texts.length) return false;
  for (const text of texts) if (!reader.isText(text)) return false;
  return true;
};

const schoolOf = (hasSchool: boolean, school: string) => (hasSchool ? { schoolId: school } : undefined);

/**
 * How one record after the other is read. `isSame` is asked with the reader behind the id, of a known record that has it;
 * `make` with the reader before it.
 */
const openReading = <T extends { readonly id: string }>(
  reader: RecordReader,
  known: Finder<T> | undefined,
  isSame: (record: T) => boolean,
  make: () => T,
): (() => T) => {
  let start = 0;
  const isId = (id: string) => {
    reader.moveTo(start);
    return reader.isText(id);
  };
  const readId = () => {
    reader.moveTo(start);
    return reader.text() ?? "";
  };
  return () => {
    if (known === undefined) return make();
    start = reader.position();
    const found = known.find(isId, readId);
    if (found !== undefined && isSame(found)) return found;
    reader.moveTo(start);
    return make();
  };
};

export const writeSection = (writer: RecordWriter, section: Section): void => {
  const { id, title, schoolId, teacherIds, homeroom, line = noLine } = section;
  writer.text(id);
  writer.text(title);
  writer.number((homeroom ? 1 : 0) + (schoolId === undefined ? 0 : 2));
  writeTexts(writer, teacherIds);
  writer.number(line);
};

export const sectionsIn = (reader: RecordReader, school: string, known?: Finder<Section>): (() => Section) =>
  openReading(
    reader,
    known,
    ({ title, schoolId, teacherIds, homeroom }) => {
      if (!reader.isText(title)) return false;
      const flags = reader.number();
      if ((flags & 1) !== (homeroom ? 1 : 0)) return false;
      if ((flags > 1 ? school : undefined) !== schoolId || !areTexts(reader, teacherIds)) return false;
      reader.number();
      return true;
    },
    () => {
      const [id = "", title = ""] = [reader.text(), reader.text()];
      const flags = reader.number();
      const teacherIds = readTexts(reader);
      const line = reader.number();
      return {
        id,
        title,
        ...schoolOf(flags > 1, school),
        teacherIds,
        homeroom: (flags & 1) === 1,
        ...(line !== noLine && { line }),
      };
    },
  );

export const writeTeacher = (writer: RecordWriter, teacher: Teacher): void => {
  writer.text(teacher.id);
  writer.text(teacher.firstName);
  writer.text(teacher.lastName);
  writer.text(teacher.email);
  writer.number(teacher.schoolId === undefined ? 0 : 1);
};

export const teachersIn = (reader: RecordReader, school: string, known?: Finder<Teacher>): (() => Teacher) =>
  openReading(
    reader,
    known,
    ({ firstName, lastName, email, schoolId }) =>
      reader.isText(firstName) &&
      reader.isText(lastName) &&
      reader.isText(email) &&
      (reader.number() === 1 ? school : undefined) === schoolId,
    () => {
      const id = reader.text() ?? "";
      const [firstName, lastName, email] = [reader.text(), reader.text(), reader.text()];
      return {
        id,
        ...(firstName !== undefined && { firstName }),
        ...(lastName !== undefined && { lastName }),
        ...(email !== undefined && { email }),
        ...schoolOf(reader.number() === 1, school),
      };
    },
  );

/** `names`: of the part's fields; `placeOf`: the number under which a section stands in the part's table. */
export const writeStudent = (
  writer: RecordWriter,
  { id, fields, sectionIds, schoolId, line = noLine }: Student,
  names: readonly StudentField[],
  placeOf: (sectionId: string) => number,
): void => {
  writer.text(id);
  for (const name of names) writer.text(fields[name]);
  writer.number(sectionIds.length * 2 + (schoolId === undefined ? 0 : 1));
  for (const sectionId of sectionIds) writer.number(placeOf(sectionId));
  writer.number(line);
};

/** What the students of a part have in common: its school, the fields told of them, and the table of their sections. */
export type StudentPart = { school: string; names: readonly StudentField[]; table: readonly string[] };

export const studentsIn = (
  reader: RecordReader,
  { school, names, table }: StudentPart,
  known?: Finder<Student>,
): (() => Student) => {
  const untold = studentFields.filter((name) => !names.includes(name));
  return openReading(
    reader,
    known,
    ({ fields, sectionIds, schoolId }) => {
      for (const name of names) if (!reader.isText(fields[name])) return false;
      for (const name of untold) if (fields[name] !== undefined) return false;
      const header = reader.number();
      if (((header & 1) === 1 ? school : undefined) !== schoolId) return false;
      if (header >> 1 !== sectionIds.length) return false;
      for (const sectionId of sectionIds) if (table[reader.number()] !== sectionId) return false;
      reader.number();
      return true;
    },
    () => {
      const id = reader.text() ?? "";
      const fields: StudentFields = {};
      for (const name of names) {
        const value = reader.text();
        if (value !== undefined) fields[name] = value;
      }
      const header = reader.number();
      const sectionIds: string[] = [];
      for (let left = header >> 1; left > 0; left--) sectionIds.push(table[reader.number()] ?? "");
      const student: Student = { id, fields, sectionIds };
      if ((header & 1) === 1) student.schoolId = school;
      const line = reader.number();
      if (line !== noLine) student.line = line;
      return student;
    },
  );
};

/** Reads on past a student; whether they are in the section of that place. */
export const passStudent = (reader: RecordReader, names: readonly StudentField[], place: number): boolean => {
  for (let texts = names.length; texts >= 0; texts--) reader.isText(undefined);
  let isIn = false;
  for (let left = reader.number() >> 1; left > 0; left--) if (reader.number() === place) isIn = true;
  reader.number();
  return isIn;
};
