import { makeTypeRule } from "../value-types.ts";

/** Lists such as "Math,,Science". Items of other types are checked by the rule of their type. */
export const rule = makeTypeRule({
  id: "list-item-empty",
  types: ["string"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, lists",
  certain: true,
});
