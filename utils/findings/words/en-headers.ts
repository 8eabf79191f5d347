import { many } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: where a file's header stands. */
export const headersEn = {
  "example-row": {
    title: "Example row of a template left in",
    what: ({ file, value }) => `The first row of ${file} is a template's example (“${value}”).`,
    why: "The receiver takes it for a real record: it refuses the row, or somebody who does not exist appears in the roster.",
    fix: "Delete the example row and save the file again.",
  },
  "header-missing": {
    title: "No header row",
    what: ({ file, like, columns, width }) =>
      like === ""
        ? `${file} has no header row, and what its ${many(Number(width), "column")} hold is not known.`
        : `${file} has no header row; its columns appear to be those of ${like}: ${columns}.`,
    why: "The receiver takes the first record for the header: it finds none of the columns, and that record is lost.",
    fix: "Export again with the names of the columns in the first row.",
  },
  "title-lines-before-header": {
    title: "Lines above the header",
    what: ({ file, lines, header, text }) =>
      `${file} has ${many(Number(lines), "line")} above its header, which stands on line ${header}${text === "" ? "" : ` (“${text}”)`}.`,
    why: "The receiver takes the first line for the header and finds none of the columns.",
    fix: "Delete the lines above the header, or export without the title of the report.",
  },
} satisfies Record<string, RuleWords>;
