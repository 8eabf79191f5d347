import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { isDamaged } from "../damaged-text.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { isText, strangeCodes, type TextUse, useOf } from "../strange-text.ts";

/** Control characters without NUL, which is a rule of its own; line breaks are among them. */
const control = "\\u0001-\\u001F\\u007F-\\u009F";
/** Blanks that look like one and are none, and characters of no width; joiners, which some scripts need, are left out. */
const unseen = "\\u00A0\\u00AD\\u2007\\u200B\\u202A-\\u202F\\u2060-\\u2064\\u2066-\\u2069\\uFEFF";
/** Wide forms of ASCII and the wide blank: ordinary in Japanese names, but never in what systems match. */
const wide = "\\uFF01-\\uFF5E\\u3000";

const patterns: Readonly<Record<TextUse, RegExp>> = {
  identity: new RegExp(`[${control}${unseen}${wide}]`, "gu"),
  name: new RegExp(`[${control}${unseen}]`, "gu"),
  free: new RegExp(`[${control}]`, "gu"),
};

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Characters nobody sees in names and in what people are matched by, and line breaks in any text. */
export const rule: Rule = {
  id: "hidden-character",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "registrar",
  source: "IMS OneRoster CSV tables: no line break inside a field; for the rest Rosterguard",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      // An identifier's type says which characters it may have; one that is wide is none of its concern.
      if (!isText(field)) continue;
      const pattern = patterns[useOf(field)];
      const characters = new Set<string>();
      const codes = strangeCodes(column).filter((code) => {
        const text = column.valueOf(code);
        const found = text.match(pattern);
        if (found === null || isDamaged(text)) return false;
        if (field.type === "identifier" && /\p{C}/u.test(text)) return false;
        for (const character of found) characters.add(nameOf(character));
        return true;
      });
      if (codes.length === 0) continue;
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          characters: [...characters].sort().slice(0, 4).join(", "),
        },
        places: placesOf(file, column, codes, (code) =>
          nameOf(column.valueOf(code).match(pattern)?.[0] ?? ""),
        ),
      };
    }
  },
};
