import { makeProblemRule } from "../problem-rules.ts";

/** Zips whose end is missing, as after a broken download. */
export const rule = makeProblemRule({
  id: "truncated-zip",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "PKWARE APPNOTE, end of central directory",
  certain: true,
});
