import { makeProblemRule } from "../problem-rules.ts";

/** NUL bytes inside a file, which end the text for many readers. */
export const rule = makeProblemRule({
  id: "nul-bytes",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "RFC 4180 and IMS OneRoster 1.1 CSV, format of the files",
  certain: true,
});
