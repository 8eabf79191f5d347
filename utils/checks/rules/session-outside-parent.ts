import { columnOf, placesOf } from "../columns.ts";
import { writeDay } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";
import { readSessions } from "../sessions.ts";

/** Academic sessions that begin before their parent or end after it. */
export const rule: Rule = {
  id: "session-outside-parent",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster CSV tables, academicSessions.parentSourcedId: a session is part of its parent",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, { academicSessions: ["sourcedId", "parentSourcedId", "startDate", "endDate"] }),
  *check(context) {
    const sessions = readSessions(context);
    if (sessions === undefined) return;
    const { file, id, up, start, end } = sessions;
    const wrong: number[] = [];
    for (let code = 0; code < up.length; code++) {
      const above = up[code] as number;
      if (above < 0) continue;
      const days = [start(code), end(code), start(above), end(above)] as const;
      const [from, until, first, last] = days;
      // Days that are missing or run backwards have findings of their own.
      if (days.includes(0) || from >= until || first >= last) continue;
      if (from < first || until > last) wrong.push(code);
    }
    const [example] = wrong;
    if (example === undefined) return;
    const daysOf = (code: number) => `${writeDay(start(code))} to ${writeDay(end(code))}`;
    yield {
      count: wrong.length,
      args: { file: file.table.file.name, column: columnOf(file, "parentSourcedId")?.name ?? "" },
      places: placesOf(file, id, wrong, (code) => {
        const above = up[code] as number;
        return `${id.valueOf(above)}, ${daysOf(above)}`;
      }),
    };
  },
};
