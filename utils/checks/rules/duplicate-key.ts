import type { Column } from "../../table/table.ts";
import { eachFieldColumn, isBlank, placeAt } from "../columns.ts";
import { lineOfCode } from "../enrollments.ts";
import { needNothing } from "../needs.ts";
import { rowsWith } from "../rows.ts";
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
      const { repeated, extra } = findRepeated(column, file.table.rows - column.size);
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

/** Values in several rows, and how many rows that is too many; `left` is the same with blanks, for knowing when to stop. */
const findRepeated = (column: Column, left: number): { repeated: number[]; extra: number } => {
  const { counts, size } = column;
  const repeated: number[] = [];
  let extra = 0;
  let unseen = left;
  for (let code = 0; code < size && unseen > 0; code++) {
    const more = (counts[code] as number) - 1;
    if (more === 0) continue;
    unseen -= more;
    // Many values in one row each share this code.
    if (code === column.ownCode) continue;
    if (isBlank(column, code)) continue;
    repeated.push(code);
    extra += more;
  }
  return { repeated, extra };
};
