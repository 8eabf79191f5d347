import { makeProblemRule } from "../problem-rules.ts";

/** Zip bombs and zips whose entries point outside the archive. */
export const rule = makeProblemRule({
  id: "unsafe-zip",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "Rosterguard's limits for archives",
  certain: true,
});
