import type { Breach } from "../formats/limits.ts";
import { countRows, eachFieldColumn, placesOf } from "./columns.ts";
import { isShortOfDigits } from "./leading-zeros.ts";
import { needNothing } from "./needs.ts";
import type { Rule } from "./rule.ts";
import { weightOf } from "./value-types.ts";
import { judgeValues } from "./value-verdicts.ts";

/** A rule about values that are of their type but break what the format's schema says beyond it. */
export const makeLimitRule = (
  breach: Breach,
  meta: Pick<Rule, "id" | "whoCanFix" | "source" | "certain">,
): Rule => ({
  ...meta,
  outcome: "fault",
  consequence: "row-dropped",
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.pattern === undefined && field.maxLength === undefined && field.range === undefined) continue;
      // An identifier that only lost its leading zeros is lost-leading-zeros.
      const codes = judgeValues(field, column).breaches[breach].filter(
        (code) => !isShortOfDigits(column.valueOf(code), field.digits),
      );
      if (codes.length === 0) continue;
      const { pattern, maxLength, range } = field;
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(codes[0] as number),
          distinct: codes.length,
          required: field.required,
          ...(pattern && { says: pattern.says, saysEs: pattern.saysEs ?? pattern.says }),
          ...(maxLength !== undefined && { maxLength }),
          ...(range?.min !== undefined && { min: range.min }),
          ...(range?.max !== undefined && { max: range.max }),
        },
        places: placesOf(file, column, codes),
        ...weightOf(field),
        source: field.source,
        certain: field.certain,
      };
    }
  },
});
