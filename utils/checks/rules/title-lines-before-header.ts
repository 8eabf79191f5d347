import { makeProblemRule } from "../problem-rules.ts";

/** Lines above the header, such as a report's title: receivers take the first one for the header. */
export const rule = makeProblemRule({
  id: "title-lines-before-header",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source: "RFC 4180, section 2: a header is the first line of the file",
  certain: true,
});
