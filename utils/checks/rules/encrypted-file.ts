import { makeProblemRule } from "../problem-rules.ts";

/** Password-protected zips and workbooks. */
export const rule = makeProblemRule({
  id: "encrypted-file",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "Rosterguard: a receiver has no password",
  certain: true,
});
