import { makeLimitRule } from "../value-limits.ts";

/** Values with more characters than the field holds. */
export const rule = makeLimitRule("length", {
  id: "value-too-long",
  whoCanFix: "sis-vendor",
  source: "The format's own limit of the field",
  certain: true,
});
