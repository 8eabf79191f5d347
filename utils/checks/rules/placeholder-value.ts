import type { Column } from "../../table/table.ts";
import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { useOf } from "../strange-text.ts";

/** Words and marks that stand for "nothing" in a system and for themselves in a file. */
const marks = ["(null)", "<null>", "\\N", "N/A", "n/a", "-", "--", "---", "?"];
/** The same, but somebody may be called so. */
const words = ["NULL", "null", "NaN", "undefined"];

const longest = 9;
/** By byte: 1 where one of them begins so. */
const begins = new Uint8Array(256);
for (const word of [...marks, ...words]) begins[word.charCodeAt(0)] = 1;

/** Codes of these values. Asking a key's column for them would have it indexed, which is dear; most fail the byte. */
const findCodes = (column: Column, wanted: ReadonlySet<string>): number[] => {
  const { arena, starts, size } = column;
  const found: number[] = [];
  let start = starts[0] as number;
  for (let code = 0; code < size; code++) {
    const end = starts[code + 1] as number;
    const length = end - start;
    if (length <= longest && length > 0 && begins[arena[start] as number] === 1) {
      if (wanted.has(column.valueOf(code))) found.push(code);
    }
    start = end;
  }
  return found;
};

const inNames: ReadonlySet<string> = new Set(marks);
const inText: ReadonlySet<string> = new Set([...marks, ...words]);
/** What a key of a fixed shape may have; the rest is malformed. */
const inKeys: ReadonlySet<string> = new Set([...inText].filter((word) => /^[0-9A-Za-z./@_-]+$/.test(word)));

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
      const codes = findCodes(column, isKey ? inKeys : useOf(field) === "name" ? inNames : inText);
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
