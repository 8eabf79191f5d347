import { makeSharedValueRule } from "../value-of-two-people.ts";

/** One state id under two people. */
export const rule = makeSharedValueRule(
  "stateId",
  {
    id: "state-id-of-two-people",
    consequence: "none",
    whoCanFix: "registrar",
    source: "Rosterguard: a state gives an id to one person",
  },
  { staff: "warning", students: "warning" },
);
