import { makeProblemRule } from "../problem-rules.ts";

/** Headers such as __proto__ that make columns vanish in many programs. */
export const rule = makeProblemRule({
  id: "reserved-header",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "Rosterguard: names that programs use for themselves",
  certain: true,
});
