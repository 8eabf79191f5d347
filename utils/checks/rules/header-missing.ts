import { makeProblemRule } from "../problem-rules.ts";

/** A file whose first row is data. What its columns appear to hold is said, and checked as such. */
export const rule = makeProblemRule({
  id: "header-missing",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: every file begins with a header row",
  certain: true,
});
