import { makeTypeRule } from "../value-types.ts";

/** School years that are not the four digits of the year in which the school year ends. */
export const rule = makeTypeRule({
  id: "year-malformed",
  types: ["year"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, schoolYear",
  certain: true,
});
