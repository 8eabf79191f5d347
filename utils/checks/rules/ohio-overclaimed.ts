import { makeSumRule } from "../ohio-sum-rule.ts";

/** Students of whom all teachers together claim more than 100 % of a subject in a month. */
export const rule = makeSumRule({
  id: "ohio-overclaimed",
  outcome: "fault",
  consequence: "sync-held",
  source: "SAS EVAAS help, Investigating overclaimed and underclaimed students; months as Ohio asks for them",
  certain: true,
  pick: ({ over }) => over,
  isWorse: (a, b) => a > b,
});
