import { makeProblemRule } from "../problem-rules.ts";

/** Quotation marks inside a cell that is not quoted as a whole, or after one: every program reads them differently. */
export const rule = makeProblemRule({
  id: "irregular-quotes",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "RFC 4180 and IMS OneRoster 1.1 CSV, format of the files",
  certain: true,
});
