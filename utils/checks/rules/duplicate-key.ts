import { eachFieldColumn, isBlank, placeAt, rowsWith } from "../columns.ts";
import { lineOfCode } from "../enrollments.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** The same key in more than one row. Counted are the rows after the first, which are those a receiver would lose. */
export const rule: Rule = {
  id: "duplicate-key",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, sourcedId is unique in its file",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.key !== true || column.size === file.table.rows) continue;
      const repeated: number[] = [];
      let extra = 0;
      for (let code = 0; code < column.size; code++) {
        const count = column.counts[code] as number;
        if (count < 2 || isBlank(column, code)) continue;
        repeated.push(code);
        extra += count - 1;
      }
      if (extra === 0) continue;
      yield {
        count: extra,
        args: {
          file: file.table.file.name,
          column: column.name,
          distinct: repeated.length,
          example: column.valueOf(repeated[0] as number),
        },
        places: (function* () {
          for (const row of rowsWith(file, column, repeated)) {
            const code = column.codes[row] as number;
            if (row === column.firstRow[code]) continue;
            yield placeAt(file, row, column, `${file.table.file.name}:${lineOfCode(file, column, code)}`);
          }
        })(),
        source: field.source,
        certain: field.certain,
      };
    }
  },
};
