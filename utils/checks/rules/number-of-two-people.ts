import { makeSharedValueRule } from "../value-of-two-people.ts";

/** One student or staff number under two people. */
export const rule = makeSharedValueRule(
  "number",
  {
    id: "number-of-two-people",
    consequence: "none",
    whoCanFix: "registrar",
    source: "Rosterguard: a number is given to one person",
  },
  { staff: "warning", students: "warning" },
);
