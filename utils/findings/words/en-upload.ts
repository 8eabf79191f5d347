import { many, quote } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: what lies in a package beside the roster, and what does not belong together. */
export const uploadEn = {
  "files-of-different-days": {
    title: "Files written on different days",
    what: ({ count, file, day, newest, newestDay, days }) =>
      `${count === 1 ? `${file} was` : `${many(count, "file")}, such as ${file}, were`} written on ${day}${count === 1 ? "" : " or soon after"}, ${newest} on ${newestDay}, ${many(days, "day")} later.`,
    why: "Files of one export are written together. One of an earlier export names people and classes that are gone, and lacks the new ones.",
    fix: "Export all files again, together. If a file was only opened and saved by hand since, nothing is wrong.",
  },
  "receiver-report-in-package": {
    title: "A receiver's report among the files",
    what: ({ file, by, sign }) =>
      by === "header"
        ? `${file} looks like a list of errors that a receiver sent back (it has a column ${quote(sign)}), and was not checked.`
        : `${file} looks, by its name, like a report or log that a receiver sent back, and was not checked.`,
    why: "The receiver ignores it, or refuses a package with files it does not know. It may name students to people who need not see them.",
    fix: "Leave it out of the package; what it says is still to be corrected in the files themselves.",
  },
  "system-files-in-package": {
    title: "Files that an operating system left behind",
    what: ({ count, file, example }) =>
      `${many(count, "file")} of ${file} ${count === 1 ? "is" : "are"} a system's own, such as ${quote(example)}; nothing in ${count === 1 ? "it" : "them"} was checked.`,
    why: "Receivers ignore such files. A strict one refuses a package with files it does not know.",
    fix: "Pack only the roster's own files, for instance by choosing them one by one instead of their folder.",
  },
} satisfies Record<string, RuleWords>;
