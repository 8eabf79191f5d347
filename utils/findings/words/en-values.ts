import { many, quote, rowsHave } from "./en-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** English: what follows from the format's schema. */

/** "12 rows of users.csv have a value in column email that ..., such as “x”." */
const badValue =
  (condition: string) =>
  ({ count, file, column, example }: Facts): string =>
    `${rowsHave(count, file)} a value in column ${column} that ${condition}, such as ${quote(example)}.`;

const lost = ({ required }: Facts): string =>
  required === "yes"
    ? "The receiver needs this value and drops a row without it."
    : "The receiver leaves the value out or stops at it.";

const damages: Record<string, string> = {
  date: "into a date",
  time: "into a time of day",
  serial: "into a day number",
  scientific: "into a power of ten",
  error: "into an error mark",
};

export const valuesEn = {
  "boolean-malformed": {
    title: "Neither true nor false",
    what: badValue("is neither true nor false"),
    why: ({ anyCase }) =>
      anyCase === "yes"
        ? "The format knows only the words true and false; some receivers read others too, some do not."
        : "The format knows only the lower-case words true and false; some receivers read others too, some do not.",
    fix: ({ anyCase }) =>
      `Set the export to write true and false${anyCase === "yes" ? "" : " in lower case"}.`,
  },
  "column-order": {
    title: "Columns in another order",
    what: ({ file, column }) =>
      `${file} has its columns in another order than the standard, first at ${quote(column)}.`,
    why: "Receivers that read by position put the values into the wrong fields.",
    fix: ({ expected }) => `Bring the columns into this order: ${expected}. Any metadata columns come last.`,
  },
  "date-malformed": {
    title: "Dates that cannot be read",
    what: badValue("is not a date as the format writes it"),
    why: lost,
    fix: ({ forms }) =>
      `Export dates as ${forms === undefined ? "YYYY-MM-DD (2026-08-17), and times as 2026-08-17T06:00:00.000Z" : String(forms).replaceAll(", ", " or ")}. Do not save the file in a spreadsheet.`,
  },
  "dangling-reference": {
    title: "References to nothing",
    what: ({ count, file, column, target, distinct, example, exampleRows }) =>
      `${rowsHave(count, file)} a value in column ${column} that is not in ${target}: ${distinct === 1 ? quote(example) : `${many(distinct, "value")}, most often ${quote(example)} (${many(exampleRows, "row")})`}.`,
    why: ({ required }) =>
      required === "yes"
        ? "The receiver cannot place such a row and drops it. When many rows name one missing record, that record is the cause."
        : "The receiver keeps the row and leaves the reference out. When many rows name one missing record, that record is the cause.",
    fix: ({ target }) =>
      `Add the missing records to ${target}, or export all files at the same moment and with the same filter.`,
  },
  "duplicate-key": {
    title: "The same id twice",
    what: ({ count, file, column, distinct, example }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "repeats" : "repeat"} the ${column} of an earlier row: ${many(distinct, "id")}, such as ${quote(example)}.`,
    why: "Only one row of each id is kept, and which one is up to the receiver.",
    fix: "Make the export write each record once; if two people share an id, give one of them another in the student information system.",
  },
  "email-malformed": {
    title: "E-mail addresses that are none",
    what: badValue("is not an e-mail address"),
    why: "Invitations and password mails do not arrive.",
    fix: "Correct the address in the student information system.",
  },
  "enum-value-unknown": {
    title: "Values the format does not know",
    what: (facts) =>
      badValue(
        facts.open === "yes"
          ? "is not one of the known values"
          : "is not one of the values the format allows",
      )(facts),
    why: (facts) =>
      facts.open === "yes"
        ? "Only a part of the format's list of values is public, so the receiver may know this one."
        : lost(facts),
    fix: ({ allowed, open, anyCase }) =>
      open === "yes"
        ? `Compare it with the receiver's own list; known are ${allowed}.`
        : `Use one of these${anyCase === "yes" ? "" : ", written exactly so"}: ${allowed}.`,
  },
  "header-case": {
    title: "Column names in another spelling",
    what: ({ file, column, expected }) => `${file} spells the column ${quote(expected)} as ${quote(column)}.`,
    why: "Rosterguard reads it all the same, but receivers that compare letter by letter do not find the column.",
    fix: ({ expected }) => `Name the column exactly ${quote(expected)}.`,
  },
  "header-renamed": {
    title: "Column names of another version",
    what: ({ file, column, expected }) =>
      `${file} has the column ${quote(column)}, which this format calls ${quote(expected)}.`,
    why: "Rosterguard reads it all the same, but the receiver may not find the column.",
    fix: ({ expected }) => `Name the column exactly ${quote(expected)}.`,
  },
  "identifier-malformed": {
    title: "Ids in a form that is not allowed",
    what: (facts) =>
      facts.length === undefined
        ? badValue("is not a well-formed id")(facts)
        : badValue(`does not have the ${facts.length} characters that ids have here`)(facts),
    why: ({ length }) =>
      length === undefined
        ? "Receivers refuse such an id, and every record that refers to it."
        : "It may be another kind of number in the wrong column; then the records would not match.",
    fix: ({ type }) => {
      if (type === "guid")
        return "Use a GUID: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12 with hyphens between them.";
      if (type === "identifier")
        return "Use at most 255 characters that can be seen, without a space before or after them, and the id that the system already has.";
      return "Use letters, digits and . - _ / @ only, at most 255 of them and without spaces, and the id that the system already has.";
    },
  },
  "list-item-empty": {
    title: "Lists with a gap",
    what: badValue("is a list with an empty item"),
    why: "Items after the gap may be paired with the wrong ones, as subjects with their codes.",
    fix: "Remove the extra comma.",
  },
  "lost-leading-zeros": {
    title: "Leading zeros lost",
    what: ({ count, file, column, example, meant, target, targetColumn, lostIn }) =>
      lostIn === "key"
        ? `${many(count, "row")} of ${file} ${count === 1 ? "finds" : "find"} no match because ${target} lost the zeros at the front of ${targetColumn}: ${quote(meant)} there ought to be ${quote(example)}.`
        : `${rowsHave(count, file)} lost the zeros at the front of ${column}: ${quote(example)} ought to be ${quote(meant)}.`,
    why: ({ proof }) =>
      `${proof === "list" ? "The receiver does not know the value without its zero." : "The ids no longer match, so records are dropped or made a second time."} A spreadsheet does this when it opens a CSV file.`,
    fix: "Export again and upload that file without opening it in a spreadsheet; to look inside, import the column as text.",
  },
  "missing-column": {
    title: "Columns missing",
    what: ({ file, columns, count, required }) =>
      `${file} lacks ${required === "yes" ? "the required" : "the optional"} ${count === 1 ? "column" : "columns"} ${columns}.`,
    why: ({ required }) =>
      required === "yes"
        ? "Without it the receiver refuses the file."
        : "The standard wants every column, if need be empty; most receivers do without.",
    fix: "Add the columns to the export, with exactly these names.",
  },
  "missing-file": {
    title: "Files missing",
    what: ({ file, because, by }) =>
      because === "one-of"
        ? `The package has none of ${file}, and at least one of them is expected.`
        : `${file} is not in the package${missingFile(because, by)}.`,
    why: ({ because }) =>
      because === "references"
        ? "Rows that refer to it cannot be placed and are dropped."
        : "The receiver may refuse the package or leave out what depends on it.",
    fix: "Add the file to the export and to the package.",
  },
  "number-malformed": {
    title: "Numbers that are none",
    what: badValue("is not a number"),
    why: lost,
    fix: ({ type }) =>
      type === "integer"
        ? "Write a whole number in digits, without units or separators for thousands."
        : "Write digits with a point for decimals, without units or separators for thousands.",
  },
  "required-value-missing": {
    title: "Required values missing",
    what: ({ count, file, column }) => `${rowsHave(count, file)} no ${column}, which is required.`,
    why: "The receiver drops a row without it.",
    fix: "Fill it in at the source, in the student information system, and export again.",
  },
  "spreadsheet-date": {
    title: "Values changed by a spreadsheet",
    what: ({ count, file, column, example, damage, distinct }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "has" : "have"} a value in column ${column} that a spreadsheet turned ${damages[String(damage)] ?? "into something else"}: ${distinct === 1 ? quote(example) : `${many(distinct, "value")}, such as ${quote(example)}`}.`,
    why: "What stood there before is gone from this file; a grade 6-8 that became 8-Jun means nothing to the receiver.",
    fix: "Export again and upload that file without opening it in a spreadsheet. It cannot be repaired with certainty.",
  },
  "unknown-column": {
    title: "Columns the format does not have",
    what: ({ file, column, suggestion }) =>
      `${file} has a column ${quote(column)} that the format does not know${suggestion === "" || suggestion === undefined ? "" : `; perhaps ${quote(suggestion)} is meant`}.`,
    why: "The receiver does not read it, or refuses the file.",
    fix: ({ prefix }) =>
      prefix === ""
        ? "Correct the name or remove the column."
        : `Correct the name, remove the column, or write it as ${prefix}NAME at the right edge.`,
  },
  "user-id-malformed": {
    title: "User ids in another form",
    what: badValue("is not of the form {type:id}"),
    why: lost,
    fix: "Write {type:id}, for instance {SIS:12345}; several are separated by commas.",
  },
  "year-malformed": {
    title: "Years that are none",
    what: badValue("is not a year of four digits"),
    why: lost,
    fix: ({ yearIs }) =>
      yearIs === undefined
        ? "Write the year with four digits, as 2027."
        : `Write the year in which the school year ${yearIs === "end" ? "ends: 2027" : "begins: 2026"} for 2026-2027.`,
  },
} as const satisfies Record<string, RuleWords>;

const missingFile = (because: string | number | undefined, by: string | number | undefined): string => {
  if (because === "references") return `, although ${by} refers to it`;
  if (because === "manifest") return ", which ought to say what the package holds";
  return ", and the receiver needs it";
};
