import { blankCodes, columnOf, countRows, placesOf } from "../columns.ts";
import { needColumns } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** People of staff.csv without an Ohio Educator State ID, who cannot verify a roster. */
export const rule: Rule = {
  id: "ohio-educator-without-state-id",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Educator State ID Usage",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needColumns(context, { staff: ["educator_state_id"] }),
  *check(context) {
    const file = context.files.get("staff");
    const id = columnOf(file, "educator_state_id");
    if (file === undefined || id === undefined) return;
    const codes = blankCodes(id);
    yield {
      count: countRows(id, codes),
      args: { file: file.table.file.name, column: id.name },
      places: placesOf(file, id, codes),
    };
  },
};
