import { monthsOf } from "../../roster/school-months.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { needClaims, readClaims } from "../ohio-claims.ts";
import { makeCounts, needCalendar, needDays, staysOf } from "../ohio-stays.ts";
import { joinCodes } from "../references.ts";
import { groupRows } from "../rows-by-code.ts";
import type { Rule } from "../rule.ts";

/**
 * Claims of a month of which the teacher taught half of its instructional days or fewer: who came after the year began, left
 * before it ended, or was on leave in between (two rows of staff.csv).
 */
export const rule: Rule = {
  id: "ohio-claim-outside-teacher-months",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "school",
  source:
    "Ohio Department of Education, 2018 Roster Verification Guidelines, Teachers assigned after the school year has started",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) =>
    needClaims(context) ??
    needColumns(context, { staff: ["educator_state_id"] }) ??
    needDays(context, "staff", "start_date", "end_date") ??
    needCalendar(context),
  *check(context) {
    const claims = readClaims(context);
    const staff = context.files.get("staff");
    const id = columnOf(staff, "educator_state_id");
    const calendar = context.settings.calendar && monthsOf(context.settings.calendar);
    if (claims === undefined || staff === undefined || id === undefined || calendar === undefined) return;
    const { file, educator, month, isClaim } = claims;
    const person = joinCodes(educator, id);
    const { rowsOf } = groupRows(id, staff.table.rows);
    const stayOf = staysOf(staff, "start_date", "end_date");
    const counts = makeCounts(calendar, month);
    // One answer a teacher and month, whatever the number of students.
    const answers = new Map<number, boolean>();
    const isOutside = (row: number): boolean => {
      const who = person[educator.codes[row] as number] as number;
      if (who < 0) return false;
      const inMonth = month.codes[row] as number;
      const key = who * month.size + inMonth;
      const known = answers.get(key) ?? !counts(inMonth, Array.from(rowsOf(who), stayOf));
      answers.set(key, known);
      return known;
    };
    const rows: number[] = [];
    for (let row = 0; row < file.table.rows; row++) if (isClaim(row) && isOutside(row)) rows.push(row);
    yield {
      count: rows.length,
      args: { file: file.table.file.name, target: staff.table.file.name },
      places: placesOfRows(file, rows, month, (row) => educator.valueOf(educator.codes[row] as number)),
    };
  },
};
