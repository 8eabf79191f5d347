import { makeProblemRule } from "../problem-rules.ts";

/** Rows with more or fewer cells than the header. */
export const rule = makeProblemRule({
  id: "ragged-rows",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: each row has as many cells as the header",
  certain: true,
});
