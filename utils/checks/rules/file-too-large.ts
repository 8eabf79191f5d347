import { makeProblemRule } from "../problem-rules.ts";

/** Files beyond the limits that keep the browser alive: our limit, not the receiver's. */
export const rule = makeProblemRule({
  id: "file-too-large",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "Rosterguard's limits",
  certain: true,
});
