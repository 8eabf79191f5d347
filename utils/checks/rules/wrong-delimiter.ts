import { makeProblemRule } from "../problem-rules.ts";

/** Semicolons, tabs or pipes in place of commas. */
export const rule = makeProblemRule({
  id: "wrong-delimiter",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: cells are separated by commas",
  certain: true,
});
