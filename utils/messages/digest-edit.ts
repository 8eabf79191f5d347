import type { Observed } from "../guard/ledger.ts";
import { foldName } from "../roster/fold-name.ts";
import { normaliseValue } from "../roster/normalise-value.ts";
import type { Roster, Student, StudentField } from "../roster/roster.ts";
import type { Edit } from "./contracts.ts";
import type { LedgerEntry } from "./desk-store.ts";

export type Digest = (text: string) => Promise<string>;

/** What is digested is prefixed by its kind, so that an id that equals a name is not taken for it. */
const idText = (id: string): string => `id:${id.trim()}`;
const nameText = (name: string): string => `name:${foldName(name)}`;
/** "Peña, Ana" and "Ana Peña" are the same name. */
const inOrder = (name: string): string => {
  const [last = "", ...first] = name.split(",");
  return foldName([...first, last].join(" "));
};
const normalised = (field: string, value: string): string => {
  if (field === "id") return value.trim();
  return field === "name" ? inOrder(value) : normaliseValue(field as StudentField, value);
};
const valueText = (field: string, value: string): string => `value:${field}:${normalised(field, value)}`;

/** "Ana Peña" as the page names a student. */
export const nameOf = ({ fields }: Student): string =>
  [fields.firstName, fields.lastName].filter((part) => part !== undefined && part !== "").join(" ");

/** Keyed digests by which an edit's student and values are recognised on the page again. */
export const digestEdit = async (
  edit: Edit,
  digest: Digest,
): Promise<{ student: string; before?: string; after?: string }> => {
  const { field, before, after } = edit;
  const value = (text: string | undefined) =>
    field === undefined || text === undefined ? undefined : digest(valueText(field, text));
  const [student, from, to] = await Promise.all([
    digest(edit.studentId === "" ? nameText(edit.name ?? "") : idText(edit.studentId)),
    value(before),
    value(after),
  ]);
  return {
    student,
    ...(from === undefined ? {} : { before: from }),
    ...(to === undefined ? {} : { after: to }),
  };
};

/** The students of one section by digest of their id and of their name, made once for all its entries. */
export const digestStudents = async (
  roster: Roster,
  sectionId: string,
  digest: Digest,
): Promise<ReadonlyMap<string, Student>> => {
  const students = roster.students.filter((student) => student.sectionIds.includes(sectionId));
  const found = new Map<string, Student>();
  for (const student of students) {
    const name = nameOf(student);
    if (name !== "") found.set(await digest(nameText(name)), student);
    if (student.id.trim() !== "") found.set(await digest(idText(student.id)), student);
  }
  return found;
};

/** What the page now shows of an entry's student. */
export const observe = async (
  entry: LedgerEntry,
  students: ReadonlyMap<string, Student>,
  whole: boolean,
  digest: Digest,
): Promise<Observed> => {
  const student = students.get(entry.student);
  if (!student) return { whole, present: false };
  const { status } = student.fields;
  const value = fieldOf(student, entry.field ?? "");
  return {
    whole,
    present: true,
    ...(status === undefined ? {} : { status }),
    ...(entry.field === undefined || value === undefined
      ? {}
      : { valueDigest: await digest(valueText(entry.field, value)) }),
  };
};

const fieldOf = (student: Student, field: string): string | undefined => {
  if (field === "id") return student.id;
  return field === "name" ? nameOf(student) : student.fields[field as StudentField];
};
