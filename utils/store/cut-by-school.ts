import type { Roster, Section, Student, Teacher } from "../roster/roster.ts";

/** Some of a roster's records. */
export type Loose = { sections: Section[]; teachers: Teacher[]; students: Student[] };

const cuts = new WeakMap<Roster, ReadonlyMap<string, Loose>>();

/** A roster's records by school; "" for those of none. Made once, for reading beside it and for storing it. */
export const cutBySchool = (roster: Roster): ReadonlyMap<string, Loose> => {
  const known = cuts.get(roster);
  if (known !== undefined) return known;
  const made = cut(roster);
  cuts.set(roster, made);
  return made;
};

const cut = ({ sections, teachers, students }: Roster): ReadonlyMap<string, Loose> => {
  const schools = new Map<string, Loose>();
  const partOf = (school: string | undefined): Loose => {
    const id = school ?? "";
    let part = schools.get(id);
    if (part === undefined) {
      part = { sections: [], teachers: [], students: [] };
      schools.set(id, part);
    }
    return part;
  };
  for (const section of sections) partOf(section.schoolId).sections.push(section);
  for (const teacher of teachers) partOf(teacher.schoolId).teachers.push(teacher);
  for (const student of students) partOf(student.schoolId).students.push(student);
  return schools;
};
