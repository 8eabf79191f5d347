import { isBlank, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { readNycFiles } from "../nyc-schools.ts";
import type { Rule } from "../rule.ts";

/** People of the pedagogue file with an EIS number and no e-mail address on any of their rows. Counted are people. */
export const rule: Rule = {
  id: "nyc-eis-without-email",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) => needColumns(context, { pedagogues: ["EISNumber", "Email"] }),
  *check(context) {
    const { pedagogues } = readNycFiles(context);
    const eis = pedagogues?.column("EISNumber");
    const email = pedagogues?.column("Email");
    if (pedagogues === undefined || eis === undefined || email === undefined) return;
    const reached = new Uint8Array(eis.size);
    for (let row = 0; row < pedagogues.file.table.rows; row++) {
      if (!isBlank(email, email.codes[row] as number)) reached[eis.codes[row] as number] = 1;
    }
    const rows = Array.from(eis.firstRow.subarray(0, eis.size)).filter(
      (_row, code) => reached[code] === 0 && !isBlank(eis, code),
    );
    yield {
      count: rows.length,
      args: { file: pedagogues.file.table.file.name, column: email.name },
      places: placesOfRows(pedagogues.file, rows, eis),
    };
  },
};
