import { type Roster, studentFields } from "../roster/roster.ts";
import { cutBySchool } from "./cut-by-school.ts";
import { kinds, type PackedPart, type PackedRoster } from "./packed.ts";
import { openPartWriter } from "./part-writer.ts";
import { writeSection, writeStudent, writeTeacher } from "./records.ts";

/** Packs a roster of objects; records of a school keep their order. */
export const packRoster = (roster: Roster): PackedRoster => {
  const { source, coverage, schools } = roster;
  const writer = openPartWriter();
  const { body } = writer;
  const parts: PackedPart[] = [];
  const cuts = cutBySchool(roster);
  for (const [school, cut] of cuts) {
    const sections = cut.sections.map((position) => roster.sections[position]!);
    const students = cut.students.map((position) => roster.students[position]!);
    const places = new Map<string, number>();
    const others: string[] = [];
    for (const [place, section] of sections.entries()) {
      writeSection(body, section);
      writer.endRecord(section.line ?? 0);
      if (!places.has(section.id)) places.set(section.id, place);
    }
    for (const position of cut.teachers) {
      writeTeacher(body, roster.teachers[position]!);
      writer.endRecord(0);
    }
    const placeOf = (sectionId: string): number => {
      let place = places.get(sectionId);
      if (place === undefined) {
        place = sections.length + others.length;
        places.set(sectionId, place);
        others.push(sectionId);
      }
      return place;
    };
    const names = studentFields.filter((name) => students.some(({ fields }) => fields[name] !== undefined));
    let enrollments = 0;
    for (const student of students) {
      writeStudent(body, student, names, placeOf);
      writer.endRecord(student.line ?? 0);
      enrollments += student.sectionIds.length;
    }
    const counts = {
      sections: sections.length,
      teachers: cut.teachers.length,
      students: students.length,
      enrollments,
    };
    parts.push({ school, bytes: writer.take({ names, others, ...counts }) });
  }
  const order = Object.fromEntries(
    kinds.map((kind) => [kind, Uint32Array.from([...cuts.values()].flatMap((cut) => cut[kind]))]),
  ) as NonNullable<PackedRoster["order"]>;
  return { source, coverage, schools, parts, order };
};
