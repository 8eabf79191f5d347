import { makeProblemRule } from "../problem-rules.ts";

/** Cells longer than any roster field, usually a quote that was never closed. */
export const rule = makeProblemRule({
  id: "cell-too-long",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "Rosterguard: no field of a roster is that long",
  certain: false,
});
