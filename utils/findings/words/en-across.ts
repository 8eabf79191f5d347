import { isOrAre, many, quote, rowsHave } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: what the files of a roster have to be to each other. */

export const acrossEn = {
  "parent-cycle": {
    title: "Parents that lead back to themselves",
    what: ({ count, file, example }) =>
      `${many(count, "row")} of ${file} ${isOrAre(count)} above and below themselves when parentSourcedId is followed, such as ${quote(example)}.`,
    why: "The receiver cannot place them, and may never finish trying.",
    fix: "Correct parentSourcedId; the highest of them has none.",
  },
  "parent-not-wider": {
    title: "Parents of a narrower type",
    what: ({ count, file, example, type, parentType }) =>
      `${rowsHave(count, file)} a parent that is narrower than itself: ${quote(example)} is a ${type} under a ${parentType}.`,
    why: "The receiver builds its tree from this, and drops the link or shows the wrong one on top.",
    fix: "Correct parentSourcedId, or the type of one of the two.",
  },
  "school-year-differs": {
    title: "School year that does not fit the dates",
    what: ({ count, file, problem, example }) =>
      problem === "begins"
        ? `${rowsHave(count, file)} the year in which the school year begins (${example}) instead of the one in which it ends.`
        : `${rowsHave(count, file)} a schoolYear that does not fit the dates, such as ${quote(example)}.`,
    why: "The receiver files classes under another year, where nobody looks for them.",
    fix: "Give the year in which the school year ends: 2027 for 2026-2027.",
  },
  "session-backwards": {
    title: "Sessions that end before they start",
    what: ({ count, file }) =>
      `${many(count, "session")} of ${file} ${count === 1 ? "ends" : "end"} before or on the day of ${count === 1 ? "its" : "their"} start.`,
    why: "Such a session has no day, so its classes are never in session.",
    fix: "Correct the dates. The end date is the first day that no longer counts.",
  },
  "session-of-wrong-type": {
    title: "Sessions of a type that does not fit",
    what: ({ count, file, column, example, type, expected }) =>
      `${rowsHave(count, file)} a ${column} such as ${quote(example)}, which is a ${type} and not a ${expected}.`,
    why: "The receiver drops the link, or opens the class for the wrong time.",
    fix: "Name a session of the type that belongs there, or correct its type in academicSessions.csv.",
  },
  "session-outside-parent": {
    title: "Sessions outside their parent's dates",
    what: ({ count, file }) =>
      `${many(count, "session")} of ${file} ${count === 1 ? "begins" : "begin"} before the parent session or ${count === 1 ? "ends" : "end"} after it.`,
    why: "Classes may stay closed on the days that the parent does not cover.",
    fix: "Correct the dates of the session or of its parent.",
  },
} as const satisfies Record<string, RuleWords>;
