import { makeProblemRule } from "../problem-rules.ts";

/** Files that changed while they were read: the answer would be about neither version. */
export const rule = makeProblemRule({
  id: "file-changed",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "person-uploading",
  source: "File API, NotReadableError",
  certain: true,
});
