import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { useOf } from "../strange-text.ts";

/** Words and marks that stand for "nothing" in a system and for themselves in a file. */
const marks = ["(null)", "<null>", "\\N", "N/A", "n/a", "-", "--", "---", "?"];
/** The same, but somebody may be called so. */
const words = ["NULL", "null", "NaN", "undefined"];

/**
 * Text and keys that say NULL, N/A or "-" instead of being blank. What the type does not allow, and references, are
 * reported by the rules about those; people are called Null.
 */
export const rule: Rule = {
  id: "placeholder-value",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster CSV tables: blank means no data; the word NULL is a text like any other",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.references !== undefined) continue;
      const isKey = field.type === "sourcedId";
      if (field.type !== "string" && field.type !== "identifier" && !isKey) continue;
      const wanted = useOf(field) === "name" ? marks : [...marks, ...words];
      const codes = wanted
        .filter((word) => !isKey || /^[0-9A-Za-z./@_-]+$/.test(word))
        .map((word) => column.codeOf(word))
        .filter((code) => code >= 0)
        .sort((a, b) => a - b);
      const [first] = codes;
      if (first === undefined) continue;
      yield {
        count: countRows(column, codes),
        args: { file: file.table.file.name, column: column.name, example: column.valueOf(first) },
        places: placesOf(file, column, codes),
      };
    }
  },
};
