import { indexPeople } from "./index-people.ts";
import { personKey } from "./person-key.ts";
import type { Coverage, Roster, Section, Student } from "./roster.ts";

/**
 * Adds a newer, usually partial view to what is already known: page visits to each other, or a page to the last file.
 * A section whose whole roster the newer view shows replaces its old view; a student seen in another section leaves the
 * old one only when that one was seen again without them. Nobody is counted twice and coverage only grows.
 */
export const mergeRosters = (older: Roster, newer: Roster): Roster => {
  if (newer.coverage.kind === "complete") return newer;
  const seenWhole = new Set(newer.coverage.sectionIds);
  const unplaced = new Set<Student>();
  const left = older.students.map((student) => {
    if (!student.sectionIds.some((id) => seenWhole.has(id))) return student;
    const sectionIds = student.sectionIds.filter((id) => !seenWhole.has(id));
    const after = { ...student, sectionIds };
    if (sectionIds.length === 0) unplaced.add(after);
    return after;
  });
  return {
    source: newer.source,
    coverage: growCoverage(older.coverage, newer.coverage),
    schools: lastOfId([...older.schools, ...newer.schools]),
    sections: joinSections(older.sections, newer.sections),
    teachers: lastOfId([...older.teachers, ...newer.teachers]),
    // Whoever lost the last section they were known in, and was not seen elsewhere, is no longer seen.
    students: joinStudents(left, newer.students).filter((student) => !unplaced.has(student)),
  };
};

const lastOfId = <T extends { id: string }>(records: readonly T[]): T[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

/** The later view of a section wins, but one that names no teacher does not take the known ones away. */
const joinSections = (older: readonly Section[], newer: readonly Section[]): Section[] => {
  const sections = new Map(older.map((section) => [section.id, section]));
  for (const section of newer) {
    const known = sections.get(section.id);
    const teacherIds = section.teacherIds.length > 0 ? section.teacherIds : (known?.teacherIds ?? []);
    sections.set(section.id, { ...known, ...section, teacherIds });
  }
  return [...sections.values()];
};

const growCoverage = (older: Coverage, newer: Coverage & { kind: "partial" }): Coverage => {
  if (older.kind === "complete") return older;
  const { seen, of } = newer;
  return {
    kind: "partial",
    sectionIds: [...new Set([...older.sectionIds, ...newer.sectionIds])],
    ...(seen !== undefined && { seen }),
    ...(of !== undefined && { of }),
  };
};

/** One record a person: by id; by names and birth date where a side has no id and the key is nobody else's. */
const joinStudents = (older: readonly Student[], newer: readonly Student[]): Student[] => {
  // A source that shows ids at all and none for this student says that there is none.
  const showsIds = newer.some(({ id }) => id !== "");
  const all: Student[] = [];
  const indexOfId = new Map<string, number>();
  const add = (student: Student, known: number | undefined) => {
    const at = known ?? all.length;
    const before = all[at];
    all[at] = before === undefined ? student : joinStudent(before, student, showsIds);
    if (student.id !== "") indexOfId.set(student.id, at);
  };
  for (const student of older) add(student, indexOfId.get(student.id));
  const known = indexPeople(all);
  const own = indexPeople(newer);
  for (const [index, student] of newer.entries()) {
    const key = personKey(student.fields);
    const person = key !== undefined && own.get(key) === index ? known.get(key) : undefined;
    const mayBeSame = person !== undefined && person >= 0 && (student.id === "" || all[person]?.id === "");
    add(student, indexOfId.get(student.id) ?? (mayBeSame ? person : undefined));
  }
  return all;
};

const joinStudent = (older: Student, newer: Student, showsIds: boolean): Student => ({
  ...older,
  ...newer,
  id: newer.id === "" && !showsIds ? older.id : newer.id,
  fields: { ...older.fields, ...newer.fields },
  sectionIds: [...new Set([...older.sectionIds, ...newer.sectionIds])],
});
