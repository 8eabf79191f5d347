import { needNothing } from "../needs.ts";
import { findReceiverReports } from "../receiver-reports.ts";
import type { Rule } from "../rule.ts";

/** A list of errors or a log that came back from a receiver, uploaded with the next package. */
export const rule: Rule = {
  id: "receiver-report-in-package",
  outcome: "note",
  consequence: "none",
  whoCanFix: "person-uploading",
  source: "Rosterguard",
  certain: true,
  needs: needNothing,
  *check(context) {
    if (context.format.files.length === 0) return;
    for (const { file, by, sign } of findReceiverReports(context)) {
      yield {
        count: 1,
        args: { file, by, sign },
        places: [{ file, ...(by === "header" && { line: 1, column: sign }) }],
      };
    }
  },
};
