import { columnOf, placeAt } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { termOfClass } from "../enrollment-lookups.ts";
import { spanOf, writeDay } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import type { Rule } from "../rule.ts";

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
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
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
    const facts = enrollmentFacts(context);
    if (facts === undefined) return;
    const { file, backwards, outside } = facts;
    const begin = columnOf(file, "beginDate");
    const end = columnOf(file, "endDate");
    const klass = columnOf(file, "classSourcedId");
    const span = spanOf(begin, end);
    const [first] = outside.first;
    yield {
      count: backwards.count,
      args: { file: file.table.file.name, problem: "backwards" },
      outcome: "fault",
      places: (function* () {
        for (const row of backwards.first)
          yield placeAt(file, row, end, begin?.valueOf(begin.codes[row] as number));
      })(),
    };
    yield {
      count: outside.count,
      args: {
        file: file.table.file.name,
        problem: "outside",
        example: first === undefined ? "" : `${writeDay(span.begin(first))} to ${writeDay(span.end(first))}`,
      },
      consequence: "none",
      places: (function* () {
        for (const row of outside.first) {
          const code = klass?.codes[row] as number;
          const { start, end: until } = termOfClass(facts.lookups, code);
          const from = span.begin(row);
          const early = from !== 0 && (from < start || from >= until);
          yield placeAt(file, row, early ? begin : end, `${writeDay(start)} to ${writeDay(until)}`);
        }
      })(),
    };
  },
};
