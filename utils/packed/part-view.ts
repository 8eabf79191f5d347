import type { Section, Student, StudentField, Teacher } from "../roster/roster.ts";
import type { Kind, PackedPart } from "./packed.ts";
import { partLayout } from "./part-writer.ts";
import { openReader, type RecordReader } from "./record-bytes.ts";
import { readSection, readStudent, readTeacher, type StudentPart } from "./records.ts";

/** Where the records of one kind stand: record n is bytes[starts[n] .. starts[n + 1]). `lines` are 0 for none. */
export type Records = { count: number; starts: Uint32Array; lines: Uint32Array };

/** A part whose records are found, and none of them made. */
export type PartView = Readonly<Record<Kind, Records>> & {
  school: string;
  bytes: Uint8Array;
  /** Of whoever reads next. */
  reader: RecordReader;
  names: readonly StudentField[];
  /** Texts of the sections outside that students are in. */
  others: readonly string[];
  enrollments: number;
};

const views = new WeakMap<PackedPart, PartView>();

/** Null when the bytes have another layout. Made once: a part that is compared is also written. */
export const viewPart = (part: PackedPart): PartView | null => {
  const known = views.get(part);
  if (known !== undefined) return known;
  const view = findRecords(part);
  if (view !== null) views.set(part, view);
  return view;
};

const findRecords = ({ school, bytes }: PackedPart): PartView | null => {
  const reader = openReader(bytes);
  if (reader.number() !== partLayout) return null;
  const texts = () => Array.from({ length: reader.number() }, () => reader.text() ?? "");
  const names = texts() as StudentField[];
  const others = texts();
  const counts = [reader.number(), reader.number(), reader.number()] as const;
  const enrollments = reader.number();
  let at = 0;
  const recordsOf = (count: number): Records => {
    const [starts, lines] = [new Uint32Array(count + 1), new Uint32Array(count)];
    for (let record = 0; record < count; record++) {
      starts[record] = at;
      at += reader.number();
      lines[record] = reader.number();
    }
    starts[count] = at;
    return { count, starts, lines };
  };
  const [sections, teachers, students] = [
    recordsOf(counts[0]),
    recordsOf(counts[1]),
    recordsOf(counts[2]),
  ] as const;
  const body = reader.position();
  for (const { starts } of [sections, teachers, students])
    for (let record = 0; record < starts.length; record++) starts[record] = (starts[record] as number) + body;
  return { school, bytes, reader, names, others, enrollments, sections, teachers, students };
};

/** The id of a part's section by its number: its own come first, then those outside. */
export const sectionIdAt = ({ sections, others, reader }: PartView, place: number): string => {
  if (place >= sections.count) return others[place - sections.count] ?? "";
  const back = reader.position();
  reader.moveTo(sections.starts[place] as number);
  const id = reader.text() ?? "";
  reader.moveTo(back);
  return id;
};

/** Makes sections of a part. */
export const makeSection = ({ school, reader, sections }: PartView, at: number): Section => {
  reader.moveTo(sections.starts[at] as number);
  return readSection(reader, school, sections.lines[at] as number);
};

export const makeTeacher = ({ school, reader, teachers }: PartView, at: number): Teacher => {
  reader.moveTo(teachers.starts[at] as number);
  return readTeacher(reader, school);
};

/** Makes students of a part; the texts of their sections are made once. */
export const studentMaker = (view: PartView): ((at: number) => Student) => {
  const { school, names, reader, students } = view;
  const ids: string[] = [];
  const part: StudentPart = {
    school,
    names,
    sectionOf: (place) => {
      ids[place] ??= sectionIdAt(view, place);
      return ids[place];
    },
  };
  return (at) => {
    reader.moveTo(students.starts[at] as number);
    return readStudent(reader, part, students.lines[at] as number);
  };
};

/** Where the id at the reader's position begins; the reader moves to its end. */
export const readIdStart = (reader: RecordReader): number => {
  const header = reader.number();
  const start = reader.position();
  if (header > 0) reader.moveTo(start + ((header - 1) >> 1));
  return start;
};
