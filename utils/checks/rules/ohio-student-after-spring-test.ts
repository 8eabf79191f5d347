import type { NotCheckedReason } from "../../findings/finding.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { daysOf } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { groupRows } from "../rows-by-code.ts";
import type { CheckContext, Rule } from "../rule.ts";

const needTest = ({ settings }: CheckContext): NotCheckedReason | undefined =>
  settings.springTest === undefined ? { kind: "not-configured", setting: "check.springTest" } : undefined;

/**
 * Students who came after the spring administration and do not belong on any roster. Told by their first day in any class
 * of the file: somebody who only changed class was there before. Counted are students.
 */
export const rule: Rule = {
  id: "ohio-student-after-spring-test",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "school",
  source:
    "Ohio Department of Education, 2018 Roster Verification Guidelines, Missing Students in Class Roster",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needColumns(context, { enrollments: ["ssid", "entry_date"] }) ?? needTest(context),
  *check(context) {
    const file = context.files.get("enrollments");
    const student = columnOf(file, "ssid");
    const entry = columnOf(file, "entry_date");
    const { springTest } = context.settings;
    if (file === undefined || student === undefined || entry === undefined || springTest === undefined)
      return;
    const test = Number(springTest.replaceAll("-", ""));
    const days = daysOf(entry);
    const { rowsOf } = groupRows(student, file.table.rows);
    const rows: number[] = [];
    for (let code = 0; code < student.size; code++) {
      const mine = rowsOf(code);
      const isLate = (row: number) => (days[entry.codes[row] as number] as number) > test;
      if (student.valueOf(code).trim() !== "" && mine.every(isLate)) rows.push(mine[0] as number);
    }
    rows.sort((a, b) => a - b);
    yield {
      count: rows.length,
      args: { file: file.table.file.name, date: springTest },
      places: placesOfRows(file, rows, entry, (row) => student.valueOf(student.codes[row] as number)),
    };
  },
};
