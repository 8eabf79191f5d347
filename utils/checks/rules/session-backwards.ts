import { columnOf, placesOfRows } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { spanOf } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** Academic sessions that end before they start, or on the day they start, which is the first that no longer counts. */
export const rule: Rule = {
  id: "session-backwards",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster CSV tables, academicSessions: startDate is inclusive, endDate exclusive",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) => needColumns(context, { academicSessions: ["startDate", "endDate"] }),
  *check(context) {
    const file = context.files.get("academicSessions");
    const start = columnOf(file, "startDate");
    const end = columnOf(file, "endDate");
    if (file === undefined || start === undefined || end === undefined) return;
    const span = spanOf(start, end);
    const gone = isDeleted(file);
    const rows: number[] = [];
    for (let row = 0; row < file.table.rows; row++) {
      const from = span.begin(row);
      if (from > 0 && from >= span.end(row) && !gone(row)) rows.push(row);
    }
    yield {
      count: rows.length,
      args: { file: file.table.file.name, column: "endDate" },
      places: placesOfRows(file, rows, end, (row) => start.valueOf(start.codes[row] as number)),
    };
  },
};
