import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { type EnrollmentFacts, enrollmentFacts } from "../enrollment-facts.ts";
import { termOfClass } from "../enrollment-lookups.ts";
import { isOutside } from "../enrollment-pass.ts";
import { spanOf, writeDay } from "../intervals.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext } from "../rule.ts";
import { bulk, type Cause, type FoundCause, type Open } from "./cause.ts";

/** More terms than this are no term's dates. */
const few = 5;
/** So many rows of a term must lie outside it before the term is what is wrong, and not its rows. */
const most = 0.8;

type ByTerm = {
  facts: EnrollmentFacts;
  terms: Column;
  /** By class of the enrollments: the code of its terms, or -1. */
  termOf: Int32Array;
  /** By code of classes.termSourcedIds: the enrollments of its classes, and those outside the term's dates. */
  all: Uint32Array;
  outside: Uint32Array;
  /** The dates of the terms with any outside, in the order of the rows. */
  dates: Map<number, { start: string; until: string }>;
};

/** How many enrollments each term has, and of the rows known to be outside how many are each term's. */
const countByTerm = (context: CheckContext): ByTerm | undefined => {
  const facts = enrollmentFacts(context);
  const classes = context.files.get("classes");
  const terms = columnOf(classes, "termSourcedIds");
  const key = columnOf(classes, "sourcedId");
  const referring = columnOf(facts?.file, "classSourcedId");
  if (facts === undefined || terms === undefined || key === undefined || referring === undefined)
    return undefined;
  const termOf = joinCodes(referring, key).map((found) =>
    found < 0 ? -1 : (terms.codes[key.firstRow[found] as number] as number),
  );
  const all = new Uint32Array(terms.size);
  for (let klass = 0; klass < termOf.length; klass++) {
    const term = termOf[klass] as number;
    if (term >= 0) all[term] = (all[term] as number) + (referring.counts[klass] as number);
  }
  const counted = { facts, terms, termOf, all, outside: new Uint32Array(terms.size), dates: new Map() };
  for (const row of facts.outside.first) addOutside(counted, referring.codes[row] as number);
  return counted;
};

const addOutside = ({ facts, termOf, outside, dates }: ByTerm, klass: number): void => {
  const term = termOf[klass] as number;
  if (term < 0) return;
  outside[term] = (outside[term] as number) + 1;
  if (dates.has(term)) return;
  const { start, end } = termOfClass(facts.lookups, klass);
  dates.set(term, { start: writeDay(start), until: writeDay(end) });
};

/** Whether the terms of the rows that are known can have most of their rows outside at all. */
const mayBeTerms = ({ facts, all, dates }: ByTerm): boolean => {
  let rows = 0;
  for (const term of dates.keys()) rows += all[term] as number;
  return facts.outside.count >= rows * most;
};

/** Counts the rows outside anew where only the first of them are known. */
const countOutside = (counted: ByTerm): void => {
  const { facts, outside, dates, termOf } = counted;
  const { file, lookups } = facts;
  if (facts.outside.first.length === facts.outside.count) return;
  const referring = columnOf(file, "classSourcedId");
  if (referring === undefined) return;
  const span = spanOf(columnOf(file, "beginDate"), columnOf(file, "endDate"));
  outside.fill(0);
  dates.clear();
  for (let row = 0; row < file.table.rows; row++) {
    const klass = referring.codes[row] as number;
    if ((termOf[klass] as number) < 0) continue;
    const [begin, end] = [span.begin(row), span.end(row)];
    if (begin > end) continue;
    const term = termOfClass(lookups, klass);
    if (isOutside(begin, end, term.start, term.end)) addOutside(counted, klass);
  }
};

/** Enrollments that lie outside their dates all belong to one term, or a few, of which hardly a row fits: a term of another year. */
export const cause: Cause = {
  id: "term-out-of-date",
  *explain(context, open) {
    for (const one of open) {
      const { rule, raised } = one;
      if (rule !== "enrollment-out-of-its-dates" || raised.args.problem !== "outside" || raised.count < bulk)
        continue;
      const found = prove(context, one);
      if (found !== undefined) yield found;
    }
  },
};

const prove = (context: CheckContext, open: Open): FoundCause | undefined => {
  const counted = countByTerm(context);
  // The rows are read again only where it can be a term.
  if (counted === undefined || !mayBeTerms(counted)) return undefined;
  countOutside(counted);
  const { facts, terms, all, outside, dates } = counted;
  const wrong = [...dates.keys()].sort((a, b) => (outside[b] as number) - (outside[a] as number));
  const sum = (of: Uint32Array) => wrong.reduce((rows, term) => rows + (of[term] as number), 0);
  // The finding cannot be taken apart: it is explained as a whole or not at all.
  const isAll = sum(outside) === open.raised.count;
  const isTerm = wrong.every((term) => (outside[term] as number) >= (all[term] as number) * most);
  const [worst] = wrong;
  if (worst === undefined || wrong.length > few || !isAll || !isTerm) return undefined;
  return {
    args: {
      file: String(open.raised.args.file ?? ""),
      target: context.files.get("academicSessions")?.table.file.name ?? "academicSessions.csv",
      rows: open.raised.count,
      of: sum(all),
      terms: wrong.length,
      ids: wrong.map((term) => terms.valueOf(term)).join(", "),
      start: dates.get(worst)?.start ?? "",
      until: dates.get(worst)?.until ?? "",
      example: String(open.raised.args.example ?? ""),
    },
    repairable: false,
    explained: [{ open }],
    places: placesOfRows(facts.file, facts.outside.first, columnOf(facts.file, "beginDate")),
  };
};
