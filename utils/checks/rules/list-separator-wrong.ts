import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { splitOtherwise } from "../list-separator.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { weightOf } from "../value-types.ts";
import { judgeValues } from "../value-verdicts.ts";

/** Lists whose items are parted by a semicolon, a bar or a blank, and are good once it is a comma. */
export const rule: Rule = {
  id: "list-separator-wrong",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster CSV tables: lists are comma separated inside one quoted cell",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.list !== true) continue;
      const split = (code: number) => splitOtherwise(column.valueOf(code), field);
      const codes = judgeValues(field, column).wrong.filter((code) => split(code) !== undefined);
      const [first] = codes;
      if (first === undefined) continue;
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(first),
          expected: split(first)?.join(",") ?? "",
        },
        places: placesOf(file, column, codes, (code) => split(code)?.join(",")),
        ...weightOf(field),
      };
    }
  },
};
