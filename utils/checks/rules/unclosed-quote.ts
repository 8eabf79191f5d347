import { makeProblemRule } from "../problem-rules.ts";

/** A quote that opens and never closes swallows the rows after it. */
export const rule = makeProblemRule({
  id: "unclosed-quote",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "RFC 4180 and IMS OneRoster 1.1 CSV, format of the files",
  certain: true,
});
