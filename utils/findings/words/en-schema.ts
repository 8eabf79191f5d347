import { many, quote, rowsHave } from "./en-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** English: what a format's schema says of a field beyond its type, and of fields together. */

const badValue = ({ count, file, column, example }: Facts, condition: string): string =>
  `${rowsHave(count, file)} a value in column ${column} that ${condition}, such as ${quote(example)}.`;

const lost = ({ required }: Facts): string =>
  required === "yes"
    ? "The receiver needs this value and drops a row without it."
    : "The receiver leaves the value out or stops at it.";

const range = ({ min, max }: Facts): string => {
  if (min === undefined) return `${max} at most`;
  return max === undefined ? `${min} at least` : `from ${min} to ${max}`;
};

export const schemaEn = {
  "joint-key-repeated": {
    title: "The same row twice",
    what: ({ count, file, columns, example }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "repeats" : "repeat"} an earlier row in ${columns}, such as ${quote(example)}.`,
    why: "Only one row of each is kept, and which one is up to the receiver.",
    fix: "Make the export write each row once; if the rows differ elsewhere, find out at the source which one is right.",
  },
  "number-out-of-range": {
    title: "Numbers outside their range",
    what: (facts) => badValue(facts, `is not ${range(facts)}`),
    why: lost,
    fix: (facts) => `Write a number ${range(facts)}.`,
  },
  "pattern-not-met": {
    title: "Values of another shape",
    what: (facts) => badValue(facts, `is not ${facts.says}`),
    why: lost,
    fix: ({ column, says }) => `Write ${column} as ${says}.`,
  },
  "phone-malformed": {
    title: "Phone numbers in another form",
    what: (facts) => badValue(facts, "is not a phone number with its country code"),
    why: "Messages and calls to it do not arrive.",
    fix: "Write + and the country code, then digits only: +15125550123.",
  },
  "record-rows-differ": {
    title: "Rows of one record that differ",
    what: ({ count, file, column, id, example, one, other }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "has" : "have"} another ${column} than the first row of the same ${id}: ${quote(example)} has ${quote(one)} and ${quote(other)}.`,
    why: "The rows of one record may differ in their contacts only; which of the values is kept is up to the receiver.",
    fix: "Export both rows from the same record at the same moment, or correct the one that is wrong at the source.",
  },
  "value-too-long": {
    title: "Values longer than allowed",
    what: (facts) => badValue(facts, `has more than ${many(facts.maxLength, "character")}`),
    why: "The receiver cuts the value short, leaves it out or refuses the row.",
    fix: ({ maxLength }) => `Shorten the value at the source to ${many(maxLength, "character")} at most.`,
  },
} as const satisfies Record<string, RuleWords>;
