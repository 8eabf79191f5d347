import { countRows, placesOf } from "../columns.ts";
import { codesOfOtherLength, eachIdColumn } from "../leading-zeros.ts";
import { itemsOf } from "../references.ts";
import type { Rule } from "../rule.ts";
import { makeTypeRule } from "../value-types.ts";

const shape = makeTypeRule({
  id: "identifier-malformed",
  types: ["sourcedId", "identifier", "guid"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, data type GUID",
  certain: true,
  weigh: (field) => ({
    outcome: "fault",
    consequence: field.required === "yes" ? "row-dropped" : "value-dropped",
  }),
});

const digits = /^\d+$/;

/**
 * Identifiers with characters the format does not allow, and identifiers whose length is not the LEA's. Too few digits
 * are not reported here: that is lost-leading-zeros.
 */
export const rule: Rule = {
  ...shape,
  *check(context) {
    yield* shape.check(context);
    for (const one of eachIdColumn(context)) {
      const { file, column, list, length } = one;
      // What the format itself says of an identifier's shape is its pattern, which is a rule of its own.
      if (one.field !== undefined) continue;
      const isWrong = (item: string) => item.length > length || (item.length < length && !digits.test(item));
      const wrong: number[] = [];
      for (const code of codesOfOtherLength(one)) {
        if (itemsOf(column.valueOf(code), list).some(isWrong)) wrong.push(code);
      }
      if (wrong.length === 0) continue;
      yield {
        count: countRows(column, wrong),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(wrong[0] as number),
          distinct: wrong.length,
          length,
        },
        places: placesOf(file, column, wrong),
        outcome: "warning",
        consequence: "none",
        source: "The LEA's policy, check.idLengths",
      };
    }
  },
};
