import { makeSharedValueRule } from "../value-of-two-people.ts";

/** One e-mail address under two people. Brothers and sisters with a parent's address are a note only. */
export const rule = makeSharedValueRule(
  "email",
  {
    id: "email-of-two-people",
    consequence: "value-dropped",
    whoCanFix: "registrar",
    source: "Rosterguard: receivers that sign people in by e-mail address give it to one account",
  },
  { staff: "warning", students: "note" },
);
