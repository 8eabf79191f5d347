import type { LeftReason, RepairKind } from "./repair.ts";

/** Why a change was made: one sentence a kind, as the change log gives it. */
export const repairWordsEn: Readonly<Record<RepairKind, string>> = {
  encoding: "The file is written in UTF-8.",
  "byte-order-mark": "The byte order mark at the beginning of the file is left out.",
  delimiter: "Cells are separated by commas.",
  "line-ends": "Lines end as receivers expect it.",
  "title-lines": "The lines above the header are left out.",
  "workbook-to-csv": "The sheet is written as a CSV file.",
  "header-spelling": "The header is spelled as the format spells it.",
  "column-order": "The columns stand in the order of the format.",
  "empty-column": "A column without a name and without a value is left out.",
  "empty-row": "A row without a value is left out.",
  "bulk-status": "A bulk file leaves status and dateLastModified empty; every row was active.",
  "double-encoded": "Letters that were encoded twice are themselves again.",
  trimmed: "Blanks around the value are left out.",
  boolean: "The value is written true or false, as the format wants it.",
  date: "The date is written as the format wants it; it can be read in one way only.",
  "enum-case": "The value is written in the case of the format's list.",
  "zeros-by-list": "The leading zero is back; the format's list has the value with it.",
  "zeros-by-length": "Leading zeros are back; the LEA's policy gives the length.",
  "zeros-by-match": "The identifier is written as the file it refers to, or that refers to it, has it.",
};

/** Why something is left as it is. */
export const leftWordsEn: Readonly<Record<LeftReason, string>> = {
  "ambiguous-date": "The dates can be read with the month first or with the day first.",
  "two-digit-year": "The year has two digits, so its century is not certain.",
  "spreadsheet-date": "A spreadsheet replaced the value, and the original is no longer in the file.",
  "would-collide": "Mended, two records would have the same identifier.",
  "several-matches": "More than one identifier fits once zeros are put back.",
  "encoding-not-proved":
    "The file's encoding cannot be told with certainty, so the file is not written anew.",
  "no-header": "The file has no header, so which column is which is not certain enough to write it anew.",
  "rows-not-whole":
    "Some rows or cells could not be read as they were meant, and writing the file anew would lose them.",
};

/** Why a finding remains about which no repair had anything to say, by the beginning of its rule's name. */
export const remainsEn: readonly (readonly [rules: RegExp, because: string])[] = [
  [
    /^(missing|required|metadata|header-only|empty-file|class-without|student-without|delta-without)/,
    "What is missing is not in the files.",
  ],
  [/^(dangling|reference|school-not)/, "Nothing in the files proves which record was meant."],
  [
    /^(duplicate|internal-id|two-primary|student-in-two)/,
    "Nothing in the files tells which of the records is right.",
  ],
  [
    /^(encrypted|unreadable|unsafe|truncated|zip-in|wrong-file|git-lfs|file-)/,
    "The file itself cannot be mended.",
  ],
  [/./, "Nothing in the files proves what was meant."],
];
