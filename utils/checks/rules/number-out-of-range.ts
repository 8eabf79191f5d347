import { makeLimitRule } from "../value-limits.ts";

/** Numbers below the least or above the greatest value of their field. */
export const rule = makeLimitRule("range", {
  id: "number-out-of-range",
  whoCanFix: "sis-vendor",
  source: "The format's own range of the field",
  certain: true,
});
