import type { Edit, PageRoster, SentCarried } from "../messages/contracts.ts";

/** Edits under way, each with the roster from before it, as one thing to be sent to the page that comes next. */

type UnderWay = { edit: Edit; isMove: boolean; isSaved?: boolean; before: readonly PageRoster[] };

/** Caps of the contract (utils/messages/contracts.ts). */
const mostEdits = 200;
const mostRosters = 20;

/**
 * Of a student whom nothing is about only the id goes along, and not even that where nobody is to come or to go: who is
 * in a class is asked of moves alone.
 */
const packRoster = (roster: PageRoster, about: ReadonlySet<string>, isMoved: boolean) => {
  const students = roster.students.flatMap((student) => {
    // Who has no id is known by the name.
    if (student.id.trim() === "" || about.has(student.id.trim())) return [student];
    return isMoved ? [{ id: student.id, fields: {}, sectionIds: student.sectionIds }] : [];
  });
  // Thousands of small records cost the page's thread ten times as much as their text.
  return { ...roster, students: JSON.stringify(students) };
};

export const packEdits = (underWay: readonly UnderWay[]): SentCarried => {
  const some = underWay.slice(0, mostEdits);
  const about = new Set(some.map(({ edit }) => edit.studentId.trim()).filter((id) => id !== ""));
  const isMoved = new Map<PageRoster, boolean>();
  const sections = new Map<string, PageRoster>();
  for (const { before, isMove } of some) {
    for (const roster of before) {
      const section = roster.sections[0]?.id ?? "";
      const kept = sections.get(section) ?? roster;
      sections.set(section, kept);
      isMoved.set(kept, isMove || isMoved.get(kept) === true);
    }
  }
  return {
    edits: some.map(({ before: _, ...each }) => each),
    before: [...isMoved].slice(0, mostRosters).map(([roster, isMove]) => packRoster(roster, about, isMove)),
  };
};

/** The roster of this class among these. */
export const rosterOf = ({ sectionId }: Edit, rosters: readonly PageRoster[]): PageRoster | undefined =>
  rosters.find(({ sections }) => sections.some(({ id }) => id === sectionId));

/** The rosters from before a move: of its class, or any where a control beside the rosters may be about any of them. */
export const rostersBefore = (edit: Edit, rosters: readonly PageRoster[]): readonly PageRoster[] => {
  if (edit.studentId === "") return rosters;
  const own = rosterOf(edit, rosters);
  return own ? [own] : [];
};
