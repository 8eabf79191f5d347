import type { Roster } from "../roster/roster.ts";
import type { Caseload } from "./caseload-files.ts";
import { fold } from "./find-user.ts";

/** The caseload that the files give a user beside the one on screen: student ids, ascending. */
export type ScreenComparison = {
  both: readonly string[];
  /** By no link of the files: a manual assignment (Point Person, Support Lead) keeps them, or files newer than the screen. */
  onlyOnScreen: readonly string[];
  /** Not seen is not missing: viewers and editors of a caseload see only a part, and a list may go on. */
  notSeen: readonly string[];
};

/** Compares a user's derived caseload with the students of a page; ids compare without case and outer blanks. */
export const compareWithScreen = (caseload: Caseload, screen: Roster): ScreenComparison => {
  const seen = new Set(screen.students.map(({ id }) => fold(id)).filter((id) => id !== ""));
  const derived = new Set(caseload.students.map(({ studentId }) => studentId));
  return {
    both: [...derived].filter((id) => seen.has(id)).sort(),
    onlyOnScreen: [...seen].filter((id) => !derived.has(id)).sort(),
    notSeen: [...derived].filter((id) => !seen.has(id)).sort(),
  };
};
