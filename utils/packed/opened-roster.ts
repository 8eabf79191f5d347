import type { Section, Student, Teacher } from "../roster/roster.ts";
import { type Kind, kinds, type PackedRoster } from "./packed.ts";
import { makeSection, makeTeacher, type PartView, studentMaker, viewPart } from "./part-view.ts";

/** The records of one kind, numbered through all parts: part p begins with record `first[p]`. */
export type Numbered = { count: number; first: Uint32Array; partOf: Uint16Array | Uint32Array };

/** A packed roster whose records are found, and none of them made. */
export type OpenedRoster = Omit<PackedRoster, "parts"> & {
  parts: readonly PartView[];
} & Readonly<Record<Kind, Numbered>> & {
    section: (at: number) => Section;
    teacher: (at: number) => Teacher;
    student: (at: number) => Student;
  };

/** Null where a part has another layout. */
export const openRoster = ({ parts: packed, ...rest }: PackedRoster): OpenedRoster | null => {
  const parts: PartView[] = [];
  for (const part of packed) {
    const view = viewPart(part);
    if (view === null) return null;
    parts.push(view);
  }
  const number = (kind: Kind): Numbered => {
    const first = new Uint32Array(parts.length + 1);
    for (const [part, view] of parts.entries()) first[part + 1] = (first[part] as number) + view[kind].count;
    const count = first[parts.length] as number;
    const partOf = parts.length < 0x10000 ? new Uint16Array(count) : new Uint32Array(count);
    for (let part = 0; part < parts.length; part++) partOf.fill(part, first[part], first[part + 1]);
    return { count, first, partOf };
  };
  const [sections, teachers, students] = kinds.map(number) as [Numbered, Numbered, Numbered];
  const make =
    <T>({ partOf, first }: Numbered, makeIn: (view: PartView, at: number) => T) =>
    (at: number): T => {
      const part = partOf[at] as number;
      return makeIn(parts[part] as PartView, at - (first[part] as number));
    };
  const makers: ReturnType<typeof studentMaker>[] = [];
  const makerOf = (view: PartView, part: number) => {
    makers[part] ??= studentMaker(view);
    return makers[part];
  };
  return {
    ...rest,
    parts,
    sections,
    teachers,
    students,
    section: make(sections, makeSection),
    teacher: make(teachers, makeTeacher),
    student: (at) => {
      const part = students.partOf[at] as number;
      return makerOf(parts[part] as PartView, part)(at - (students.first[part] as number));
    },
  };
};

/** The part in which a record stands; its reader is moved to the record's beginning. */
export const moveToRecord = (roster: OpenedRoster, kind: Kind, at: number): PartView => {
  const { partOf, first } = roster[kind];
  const part = partOf[at] as number;
  const view = roster.parts[part] as PartView;
  view.reader.moveTo(view[kind].starts[at - (first[part] as number)] as number);
  return view;
};
