import { many, quote, rowsHave } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: text and lists in single cells. */

export const textEn = {
  "blank-around-value": {
    title: "Blanks around a value",
    what: ({ count, file, column, example }) =>
      `${rowsHave(count, file)} a ${column} that begins or ends with a blank, such as ${quote(example)}.`,
    why: "The receiver takes the blank for a part of the value, so the person or class is not found again under it.",
    fix: "Remove the blank in the student information system, or let the export trim its values.",
  },
  "damaged-text": {
    title: "Text damaged by a wrong encoding",
    what: ({ count, file, column, example, problem, meant }) =>
      problem === "lost"
        ? `${rowsHave(count, file)} a ${column} in which letters are lost, such as ${quote(example)}.`
        : `${rowsHave(count, file)} a ${column} that was read in the wrong encoding, such as ${quote(example)} for ${quote(meant)}.`,
    why: "The receiver shows the damaged text, and does not find the person by name.",
    fix: "Export again as UTF-8. The text was damaged before this file was written, so look at the steps before it, often a spreadsheet.",
  },
  "hidden-character": {
    title: "Characters that cannot be seen",
    what: ({ count, file, column, characters }) =>
      `${rowsHave(count, file)} a ${column} with characters that cannot be seen or only look alike (${characters}).`,
    why: "Two values that look the same differ for the receiver; a line break inside a cell ends the row for some.",
    fix: "Type the value again in the student information system instead of pasting it.",
  },
  "list-item-repeated": {
    title: "Lists that have an item twice",
    what: ({ count, file, column, example, item }) =>
      `${rowsHave(count, file)} a list in ${column} that has an item twice, such as ${quote(item)} in ${quote(example)}.`,
    why: "Most receivers take it once; one that counts the items takes it for two.",
    fix: "Let the export list each item once.",
  },
  "list-separator-wrong": {
    title: "Lists with another mark than the comma",
    what: ({ count, file, column, example, expected }) =>
      `${rowsHave(count, file)} a list in ${column} whose items are not parted by commas: ${quote(example)} instead of ${quote(expected)}.`,
    why: "The receiver takes the whole list for one value, which it does not know.",
    fix: "Set the export to part the items of a list with commas, inside one quoted cell.",
  },
  "placeholder-value": {
    title: "Words that stand for nothing",
    what: ({ count, file, column, example }) =>
      `${rowsHave(count, file)} ${quote(example)} in ${column}, where a blank would say that there is nothing.`,
    why: "The receiver takes it for the value, and shows it or matches by it.",
    fix: "Set the export to leave the cell blank.",
  },
  "subjects-and-codes-differ": {
    title: "Subjects and their codes are not equally many",
    what: ({ count, file }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "lists" : "list"} more subjects than subject codes, or fewer.`,
    why: "The first subject belongs to the first code and so on: the receiver cannot tell which belong together.",
    fix: "Give as many codes as subjects, in the same order, or leave one of the two blank.",
  },
} as const satisfies Record<string, RuleWords>;
