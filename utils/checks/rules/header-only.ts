import { makeProblemRule } from "../problem-rules.ts";

/** Files with a header and no rows: wanted by some receivers, forbidden by the standard. */
export const rule = makeProblemRule({
  id: "header-only",
  outcome: "note",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster 1.1 CSV tables: a file without data rows is left out and marked absent",
  certain: true,
});
