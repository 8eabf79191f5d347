import { makeSumRule } from "../ohio-sum-rule.ts";

/** Students of whom all teachers together claim some, but less than 100 %, of a subject in a month; that may be right. */
export const rule = makeSumRule({
  id: "ohio-underclaimed",
  outcome: "warning",
  consequence: "none",
  source: "SAS EVAAS help, Investigating overclaimed and underclaimed students; months as Ohio asks for them",
  certain: true,
  pick: ({ under }) => under,
  isWorse: (a, b) => a < b,
});
