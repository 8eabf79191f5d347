import type { Column } from "../../table/table.ts";
import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import { itemsOf } from "../references.ts";
import type { Rule } from "../rule.ts";

const comma = 44;

/** The first item that a list has twice. */
const findRepeated = (column: Column, code: number): string | undefined => {
  const { arena, starts } = column;
  const end = starts[code + 1] as number;
  let at = starts[code] as number;
  while (at < end && arena[at] !== comma) at++;
  if (at === end) return undefined;
  const items = itemsOf(column.valueOf(code), true);
  return items.find((item, index) => items.indexOf(item) < index);
};

/** Lists of ids, grades and the like that have an item twice. Subjects go with their codes, so they may repeat. */
export const rule: Rule = {
  id: "list-item-repeated",
  outcome: "note",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "Rosterguard",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.list !== true || field.type === "string") continue;
      // Without a comma in any of its values there is nothing to read.
      if (column.arena.indexOf(comma) < 0) continue;
      const codes: number[] = [];
      for (let code = 0; code < column.size; code++) {
        if (findRepeated(column, code) !== undefined) codes.push(code);
      }
      const [first] = codes;
      if (first === undefined) continue;
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(first),
          item: findRepeated(column, first) ?? "",
        },
        places: placesOf(file, column, codes, (code) => findRepeated(column, code)),
      };
    }
  },
};
