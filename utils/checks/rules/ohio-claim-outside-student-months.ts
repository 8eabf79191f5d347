import { monthsOf } from "../../roster/school-months.ts";
import { placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { needClaims, readClaims } from "../ohio-claims.ts";
import { readMembers } from "../ohio-members.ts";
import { makeCounts, needCalendar, needDays, staysOf } from "../ohio-stays.ts";
import type { Rule } from "../rule.ts";

/**
 * Claims of a month of which the student was in the class for half of its instructional days or fewer. A student who is
 * in the class several times counts with all those days; one without any date was there all year.
 */
export const rule: Rule = {
  id: "ohio-claim-outside-student-months",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Enrollment",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) =>
    needClaims(context) ??
    needColumns(context, { enrollments: ["class_id", "ssid"] }) ??
    needDays(context, "enrollments", "entry_date", "exit_date") ??
    needCalendar(context),
  *check(context) {
    const claims = readClaims(context);
    const members = claims && readMembers(context, claims);
    const calendar = context.settings.calendar && monthsOf(context.settings.calendar);
    if (claims === undefined || members === undefined || calendar === undefined) return;
    const { file, month, isClaim } = claims;
    const stayOf = staysOf(members.file, "entry_date", "exit_date");
    const counts = makeCounts(calendar, month);
    const rows: number[] = [];
    for (let row = 0; row < file.table.rows; row++) {
      if (!isClaim(row)) continue;
      const stays = members.rowsOf(row).map(stayOf);
      if (stays.length > 0 && !counts(month.codes[row] as number, stays)) rows.push(row);
    }
    yield {
      count: rows.length,
      args: { file: file.table.file.name, target: members.file.table.file.name },
      places: placesOfRows(file, rows, month),
    };
  },
};
