import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { isOutside } from "../enrollment-pass.ts";
import { spanOf, writeDay } from "../intervals.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext } from "../rule.ts";
import { bulk, type Cause, type FoundCause, type Open } from "./cause.ts";

/** More terms than this are no term's dates. */
const few = 5;
/** So many rows of a term must lie outside it before the term is what is wrong, and not its rows. */
const most = 0.8;

/** By code of classes.termSourcedIds: the enrollments of its classes, and those outside the term's dates. */
const countByTerm = (context: CheckContext) => {
  const facts = enrollmentFacts(context);
  const classes = context.files.get("classes");
  const terms = columnOf(classes, "termSourcedIds");
  const key = columnOf(classes, "sourcedId");
  const referring = columnOf(facts?.file, "classSourcedId");
  if (facts === undefined || terms === undefined || key === undefined || referring === undefined)
    return undefined;
  const { termStart, termEnd } = facts.lookups;
  const span = spanOf(columnOf(facts.file, "beginDate"), columnOf(facts.file, "endDate"));
  const termOf = joinCodes(referring, key).map((found) =>
    found < 0 ? -1 : (terms.codes[key.firstRow[found] as number] as number),
  );
  const all = new Uint32Array(terms.size);
  const outside = new Uint32Array(terms.size);
  const dates = new Map<number, { start: string; until: string }>();
  for (let row = 0; row < facts.file.table.rows; row++) {
    const klass = referring.codes[row] as number;
    const term = termOf[klass] as number;
    if (term < 0) continue;
    (all[term] as number)++;
    const [begin, end] = [span.begin(row), span.end(row)];
    const [start, until] = [termStart[klass] as number, termEnd[klass] as number];
    if (begin > end || !isOutside(begin, end, start, until)) continue;
    (outside[term] as number)++;
    if (!dates.has(term)) dates.set(term, { start: writeDay(start), until: writeDay(until) });
  }
  return { facts, terms, all, outside, dates };
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
  if (counted === undefined) return undefined;
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
