import { makeTypeRule } from "../value-types.ts";

/** E-mail addresses no message would reach. */
export const rule = makeTypeRule({
  id: "email-malformed",
  types: ["email"],
  whoCanFix: "school",
  source: "IMS OneRoster 1.1 CSV tables, data type email",
  certain: true,
});
