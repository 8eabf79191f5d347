import { makeProblemRule } from "../problem-rules.ts";

/** A zip inside the zip, which no receiver opens. */
export const rule = makeProblemRule({
  id: "zip-in-zip",
  outcome: "warning",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "IMS OneRoster 1.1 CSV tables: files lie at the root of the zip",
  certain: true,
});
