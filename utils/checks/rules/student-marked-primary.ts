import { columnOf, countRows, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { student } from "../enrollment-lookups.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** Enrollments of students that are marked as primary, which is said of teachers only. */
export const rule: Rule = {
  id: "student-marked-primary",
  outcome: "note",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster CSV tables, enrollments.primary: applicable to teachers only",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) => needColumns(context, { enrollments: ["role", "primary"] }),
  *check(context) {
    const facts = enrollmentFacts(context);
    const role = columnOf(facts?.file, "role");
    const primary = columnOf(facts?.file, "primary");
    if (facts === undefined || role === undefined || primary === undefined) return;
    const { file, lookups } = facts;
    const marked = Array.from({ length: primary.size }, (_, code) => code).filter(
      (code) => lookups.primary[code] === 1,
    );
    // All that are marked are teachers, as a rule: then no row has to be read.
    if (countRows(primary, marked) === facts.primaries) return;
    const status = columnOf(file, "status");
    const rows: number[] = [];
    for (let row = 0; row < file.table.rows; row++) {
      if (lookups.primary[primary.codes[row] as number] === 0) continue;
      if (lookups.kind[role.codes[row] as number] !== student) continue;
      if (lookups.gone[status?.codes[row] ?? 0] === 0) rows.push(row);
    }
    yield {
      count: rows.length,
      args: { file: file.table.file.name, column: primary.name },
      places: placesOfRows(file, rows, primary),
    };
  },
};
