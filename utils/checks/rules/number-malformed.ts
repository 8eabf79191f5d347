import { makeTypeRule } from "../value-types.ts";

/** Numbers with units, signs or thousands separators. */
export const rule = makeTypeRule({
  id: "number-malformed",
  types: ["float"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, data type float",
  certain: true,
});
