import { foldName } from "../roster/fold-name.ts";
import type { Roster, Student } from "../roster/roster.ts";
import type { SectionChange } from "./desk-store.ts";
import { nameOf } from "./digest-edit.ts";

/** Students of a section; those a page shows as inactive have left it. */
export const activeStudentsOf = (
  { students }: { students: readonly Student[] },
  sectionId: string,
): Student[] =>
  students.filter(({ sectionIds, fields }) => sectionIds.includes(sectionId) && !isInactive(fields.status));

/** Active students of a section by their identity; a page that shows no id is compared by folded name. */
const peopleOf = (roster: Roster, sectionId: string): Map<string, Student> =>
  new Map(
    activeStudentsOf(roster, sectionId).map((student) => [
      student.id.trim() || `name:${foldName(nameOf(student))}`,
      student,
    ]),
  );

/** Titles of the other classes in which a roster has the student; who shows no id is not looked for by name. */
const classesOf = (roster: Roster, { id }: Student, sectionId: string): string[] =>
  id.trim() === ""
    ? []
    : roster.sections
        .filter((section) => section.id !== sectionId)
        .filter((section) => activeStudentsOf(roster, section.id).some((one) => one.id.trim() === id.trim()))
        .map(({ title }) => title);

const isInactive = (status: string | undefined): boolean => status?.toLowerCase() === "inactive";

const seenWhole = ({ coverage }: Roster, sectionId: string): boolean =>
  coverage.kind === "complete" || coverage.sectionIds.includes(sectionId);

/**
 * Who joined and who left the sections that both looks saw whole, with the other classes known of each; nothing for a section seen for the first time, and
 * nobody is "left" because a page showed only part of a class.
 */
export const compareSections = (
  before: Roster,
  now: Roster,
  at: string,
): { sectionId: string; change: SectionChange }[] => {
  const since = before.source.kind === "page" ? before.source.seenAt : before.source.checkedAt;
  return now.sections.flatMap(({ id: sectionId, title }) => {
    if (!seenWhole(before, sectionId) || !seenWhole(now, sectionId)) return [];
    const [old, current] = [peopleOf(before, sectionId), peopleOf(now, sectionId)];
    const named = (student: Student) => {
      const elsewhere = classesOf(before, student, sectionId);
      return { id: student.id, name: nameOf(student), ...(elsewhere.length > 0 && { elsewhere }) };
    };
    const joined = [...current].filter(([key]) => !old.has(key)).map(([, student]) => named(student));
    const left = [...old].filter(([key]) => !current.has(key)).map(([, student]) => named(student));
    return joined.length + left.length === 0
      ? []
      : [{ sectionId, change: { at, since, sectionTitle: title, joined, left } }];
  });
};
