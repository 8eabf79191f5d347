import { makeProblemRule } from "../problem-rules.ts";

/** Workbooks that are damaged or are no workbooks. */
export const rule = makeProblemRule({
  id: "unreadable-workbook",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "ECMA-376, Office Open XML",
  certain: true,
});
