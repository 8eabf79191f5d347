import { makeProblemRule } from "../problem-rules.ts";

/** Columns without a name, mostly left behind by a spreadsheet. */
export const rule = makeProblemRule({
  id: "empty-header",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: an empty header name is an error",
  certain: true,
});
