import type { Column } from "../../table/table.ts";
import { columnOf, isBlank, placeAt } from "../columns.ts";
import { needNothing } from "../needs.ts";
import type { RoleTable, Rule } from "../rule.ts";

/** Rows whose value in `column` is not that of the first row with the same id. */
const findDiffering = ({ table }: RoleTable, id: Column, column: Column): number[] => {
  const rows: number[] = [];
  if (id.size === table.rows) return rows;
  for (let row = 0; row < table.rows; row++) {
    const code = id.codes[row] as number;
    const first = id.firstRow[code] as number;
    if (first !== row && column.codes[row] !== column.codes[first] && !isBlank(id, code)) rows.push(row);
  }
  return rows;
};

/**
 * Rows of one record that contradict each other, where the format gives a record several rows: a student of Clever has one
 * for each guardian. Compared with the first row of the same id; counted are the others that differ, for each column.
 */
export const rule: Rule = {
  id: "record-rows-differ",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "Clever SFTP Instructions v2.1.1 and v2.2.0, as quoted by public copies",
  certain: true,
  formats: ["clever-sftp"],
  needs: needNothing,
  *check(context) {
    for (const file of context.files.values()) {
      const { agree } = file.spec;
      const id = agree && columnOf(file, agree.id);
      if (agree === undefined || id === undefined) continue;
      for (const name of agree.columns) {
        const column = columnOf(file, name);
        const rows = column === undefined ? [] : findDiffering(file, id, column);
        const [first] = rows;
        if (column === undefined || first === undefined) continue;
        const before = (row: number): number => id.firstRow[id.codes[row] as number] as number;
        yield {
          count: rows.length,
          args: {
            file: file.table.file.name,
            column: column.name,
            id: id.name,
            example: id.valueOf(id.codes[first] as number),
            one: column.valueOf(column.codes[before(first)] as number),
            other: column.valueOf(column.codes[first] as number),
          },
          places: (function* () {
            for (const row of rows) {
              const line = file.table.lineOf(before(row));
              yield placeAt(file, row, column, `${file.table.file.name}:${line}`);
            }
          })(),
          source: agree.source,
        };
      }
    }
  },
};
