import { makeSharedValueRule } from "../value-of-two-people.ts";

/** One username under two people. */
export const rule = makeSharedValueRule(
  "username",
  {
    id: "username-of-two-people",
    consequence: "row-dropped",
    whoCanFix: "lea-data-team",
    source: "Rosterguard: a username names one account",
  },
  { staff: "warning", students: "warning" },
);
