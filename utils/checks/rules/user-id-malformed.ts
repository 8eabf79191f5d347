import { makeTypeRule } from "../value-types.ts";

/** userIds that are not {type:id}. */
export const rule = makeTypeRule({
  id: "user-id-malformed",
  types: ["userId"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, users.userIds",
  certain: true,
});
