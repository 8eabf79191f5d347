import { placeAt } from "../columns.ts";
import { findClashes, spanOf } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { homeroomPlacements } from "../placements.ts";
import type { CheckContext, Rule } from "../rule.ts";

const wanted = {
  classes: ["sourcedId", "classType"],
  enrollments: ["classSourcedId", "userSourcedId", "role"],
};

/**
 * Students in two different homerooms on the same day. The same homeroom twice (once a semester) is not two, and neither
 * is a move: one ends before the other begins. Counted are students, whatever the order of the rows.
 */
export const rule: Rule = {
  id: "student-in-two-homerooms",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "registrar",
  source: "CLI Engage, What are the requirements for Automated Rostering (pages/141230089)",
  certain: true,
  // The others do not say which section is a homeroom.
  formats: ["cli-engage", "cli-engage-workbook", "oneroster-1.1", "oneroster-1.2"],
  needs: (context: CheckContext) =>
    needColumns(
      context,
      context.format.id === "cli-engage-workbook"
        ? { roster: ["Student_Internal_ID", "Class_Internal_ID"] }
        : wanted,
    ),
  *check(context) {
    const placements = homeroomPlacements(context);
    if (placements === undefined) return;
    const { file, student, klass, begin, end, isPlacement, several } = placements;
    const clashes = findClashes(file.table.rows, several, isPlacement, student, klass, spanOf(begin, end));
    yield {
      count: clashes.length,
      args: { file: file.table.file.name, column: student.name },
      places: clashes.map(({ row, other }) => {
        const text = (at: number) => klass.valueOf(klass.codes[at] as number);
        return placeAt(file, row, student, `${text(other)}, ${text(row)}`);
      }),
    };
  },
};
