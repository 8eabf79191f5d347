import { restoreEnum } from "../leading-zeros.ts";
import { makeTypeRule, weightOf } from "../value-types.ts";

/** Values outside the list the format allows; case counts. Grades that lost their zero are lost-leading-zeros. */
export const rule = makeTypeRule({
  id: "enum-value-unknown",
  types: ["enum"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, enumerations",
  certain: true,
  // Of a list that is not known to be whole, nobody can say that another value is wrong.
  weigh: (field) => (field.open === true ? { outcome: "warning", consequence: "none" } : weightOf(field)),
  isExplained: (text, field) => restoreEnum(text, field) !== undefined,
});
