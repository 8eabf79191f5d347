import type { PageRoster } from "../messages/contracts.ts";
import { foldName } from "../roster/fold-name.ts";

type Student = PageRoster["students"][number];

/**
 * What makes a student the same in two looks at one list: the id; else the place in the whole list with the name; else
 * the name and birth date, where the second of two who share them stays a second.
 */
const keysOf = (students: readonly Student[]): string[] => {
  const met = new Map<string, number>();
  return students.map(({ id, fields, line }) => {
    if (id !== "") return `id ${id}`;
    const name = foldName(`${fields.firstName ?? ""} ${fields.lastName ?? ""}`);
    const key = line === undefined ? `name ${name} ${fields.birthDate ?? ""}` : `line ${line} ${name}`;
    const nth = (met.get(key) ?? 0) + 1;
    met.set(key, nth);
    return `${key} ${nth}`;
  });
};

const isSameList = (before: PageRoster, now: PageRoster): boolean =>
  before.sections.length === now.sections.length &&
  before.sections.every(({ id }, at) => id === now.sections[at]?.id) &&
  before.students.some(({ id }) => id !== "") === now.students.some(({ id }) => id !== "");

const joinStudent = (before: Student | undefined, now: Student): Student =>
  before ? { ...before, ...now, fields: { ...before.fields, ...now.fields } } : now;

/**
 * Two looks at a roster that shows itself in parts (pages, scrolls, virtual rows) as one; nobody is counted twice, and
 * whoever is not in view now stays seen. The newer look alone where it shows another list or the whole one, or where
 * the two cannot both be true: a total that fell, more people than there are.
 */
export const mergeSnapshots = (before: PageRoster | undefined, now: PageRoster): PageRoster => {
  if (!before || now.whole === true || !isSameList(before, now)) return now;
  if (before.of !== undefined && now.of !== undefined && now.of < before.of) return now;
  const all = new Map<string, Student>();
  const older = keysOf(before.students);
  const newer = keysOf(now.students);
  for (const [at, student] of before.students.entries()) all.set(older[at]!, student);
  for (const [at, student] of now.students.entries())
    all.set(newer[at]!, joinStudent(all.get(newer[at]!), student));
  const of = now.of ?? before.of;
  if (of !== undefined && all.size > of) return now;
  const students = [...all.values()];
  if (students.every(({ line }) => line !== undefined)) students.sort((a, b) => a.line! - b.line!);
  return {
    ...now,
    students,
    seen: students.length,
    whole: of !== undefined && students.length === of,
    ...(of !== undefined && { of }),
  };
};
