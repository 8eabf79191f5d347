import { columnOf, placeAt } from "../columns.ts";
import { type Day, daysOf, open, type Span, spanOf, writeDay } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { itemsOf, joinCodes } from "../references.ts";
import type { CheckContext, Rule } from "../rule.ts";

type Term = { start: Day; end: Day };

/** First day and (exclusive) end of each class's terms together, by code of classes.sourcedId; undefined when unknown. */
const termsOfClasses = (context: CheckContext): (Term | undefined)[] => {
  const sessions = context.files.get("academicSessions");
  const classes = context.files.get("classes");
  const session = columnOf(sessions, "sourcedId");
  const start = columnOf(sessions, "startDate");
  const end = columnOf(sessions, "endDate");
  const id = columnOf(classes, "sourcedId");
  const term = columnOf(classes, "termSourcedIds");
  if (session === undefined || start === undefined || end === undefined) return [];
  if (id === undefined || term === undefined || classes === undefined) return [];
  const starts = daysOf(start);
  const ends = daysOf(end);
  const termOf = (code: number): Term | undefined => {
    const rows = itemsOf(term.valueOf(code), true).map((item) => session.codeOf(item));
    // Of a session listed twice nobody knows which dates count.
    if (rows.length === 0 || rows.some((found) => found < 0 || (session.counts[found] as number) > 1))
      return undefined;
    const days = rows.map((found) => {
      const row = session.firstRow[found] as number;
      return { start: starts[start.codes[row] as number] ?? 0, end: ends[end.codes[row] as number] ?? 0 };
    });
    if (days.some((one) => one.start === 0 || one.end === 0)) return undefined;
    return { start: Math.min(...days.map((one) => one.start)), end: Math.max(...days.map((one) => one.end)) };
  };
  const terms = Array.from({ length: term.size }, (_, code) => termOf(code));
  return Array.from({ length: id.size }, (_, code) =>
    (id.counts[code] as number) > 1 ? undefined : terms[term.codes[id.firstRow[code] as number] as number],
  );
};

const isEarly = (from: Day, term: Term): boolean => from !== 0 && (from < term.start || from >= term.end);

const findOutOfDates = (rows: number, span: Span, termAt: (row: number) => Term | undefined) => {
  const backwards: number[] = [];
  const outside: number[] = [];
  for (let row = 0; row < rows; row++) {
    const from = span.begin(row);
    const to = span.end(row);
    if (from > to) {
      backwards.push(row);
      continue;
    }
    const term = termAt(row);
    if (term !== undefined && (isEarly(from, term) || (to !== open && to > term.end))) outside.push(row);
  }
  return { backwards, outside };
};

/**
 * Enrollments that end before they begin, and enrollments outside the terms of their class. Ends are exclusive: the first
 * day that no longer counts, in enrollments as in academic sessions.
 */
export const rule: Rule = {
  id: "enrollment-out-of-its-dates",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "registrar",
  source:
    "IMS OneRoster 1.1 CSV tables, enrollments.beginDate and endDate, academicSessions.startDate and endDate",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  needs: (context) => needColumns(context, { enrollments: ["beginDate", "endDate"] }),
  partly: (context) => {
    const unmet = needColumns(context, {
      academicSessions: ["sourcedId", "startDate", "endDate"],
      classes: ["sourcedId", "termSourcedIds"],
      enrollments: ["classSourcedId"],
    });
    return unmet === undefined ? [] : [unmet];
  },
  *check(context) {
    const file = context.files.get("enrollments");
    const begin = columnOf(file, "beginDate");
    const end = columnOf(file, "endDate");
    const klass = columnOf(file, "classSourcedId");
    if (file === undefined) return;
    const terms = termsOfClasses(context);
    const classId = columnOf(context.files.get("classes"), "sourcedId");
    const classOf = klass === undefined || classId === undefined ? undefined : joinCodes(klass, classId);
    const span = spanOf(begin, end);
    const termAt = (row: number): Term | undefined =>
      classOf === undefined || klass === undefined
        ? undefined
        : terms[classOf[klass.codes[row] as number] as number];
    const { backwards, outside } = findOutOfDates(file.table.rows, span, termAt);
    const write = (row: number) => `${writeDay(span.begin(row))} to ${writeDay(span.end(row))}`;
    yield {
      count: backwards.length,
      args: { file: file.table.file.name, problem: "backwards" },
      outcome: "fault",
      places: backwards.map((row) => placeAt(file, row, end, begin?.valueOf(begin.codes[row] as number))),
    };
    yield {
      count: outside.length,
      args: {
        file: file.table.file.name,
        problem: "outside",
        example: outside[0] === undefined ? "" : write(outside[0]),
      },
      consequence: "none",
      places: (function* () {
        for (const row of outside) {
          const term = termAt(row);
          const related = term === undefined ? undefined : `${writeDay(term.start)} to ${writeDay(term.end)}`;
          const early = term !== undefined && isEarly(span.begin(row), term);
          yield placeAt(file, row, early ? begin : end, related);
        }
      })(),
    };
  },
};
