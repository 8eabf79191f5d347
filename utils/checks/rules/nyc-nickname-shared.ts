import { placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { readNicknames } from "../nyc-nicknames.ts";
import { readNycFiles, textAt } from "../nyc-schools.ts";
import type { Rule } from "../rule.ts";

/** Nicknames that two people of one school have: courses cannot be told apart. Counted are nicknames, once a school. */
export const rule: Rule = {
  id: "nyc-nickname-shared",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) => needColumns(context, { pedagogues: ["SchoolDBN", "TeacherNickname", "EISNumber"] }),
  *check(context) {
    const { pedagogues } = readNycFiles(context);
    if (pedagogues === undefined) return;
    const nickname = pedagogues.column("TeacherNickname");
    const shared = [...readNicknames(context).values()].filter(({ eis }) => eis.size > 1);
    const rows = shared.flatMap((one) => one.rows).sort((a, b) => a - b);
    yield {
      count: shared.length,
      args: {
        file: pedagogues.file.table.file.name,
        people: shared.reduce((sum, { eis }) => sum + eis.size, 0),
        example: rows.map((row) => textAt(nickname, row)).sort()[0] ?? "",
      },
      places: placesOfRows(pedagogues.file, rows, nickname, (row) =>
        textAt(pedagogues.column("SchoolDBN"), row),
      ),
    };
  },
};
