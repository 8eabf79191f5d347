import { makeProblemRule } from "../problem-rules.ts";

/** A PDF, image or program under the name of a roster file. */
export const rule = makeProblemRule({
  id: "wrong-file-type",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "Signatures of the file types",
  certain: true,
});
