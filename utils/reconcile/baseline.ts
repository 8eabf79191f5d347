import { foldName } from "../roster/fold-name.ts";
import { isNamedOnly } from "../roster/from-page.ts";
import { mergeRosters } from "../roster/merge-rosters.ts";
import { emptyRoster, type Roster, type Teacher } from "../roster/roster.ts";

/** What a file is compared with: the page where it was seen, the last file elsewhere, or nothing. */
export const makeBaseline = (
  file: Roster,
  page: Roster | undefined,
  previous: Roster | undefined,
): Roster => {
  if (page === undefined) return previous ?? emptyRoster(file.source);
  const teachers = [...(previous?.teachers ?? []), ...file.teachers];
  const seen = nameTeachers(page, teachers);
  return previous === undefined ? seen : mergeRosters(previous, seen);
};

const titles = /^(mr|mrs|ms|miss|dr|sr|sra|srta|prof)$/;

/** A teacher's name as it compares: folded words in no particular order, since pages write "Vega, Ana" as well. */
export const foldTeacher = ({ firstName = "", lastName = "" }: Omit<Teacher, "id">): string =>
  foldName(`${firstName} ${lastName}`)
    .split(" ")
    .filter((word) => !titles.test(word))
    .sort()
    .join(" ");

/** Gives teachers of whom a page shows only the name their id, where exactly one known teacher has that name. */
const nameTeachers = (page: Roster, known: readonly Teacher[]): Roster => {
  const ids = new Map<string, string | undefined>();
  for (const teacher of known) {
    const name = foldTeacher(teacher);
    const id = ids.get(name);
    ids.set(name, !ids.has(name) || id === teacher.id ? teacher.id : undefined);
  }
  const resolved = new Map<string, string>();
  for (const teacher of page.teachers) {
    const id = isNamedOnly(teacher.id) ? ids.get(foldTeacher(teacher)) : undefined;
    if (id !== undefined) resolved.set(teacher.id, id);
  }
  return {
    ...page,
    teachers: page.teachers.filter(({ id }) => !resolved.has(id)),
    sections: page.sections.map((section) => ({
      ...section,
      teacherIds: section.teacherIds.map((id) => resolved.get(id) ?? id),
    })),
  };
};
