import { makeProblemRule } from "../problem-rules.ts";

/** Files in Windows-1252 or UTF-16: accented names arrive garbled or the file is refused. */
export const rule = makeProblemRule({
  id: "not-utf-8",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: files are UTF-8 (RFC 3629)",
  certain: true,
});
