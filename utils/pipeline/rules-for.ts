import { rules } from "../checks/index.ts";
import type { Rule } from "../checks/rule.ts";
import type { Format } from "../formats/format.ts";
import type { ProblemKind } from "../table/table.ts";

/** Rules about a file as such, which hold whatever it ought to contain. */
export const aboutFiles: Readonly<Record<ProblemKind, true>> = {
  "cell-too-long": true,
  "duplicate-header": true,
  "empty-file": true,
  "empty-header": true,
  "encrypted-file": true,
  "example-row": true,
  "file-changed": true,
  "file-too-large": true,
  "git-lfs-pointer": true,
  "header-missing": true,
  "header-only": true,
  "not-utf-8": true,
  "irregular-quotes": true,
  "nul-bytes": true,
  "ragged-rows": true,
  "reserved-header": true,
  "system-files-in-package": true,
  "title-lines-before-header": true,
  "truncated-zip": true,
  "unclosed-quote": true,
  "unreadable-workbook": true,
  "unsafe-zip": true,
  "wrong-delimiter": true,
  "wrong-file-type": true,
  "zip-in-zip": true,
};

/** The rules that can say anything of a package; of one in no known format only those about files. */
export const rulesFor = (format: Format | undefined): readonly Rule[] =>
  format === undefined ? rules.filter(({ id }) => id in aboutFiles) : rules;
