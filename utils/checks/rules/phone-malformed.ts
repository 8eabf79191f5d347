import { makeTypeRule } from "../value-types.ts";

/** Phone numbers without "+" and country code, or with blanks and brackets, where the format wants E.164. */
export const rule = makeTypeRule({
  id: "phone-malformed",
  types: ["phone"],
  whoCanFix: "registrar",
  source: "ITU-T E.164; learn.microsoft.com/SchoolDataSync/validation-rules-and-descriptions",
  certain: true,
});
