import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { isDamaged, replacement, undoMisreading } from "../damaged-text.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { isText, strangeCodes } from "../strange-text.ts";

/** Text that a wrong encoding spoiled before the file was written: "MuÃ±oz", or a mark where a letter was. */
export const rule: Rule = {
  id: "damaged-text",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "Unicode, U+FFFD; IMS OneRoster CSV tables: files are UTF-8",
  certain: true,
  needs: needNothing,
  *check(context) {
    const reread = new Set(
      context.problems.filter(({ kind }) => kind === "not-utf-8").map(({ file }) => file),
    );
    for (const { file, field, column } of eachFieldColumn(context)) {
      // Where the file itself is not UTF-8, the reader's marks are its own doing.
      if (!isText(field) || reread.has(file.table.file.name)) continue;
      const codes = strangeCodes(column).filter((code) => isDamaged(column.valueOf(code)));
      const [first] = codes;
      if (first === undefined) continue;
      const example = column.valueOf(first);
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          example,
          problem: example.includes(replacement) ? "lost" : "misread",
          meant: undoMisreading(example) ?? "",
        },
        places: placesOf(file, column, codes, (code) => undoMisreading(column.valueOf(code))),
      };
    }
  },
};
