import { makeTypeRule } from "../value-types.ts";

/** Anything but lower-case true and false. Many exports write TRUE or 1, and many receivers read it: a warning. */
export const rule = makeTypeRule({
  id: "boolean-malformed",
  types: ["boolean"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, data type boolean",
  certain: true,
  isTolerable: (text) => /^(true|false|0|1|yes|no|y|n)$/i.test(text.trim()),
});
