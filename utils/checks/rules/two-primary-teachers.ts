import { columnOf, placeAt } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { isAmong, isDeleted } from "../enrollments.ts";
import { findClashes, spanOf } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Classes with two different primary teachers on the same day; one a semester is fine. Counted are classes. */
export const rule: Rule = {
  id: "two-primary-teachers",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source: "IMS OneRoster 1.1 CSV tables, enrollments.primary: true for one teacher of a class",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) =>
    needColumns(context, { enrollments: ["classSourcedId", "userSourcedId", "role", "primary"] }),
  *check(context) {
    const facts = enrollmentFacts(context);
    const file = facts?.file;
    const klass = columnOf(file, "classSourcedId");
    const user = columnOf(file, "userSourcedId");
    if (facts === undefined || file === undefined || klass === undefined || user === undefined) return;
    const isTeacher = isAmong(columnOf(file, "role"), "teacher");
    const isPrimary = isAmong(columnOf(file, "primary"), "true", "TRUE", "True", "1");
    const gone = isDeleted(file);
    const include = (row: number) => isTeacher(row) && isPrimary(row) && !gone(row);
    const span = spanOf(columnOf(file, "beginDate"), columnOf(file, "endDate"));
    const clashes = findClashes(file.table.rows, facts.twoPrimaries, include, klass, user, span);
    yield {
      count: clashes.length,
      args: { file: file.table.file.name },
      places: clashes.map(({ row, other }) => {
        const text = (at: number) => user.valueOf(user.codes[at] as number);
        return placeAt(file, row, klass, `${text(other)}, ${text(row)}`);
      }),
    };
  },
};
