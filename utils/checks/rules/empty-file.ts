import { makeProblemRule } from "../problem-rules.ts";

/** Files of no bytes. */
export const rule = makeProblemRule({
  id: "empty-file",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster 1.1 CSV tables: a header row is required in each file",
  certain: true,
});
