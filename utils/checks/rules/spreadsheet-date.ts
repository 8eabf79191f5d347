import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { findDamage } from "../spreadsheet-damage.ts";
import { judgeValues } from "../value-verdicts.ts";

/** Values a spreadsheet turned into dates, times, serial numbers or powers of ten: the original is lost. */
export const rule: Rule = {
  id: "spreadsheet-date",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "person-uploading",
  source: "Rosterguard, from public sets with grades 8-Jun, dates 00:00.0 and ids 1.2E+05",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      const { damaged } = judgeValues(field, column);
      const [first] = damaged;
      if (first === undefined) continue;
      yield {
        count: countRows(column, damaged),
        args: {
          file: file.table.file.name,
          column: column.name,
          distinct: damaged.length,
          example: column.valueOf(first),
          damage: findDamage(field, column.valueOf(first)) ?? "date",
        },
        cause: "spreadsheet",
        consequence: field.required === "yes" ? "row-dropped" : "value-dropped",
        places: placesOf(file, column, damaged),
      };
    }
  },
};
