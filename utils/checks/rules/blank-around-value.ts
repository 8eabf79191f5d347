import { countRows, eachFieldColumn, isBlank, placesOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { isText, strangeCodes, useOf } from "../strange-text.ts";

/**
 * Usernames, identifiers and codes that begin or end with a blank: they match nothing that has none. Names are trimmed
 * everywhere, and identifiers of a fixed type are judged by it.
 */
export const rule: Rule = {
  id: "blank-around-value",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "registrar",
  source: "Rosterguard",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (!isText(field) || field.type === "identifier" || useOf(field) !== "identity") continue;
      const { arena, starts } = column;
      const codes = strangeCodes(column).filter(
        (code) =>
          (arena[starts[code] as number] === 32 || arena[(starts[code + 1] as number) - 1] === 32) &&
          !isBlank(column, code),
      );
      const [first] = codes;
      if (first === undefined) continue;
      yield {
        count: countRows(column, codes),
        args: { file: file.table.file.name, column: column.name, example: column.valueOf(first) },
        places: placesOf(file, column, codes, (code) => column.valueOf(code).trim()),
      };
    }
  },
};
