import { makeTypeRule } from "../value-types.ts";

/** Numbers with units, signs or thousands separators, and fractions where the format wants whole numbers. */
export const rule = makeTypeRule({
  id: "number-malformed",
  types: ["float", "integer"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, data type float",
  certain: true,
});
