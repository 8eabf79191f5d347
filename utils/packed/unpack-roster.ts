import type { Roster, Section, Student, Teacher } from "../roster/roster.ts";
import type { PackedPart, PackedRoster } from "./packed.ts";
import { makeSection, makeTeacher, sectionIdAt, studentMaker, viewPart } from "./part-view.ts";
import { skipToPlaces } from "./records.ts";

/** Some of a roster's records. */
export type Loose = { sections: Section[]; teachers: Teacher[]; students: Student[] };

const listOf = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** All of a part's records as they were; null when the bytes have another layout. */
export const unpackPart = (part: PackedPart): Loose | null => {
  const view = viewPart(part);
  return (
    view && {
      sections: listOf(view.sections.count, (at) => makeSection(view, at)),
      teachers: listOf(view.teachers.count, (at) => makeTeacher(view, at)),
      students: listOf(view.students.count, studentMaker(view)),
    }
  );
};

/** All of a roster's records, part by part; null as above. */
export const unpackRoster = ({ source, coverage, schools, parts }: PackedRoster): Roster | null => {
  const all: Loose = { sections: [], teachers: [], students: [] };
  for (const part of parts) {
    const read = unpackPart(part);
    if (read === null) return null;
    for (const section of read.sections) all.sections.push(section);
    for (const teacher of read.teachers) all.teachers.push(teacher);
    for (const student of read.students) all.students.push(student);
  }
  return { source, coverage, schools, ...all };
};

/** What a part tells of one class: its own record, and the students in it. Null as above. */
export const unpackSection = (
  part: PackedPart,
  sectionId: string,
): { section: Section | undefined; students: Student[] } | null => {
  const view = viewPart(part);
  if (view === null) return null;
  const { reader, names, sections, others, students } = view;
  let place = 0;
  const places = sections.count + others.length;
  while (place < places && sectionIdAt(view, place) !== sectionId) place++;
  const make = studentMaker(view);
  const found: Student[] = [];
  for (let at = 0; place < places && at < students.count; at++) {
    reader.moveTo(students.starts[at] as number);
    skipToPlaces(reader, names);
    let isIn = false;
    for (let left = reader.number() >> 1; left > 0; left--) if (reader.number() === place) isIn = true;
    if (isIn) found.push(make(at));
  }
  return { section: place < sections.count ? makeSection(view, place) : undefined, students: found };
};
