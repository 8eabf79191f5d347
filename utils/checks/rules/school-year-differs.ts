import { columnOf, placesOfRows } from "../columns.ts";
import { isAmong, isDeleted } from "../enrollments.ts";
import { type Day, open, spanOf } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Raised, Rule } from "../rule.ts";

const yearOf = (day: Day): number => Math.floor(day / 10000);

/** The year of the last day that counts: an end on January 1 is the year before. */
const lastYear = (end: Day): number => (end % 10000 === 101 ? yearOf(end) - 1 : yearOf(end));

/**
 * schoolYear is the year in which the school year ends. A term of its own dates may lie in the year before, so it is wrong
 * only when it is neither a year of the session nor the one after; a whole school year names exactly the year it ends in.
 */
export const rule: Rule = {
  id: "school-year-differs",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source:
    "IMS OneRoster CSV tables, academicSessions.schoolYear: the year in which the school year ends (2027 for 2026-2027)",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) => needColumns(context, { academicSessions: ["startDate", "endDate", "schoolYear"] }),
  *check(context) {
    const file = context.files.get("academicSessions");
    const year = columnOf(file, "schoolYear");
    if (file === undefined || year === undefined) return;
    const span = spanOf(columnOf(file, "startDate"), columnOf(file, "endDate"));
    const gone = isDeleted(file);
    const isYear = isAmong(columnOf(file, "type"), "schoolYear");
    const begins: number[] = [];
    const outside: number[] = [];
    for (let row = 0; row < file.table.rows; row++) {
      const text = year.valueOf(year.codes[row] as number).trim();
      const [start, end] = [span.begin(row), span.end(row)];
      if (!/^\d{4}$/.test(text) || start === 0 || end < start || end === open || gone(row)) continue;
      const [first, last] = [yearOf(start), lastYear(end)];
      const value = Number(text);
      if (value < first || value > last + 1) outside.push(row);
      else if (isYear(row) && value === first && last === first + 1) begins.push(row);
    }
    const raise = (rows: readonly number[], problem: string): Raised => ({
      count: rows.length,
      args: {
        file: file.table.file.name,
        column: year.name,
        problem,
        example: rows[0] === undefined ? "" : year.valueOf(year.codes[rows[0]] as number),
      },
      places: placesOfRows(file, rows, year),
    });
    yield raise(outside, "outside");
    // Some countries count so, and many an export does.
    yield { ...raise(begins, "begins"), outcome: "note" };
  },
};
