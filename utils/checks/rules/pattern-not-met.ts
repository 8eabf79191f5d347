import { makeLimitRule } from "../value-limits.ts";

/** Values of another shape than the field's: an id with a letter too many, a user name without its domain. */
export const rule = makeLimitRule("pattern", {
  id: "pattern-not-met",
  whoCanFix: "sis-vendor",
  source: "The format's own description of the field",
  certain: true,
});
