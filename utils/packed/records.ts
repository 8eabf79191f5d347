import type { Section, Student, StudentField, StudentFields, Teacher } from "../roster/roster.ts";
import type { RecordReader, RecordWriter } from "./record-bytes.ts";

/**
 * Single records as bytes, without the line they stand on: the same bytes tell the same. A school is that of the part, which
 * a record names or not; what a text or a number begins with says where it ends, so no record is the beginning of another.
 */

/** `count` numbers of sections and whether a school is named, in one number. */
export const placesHeader = (count: number, hasSchool: boolean): number => count * 2 + (hasSchool ? 1 : 0);

/** Whether a section is a homeroom and names its school, in one number. */
export const sectionFlags = (homeroom: boolean, hasSchool: boolean): number =>
  (homeroom ? 1 : 0) + (hasSchool ? 2 : 0);

export const writeSection = (writer: RecordWriter, section: Section): void => {
  const { id, title, schoolId, teacherIds, homeroom } = section;
  writer.text(id);
  writer.text(title);
  writer.number(sectionFlags(homeroom, schoolId !== undefined));
  writer.number(teacherIds.length);
  for (const teacherId of teacherIds) writer.text(teacherId);
};

/** `line` is 0 for none: lines count from 1. */
export const readSection = (reader: RecordReader, school: string, line: number): Section => {
  const [id = "", title = ""] = [reader.text(), reader.text()];
  const flags = reader.number();
  const teacherIds = Array.from({ length: reader.number() }, () => reader.text() ?? "");
  return {
    id,
    title,
    ...(flags > 1 && { schoolId: school }),
    teacherIds,
    homeroom: (flags & 1) === 1,
    ...(line > 0 && { line }),
  };
};

/** What says where a section's students are, with the reader at its beginning. */
export const readPlacing = (reader: RecordReader): Pick<Section, "title" | "homeroom"> => {
  reader.skip();
  return { title: reader.text() ?? "", homeroom: (reader.number() & 1) === 1 };
};

/** Whether a section is a homeroom, with the reader at its beginning. */
export const isHomeroomAt = (reader: RecordReader): boolean => {
  reader.skip();
  reader.skip();
  return (reader.number() & 1) === 1;
};

export const writeTeacher = (writer: RecordWriter, teacher: Teacher): void => {
  writer.text(teacher.id);
  writer.text(teacher.firstName);
  writer.text(teacher.lastName);
  writer.text(teacher.email);
  writer.number(teacher.schoolId === undefined ? 0 : 1);
};

export const readTeacher = (reader: RecordReader, school: string): Teacher => {
  const id = reader.text() ?? "";
  const [firstName, lastName, email] = [reader.text(), reader.text(), reader.text()];
  return {
    id,
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(email !== undefined && { email }),
    ...(reader.number() === 1 && { schoolId: school }),
  };
};

/** `names`: of the part's fields; `placeOf`: the number under which a section stands in the part's table. */
export const writeStudent = (
  writer: RecordWriter,
  { id, fields, sectionIds, schoolId }: Student,
  names: readonly StudentField[],
  placeOf: (sectionId: string) => number,
): void => {
  writer.text(id);
  for (const name of names) writer.text(fields[name]);
  writer.number(placesHeader(sectionIds.length, schoolId !== undefined));
  for (const sectionId of sectionIds) writer.number(placeOf(sectionId));
};

/** What the students of a part have in common: its school, the fields told of them, and the texts of its table of sections. */
export type StudentPart = {
  school: string;
  names: readonly StudentField[];
  sectionOf: (place: number) => string;
};

export const readStudent = (
  reader: RecordReader,
  { school, names, sectionOf }: StudentPart,
  line: number,
): Student => {
  const id = reader.text() ?? "";
  const fields: StudentFields = {};
  for (const name of names) {
    const value = reader.text();
    if (value !== undefined) fields[name] = value;
  }
  const header = reader.number();
  const sectionIds: string[] = [];
  for (let left = header >> 1; left > 0; left--) sectionIds.push(sectionOf(reader.number()));
  const student: Student = { id, fields, sectionIds };
  if ((header & 1) === 1) student.schoolId = school;
  if (line > 0) student.line = line;
  return student;
};

/** Moves to a student's number of sections, with the reader at the student's beginning. */
export const skipToPlaces = (reader: RecordReader, names: readonly StudentField[]): void => {
  for (let texts = names.length; texts >= 0; texts--) reader.skip();
};
