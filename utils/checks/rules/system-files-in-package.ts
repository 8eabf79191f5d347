import { makeProblemRule } from "../problem-rules.ts";

/** What operating systems leave in folders and zips: the receiver gets it too. */
export const rule = makeProblemRule({
  id: "system-files-in-package",
  outcome: "note",
  consequence: "none",
  whoCanFix: "person-uploading",
  source: "Rosterguard",
  certain: true,
});
