import { many, number, quote } from "./en-phrases.ts";
import type { Facts } from "./rule-words.ts";

/** The words of one root cause: a title for lists, the proof in numbers, and what a person can do. */
export type CauseWords = {
  title: string;
  proof: (facts: Facts) => string;
  fix: (facts: Facts) => string;
};

/** "97 %", "0.3 %". */
const share = (part: number | string | undefined, whole: number | string | undefined): string =>
  Number(whole ?? 0) === 0 ? "0 %" : `${Math.round((Number(part ?? 0) / Number(whole)) * 1000) / 10} %`;

const records: Record<string, [string, string]> = {
  orgs: ["school", "schools"],
  schools: ["school", "schools"],
  academicSessions: ["term", "terms"],
  terms: ["term", "terms"],
};

const recordOf = ({ role, absent }: Facts): string =>
  absent === 1 ? (records[String(role)]?.[0] ?? "record") : (records[String(role)]?.[1] ?? "records");

const zerosProof = (facts: Facts): string => {
  const { matched = 0, of = 0, byLength = 0, byPrevious = 0, byList = 0, example, meant, target } = facts;
  const parts: string[] = [];
  if (Number(matched) > 0) {
    parts.push(
      `${number(Number(matched))} of ${many(of, "reference")} to nothing (${share(matched, of)}) match a record of ${target} once the zeros are put back`,
    );
  }
  if (Number(byLength) > 0) {
    parts.push(`${many(byLength, "id")} ${byLength === 1 ? "is" : "are"} shorter than your LEA's ids are`);
  }
  if (Number(byPrevious) > 0) {
    parts.push(
      `${many(byPrevious, "id")} ${byPrevious === 1 ? "stands" : "stand"} with zeros in the last file`,
    );
  }
  if (Number(byList) > 0) {
    parts.push(
      `${many(byList, "value")} ${byList === 1 ? "is" : "are"} on the format's list with a zero in front`,
    );
  }
  return `${parts.join("; ")}, such as ${quote(example)} for ${quote(meant)}.`;
};

const staleProof = (facts: Facts): string => {
  const { file, column, target, dangling, of, rows, all } = facts;
  const head = `${number(Number(dangling))} of ${number(Number(of))} references in ${file}, column ${column}, (${share(dangling, of)}) name nothing in ${target}`;
  const whole = `; this explains ${number(Number(rows))} of all ${many(all, "reference")} to nothing`;
  switch (facts.proof) {
    case "groups":
      return `${head}: ${facts.inside} % of those with ${facts.by} ${quote(facts.example)}${Number(facts.groups) > 1 ? ` and ${many(Number(facts.groups) - 1, "other value")}` : ""}, and ${facts.outside} % of those with any other${whole}.`;
    case "dates":
      return `${head}; ${facts.stale} was last changed on ${facts.last} and the other file on ${facts.other}${whole}.`;
    case "distance":
      return `${head}, and ${number(Number(facts.unnamed))} of the ${many(facts.keys, "record")} of ${target} are named by nothing: the two have next to nothing in common${whole}.`;
    default:
      return `${head}, while ${number(Number(facts.others) - Number(facts.othersAbsent))} of ${number(Number(facts.others))} references to ${target} in the other files are found${whole}.`;
  }
};

const signs: Record<string, (facts: Facts) => string> = {
  reader: ({ file }) => `${file} could not be read to its end`,
  "sheet-limit": ({ file, rows }) =>
    `${file} has ${many(rows, "row")} below its header, which is all that a spreadsheet can hold`,
  "last-row": ({ file, line }) =>
    `The last row of ${file}, line ${number(Number(line))}, breaks off before its last column`,
  "round-size": ({ file, bytes }) =>
    `${file} has exactly ${number(Number(bytes))} bytes, a whole number of 4,096-byte blocks`,
};

const shifts: Record<string, (facts: Facts) => string> = {
  swapped: ({ column, neighbour }) =>
    `what stands in ${column} is right for ${neighbour}, and the other way round`,
  left: ({ column, neighbour, columns }) =>
    `the values of ${many(columns, "column")} are right one column further on, as those of ${column} are for ${neighbour}`,
  right: ({ column, neighbour, columns }) =>
    `the values of ${many(columns, "column")} are right one column before, as those of ${column} are for ${neighbour}`,
};

