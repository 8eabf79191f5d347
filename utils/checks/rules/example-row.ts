import { makeProblemRule } from "../problem-rules.ts";

/** The example row of a template, left above the real ones: it is read as a row like any other. */
export const rule = makeProblemRule({
  id: "example-row",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "person-uploading",
  source: "Rosterguard",
  certain: true,
});
