import { makeProblemRule } from "../problem-rules.ts";

/** Two columns with one name: which of them a receiver reads is chance. */
export const rule = makeProblemRule({
  id: "duplicate-header",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: header names are unique inside a file",
  certain: true,
});
