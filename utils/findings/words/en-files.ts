import { isOrAre, many } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: what is wrong with a file before its format matters. */
export const filesEn = {
  "cell-too-long": {
    title: "Cells too long for a roster",
    what: ({ count, file, limit, stoppedAtLine }) =>
      `${many(count, "cell")} of ${file} ${isOrAre(count)} longer than ${limit ?? "any roster field"}${stopped(stoppedAtLine)}.`,
    why: "The receiver cuts such a cell off or refuses the row. Mostly a quotation mark was never closed.",
    fix: "Open the file at the line given, close the quotation mark or shorten the text, and export again.",
  },
  "duplicate-header": {
    title: "Two columns with the same name",
    what: ({ file, columns }) => `${file} has more than one column with the same name: ${columns}.`,
    why: "Which of the columns the receiver reads is chance; many refuse the file.",
    fix: "Remove or rename the second column in the export.",
  },
  "irregular-quotes": {
    title: "Quotation marks in the wrong place",
    what: ({ count, file, stoppedAtLine }) =>
      `${many(count, "cell")} of ${file} ${count === 1 ? "has" : "have"} quotation marks where CSV does not allow them${stopped(stoppedAtLine)}.`,
    why: "Programs read such cells in different ways: some keep the marks, some drop them, some lose the rows that follow.",
    fix: "Have the export put quotation marks around the whole cell and write a mark inside it twice.",
  },
  "empty-file": {
    title: "Empty file",
    what: ({ file, found }) =>
      found === undefined
        ? `${file} is empty: not even a header row is in it.`
        : `${file} holds no file at all.`,
    why: "The receiver cannot read it, and may take it for a roster of nobody.",
    fix: "Run the export again; if the file ought to be empty, leave it out of the package.",
  },
  "empty-header": {
    title: "Columns without a name",
    what: ({ count, file }) =>
      `${many(count, "column")} of ${file} ${count === 1 ? "has" : "have"} no name in the header.`,
    why: "What stands in such columns is lost. Spreadsheets leave them behind at the right edge.",
    fix: "Delete the nameless columns, or export from the student information system without a spreadsheet in between.",
  },
  "encrypted-file": {
    title: "Password-protected file",
    what: ({ file }) => `${file} is protected by a password and could not be read.`,
    why: "The receiver has no password either and refuses it.",
    fix: "Save it without a password and choose it again.",
  },
  "file-changed": {
    title: "File changed during the check",
    what: ({ file }) => `${file} changed while it was being read, so it could not be checked.`,
    why: "An answer would be about neither the old nor the new content.",
    fix: "Wait until the export has finished, close programs that have the file open, and choose it again.",
  },
  "file-too-large": {
    title: "File too large to check",
    what: ({ file, limit }) => `${file} is larger than ${limit ?? "the limit"} and was not checked.`,
    why: "This is a limit of Rosterguard, not of the receiver: the file may still be good.",
    fix: "Check it with the command line, split it, or save a workbook as CSV.",
  },
  "git-lfs-pointer": {
    title: "Pointer instead of data",
    what: ({ file }) => `${file} is a Git LFS pointer of a few lines; the data itself is somewhere else.`,
    why: "The receiver finds no roster in it.",
    fix: "Fetch the real file (git lfs pull) and choose that one.",
  },
  "header-only": {
    title: "Header without rows",
    what: ({ file }) => `${file} has a header and no rows.`,
    why: ({ format }) =>
      `Some receivers want such files, ${format === undefined ? "the OneRoster standard forbids them" : "others take them for a failed export"}. In a complete upload no row may also mean that everybody is removed.`,
    fix: "Nothing, if it is meant to be empty; otherwise run the export again.",
  },
  "not-utf-8": {
    title: "Text not in UTF-8",
    what: ({ file, encoding }) =>
      `${file} is written in ${encoding === undefined ? "another encoding than UTF-8" : `${encoding}, not in UTF-8`}.`,
    why: "Names with accents, such as Núñez, arrive garbled, or the file is refused.",
    fix: "Export as UTF-8; in Excel choose “CSV UTF-8 (comma delimited)”.",
  },
  "nul-bytes": {
    title: "Binary zeros in the text",
    what: ({ file }) => `${file} holds bytes of zero, which no text has.`,
    why: "Many programs stop reading there and lose the rest without a word.",
    fix: "Run the export again. If it comes back, the file was damaged on its way or is not a CSV file.",
  },
  "ragged-rows": {
    title: "Rows with too many or too few cells",
    what: ({ count, file, columns }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "does" : "do"} not have ${columns === undefined ? "as many cells as the header" : `the ${columns} cells of the header`}.`,
    why: "Values slide into the wrong column, or the receiver drops the row.",
    fix: "Look for a comma inside a value without quotation marks, or a missing comma, at the lines given.",
  },
  "reserved-header": {
    title: "Column name that programs reserve",
    what: ({ file, columns }) => `${file} has a column name that programs use for themselves: ${columns}.`,
    why: "The column vanishes without a word in many programs.",
    fix: "Rename the column in the export.",
  },
  "truncated-zip": {
    title: "Damaged zip",
    what: ({ file, because }) =>
      because === undefined
        ? `${file} belongs to a zip whose end is missing.`
        : `${file} is damaged inside its zip.`,
    why: "The receiver cannot open it.",
    fix: "Copy or download it again; if it was made by an export, run that again.",
  },
  "unclosed-quote": {
    title: "Quotation mark never closed",
    what: ({ file, stoppedAtLine }) =>
      `${file} has a quotation mark that opens and never closes${stopped(stoppedAtLine)}.`,
    why: "Everything after it counts as one cell, so the rows that follow are lost.",
    fix: "Close the quotation mark at the line given; a quotation mark inside a value is written twice.",
  },
  "unreadable-workbook": {
    title: "Workbook that cannot be opened",
    what: ({ file }) => `${file} could not be opened as an Excel workbook.`,
    why: "The receiver cannot read it either.",
    fix: "Open it in Excel, save it again as .xlsx (not .xls), and choose the new file.",
  },
  "unsafe-zip": {
    title: "Zip that is not safe to open",
    what: ({ file, because, limit }) => `${file} was not opened because ${unsafe(because, limit)}.`,
    why: "Archives like this can stop a computer or overwrite files, so receivers refuse them too. A roster package is never like this.",
    fix: "Zip the CSV files again in the ordinary way, without folders or splitting, and choose the new file.",
  },
  "wrong-delimiter": {
    title: "Columns not separated by commas",
    what: ({ file, delimiter }) =>
      `${file} separates its columns by ${nameDelimiter(delimiter)} instead of commas.`,
    why: "The receiver sees a single column and refuses the file.",
    fix: "Export with commas. Excel takes the separator from the regional settings of the computer.",
  },
  "wrong-file-type": {
    title: "Not a roster file",
    what: ({ file, found }) =>
      `${file} is ${found ?? "something else"}, not a table, whatever its name says.`,
    why: "The receiver cannot read it.",
    fix: "Choose the file that the export wrote.",
  },
  "zip-in-zip": {
    title: "Zip inside the zip",
    what: ({ file }) => `${file} is a zip inside the zip; it was not opened.`,
    why: "Receivers look for CSV files at the top of the zip and open no second one.",
    fix: "Put the CSV files themselves into one zip.",
  },
} as const satisfies Record<string, RuleWords>;

/** Where reading had to end; what follows was not checked, and that is said. */
const stopped = (line: string | number | undefined): string =>
  line === undefined ? "" : `, so it was read only up to line ${line}`;

const unsafe = (because: string | number | undefined, limit: string | number | undefined): string => {
  const reasons: Record<string, string> = {
    path: "an entry points outside the archive",
    entries: `it has more than ${limit} entries`,
    ratio: `it unpacks to more than ${limit} times its size`,
    size: "it unpacks to more than it says",
    zip64: "it is in a form for archives above 4 GB",
    "several-disks": "it is one part of several",
    method: "it is packed in an unusual way",
  };
  return reasons[String(because)] ?? "it unpacks to far more than a roster, or outside its folder";
};

const nameDelimiter = (delimiter: string | number | undefined): string => {
  const names: Record<string, string> = {
    ";": "semicolons",
    "\t": "tabs",
    "|": "vertical bars",
    "，": "full-width commas",
  };
  return names[String(delimiter)] ?? "something else";
};
