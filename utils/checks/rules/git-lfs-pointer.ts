import { makeProblemRule } from "../problem-rules.ts";

/** A pointer file of Git Large File Storage in place of the data. */
export const rule = makeProblemRule({
  id: "git-lfs-pointer",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "lea-data-team",
  source: "Git LFS specification, pointer files",
  certain: true,
});