export const causesEn: Readonly<Record<string, CauseWords>> = {
  "column-shifted": {
    title: "Values stand in the wrong column",
    proof: (facts) =>
      `In ${many(facts.rows, "row")} of ${number(Number(facts.of))} of ${facts.file}${Number(facts.from) > 0 ? `, all from line ${number(Number(facts.from))} on` : ""}, ${shifts[String(facts.how)]?.(facts)}, such as ${quote(facts.example)}.`,
    fix: ({ how, from }) =>
      how === "swapped"
        ? "Give the two columns each other's header, or change their order in the export."
        : Number(from) > 0
          ? `Look at line ${number(Number(from))}: a comma too many or too few, or a cell that was deleted, moves all that follows. Export again.`
          : "A column was inserted or deleted without its header. Export again with the header and the values in one order.",
  },
  "date-format": {
    title: "All dates are written in another way",
    proof: ({ fit, of, format, formats, ambiguous, example }) =>
      ambiguous === "yes"
        ? `${number(Number(fit))} of ${many(of, "date")} fit ${String(formats).replaceAll(", ", " as well as ")}, such as ${quote(example)}: no value tells the day from the month.`
        : `${number(Number(fit))} of ${many(of, "date")} fit ${format} and no other format fits as many, such as ${quote(example)}.`,
    fix: ({ ambiguous, copy }) =>
      ambiguous !== "yes" && copy !== "yes"
        ? "Export the dates as YYYY-MM-DD. This way of writing leaves something open in a column by itself, so no copy is corrected for you."
        : ambiguous === "yes"
          ? "Export the dates as YYYY-MM-DD. Nobody can tell here which number is the month, so no copy is corrected for you."
          : "Export the dates as YYYY-MM-DD, or have a corrected copy made: the way they are written is certain.",
  },
  "file-re-encoded": {
    title: "A file was saved in the wrong encoding",
    proof: ({ rows, of, file, example, meant, how }) =>
      how === "marked"
        ? `${many(rows, "value")} of ${file} ${rows === 1 ? "holds" : "hold"} a mark where a letter was lost, such as ${quote(example)}.`
        : how === "double"
          ? `${number(Number(rows))} of ${many(of, "value")} fit once the accented letters of ${file} are read as they were written, such as ${quote(example)} for ${quote(meant)}.`
          : `${number(Number(rows))} of ${many(of, "value")} fit once the letters that ${file} has lost are allowed for, such as ${quote(example)} for ${quote(meant)}.`,
    fix: ({ how }) =>
      how === "double"
        ? "Export again as UTF-8 and do not save the file in another program, or have a corrected copy made."
        : "Export again as UTF-8: the letters are lost in this file, and no copy can bring them back.",
  },
  "file-truncated": {
    title: "A file ends too early",
    proof: (facts) =>
      `${signs[String(facts.sign)]?.(facts)}; ${Number(facts.behind) > 0 ? `${number(Number(facts.behind))} of ${many(facts.of, "reference")} to nothing come after its last record` : `${many(facts.of, "reference")} to it ${facts.of === 1 ? "finds" : "find"} nothing`}.`,
    fix: ({ sign }) =>
      sign === "sheet-limit"
        ? "Upload the export itself: a spreadsheet drops the rows it cannot hold when it saves."
        : "Export or download the file again, and wait until it is written to its end.",
  },
  "leading-zeros-lost": {
    title: "Leading zeros were removed",
    proof: zerosProof,
    fix: () =>
      "Export again and upload that file without opening it in a spreadsheet, or have a corrected copy made: the values prove what they were.",
  },
  "missing-record": {
    title: "A record that many rows refer to is missing",
    proof: (facts) =>
      `${number(Number(facts.rows))} of ${many(facts.of, "reference")} to nothing in ${facts.file} (${share(facts.rows, facts.of)}) name ${facts.absent === 1 ? `one ${recordOf(facts)}` : `only ${facts.absent} ${recordOf(facts)}`}, ${String(
        facts.ids,
      )
        .split(", ")
        .map(quote)
        .join(
          ", ",
        )}, which ${facts.absent === 1 ? "is" : "are"} not in that file of ${many(facts.there, "row")}.`,
    fix: (facts) =>
      `Add the ${recordOf(facts)} to ${facts.file}, or leave out the rows that belong to ${facts.absent === 1 ? "it" : "them"}: often the export's filter lacks ${facts.absent === 1 ? "it" : "them"}.`,
  },
  spreadsheet: {
    title: "A spreadsheet changed the values",
    proof: ({ rows, columns, example, file, column }) =>
      `${many(rows, "value")} in ${many(columns, "column")} ${rows === 1 ? "has" : "have"} a form that only a spreadsheet writes, such as ${quote(example)} in ${file}, column ${column}.`,
    fix: () =>
      "Export again and upload that file without opening it in a spreadsheet. What the values were cannot be told from this file.",
  },
  "stale-file": {
    title: "Two files are not of one time or one selection",
    proof: staleProof,
    fix: ({ file, target }) =>
      `Export ${file} and ${target} at the same moment and with the same filter of schools and terms, and upload both.`,
  },
  "term-out-of-date": {
    title: "A term has the dates of another year",
    proof: ({ rows, of, terms, ids, start, until, file, target, example }) =>
      `All ${many(rows, "enrollment")} of ${file} outside their dates (${share(rows, of)} of the ${number(Number(of))} there are) belong to ${terms === 1 ? "one term" : `only ${terms} terms`}, ${quote(ids)}, which ${target} dates from ${start} to ${until}, such as one from ${example}.`,
    fix: ({ target }) =>
      `Export ${target} with this year's terms, or give the classes the term that they are taught in.`,
  },
};
