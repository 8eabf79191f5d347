import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { type Day, daysOf } from "./intervals.ts";
import { itemsOf } from "./references.ts";
import type { CheckContext } from "./rule.ts";

/** First day and (exclusive) end of a class's terms together. */
export type Term = { start: Day; end: Day };

/** The terms in each value of classes.termSourcedIds, by its code; undefined when unknown, and empty without the files. */
export const readTerms = (context: CheckContext): (Term | undefined)[] => {
  const terms = columnOf(context.files.get("classes"), "termSourcedIds");
  const termOf = termReader(context);
  if (termOf === undefined || terms === undefined) return [];
  return Array.from({ length: terms.size }, (_, code) => termOf(terms, code));
};

/** How to read a cell that lists sessions. */
const termReader = (
  context: CheckContext,
): ((terms: Column, code: number) => Term | undefined) | undefined => {
  const sessions = context.files.get("academicSessions");
  const session = columnOf(sessions, "sourcedId");
  const start = columnOf(sessions, "startDate");
  const end = columnOf(sessions, "endDate");
  if (session === undefined || start === undefined || end === undefined) return undefined;
  const starts = daysOf(start);
  const ends = daysOf(end);
  return (terms, code) => {
    const rows = itemsOf(terms.valueOf(code), true).map((item) => session.codeOf(item));
    // Of a session listed twice nobody knows which dates count.
    if (rows.length === 0 || rows.some((found) => found < 0 || (session.counts[found] as number) > 1))
      return undefined;
    const days = rows.map((found) => {
      const row = session.firstRow[found] as number;
      return { start: starts[start.codes[row] as number] ?? 0, end: ends[end.codes[row] as number] ?? 0 };
    });
    // Nor of one that runs backwards, which has a finding of its own.
    if (days.some(({ start, end }) => start === 0 || start >= end)) return undefined;
    return { start: Math.min(...days.map((one) => one.start)), end: Math.max(...days.map((one) => one.end)) };
  };
};
