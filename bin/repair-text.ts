import type { RepairReport } from "../utils/repair/repair-report.ts";

const verdicts = {
  accept: "accepted",
  reject: "rejected",
  "could-not-check": "could not be checked",
} as const;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

const sayTotals = ({ verdict, faults, warnings }: RepairReport["before"]): string =>
  `${verdicts[verdict]} (${count(faults, "fault")}, ${count(warnings, "warning")})`;

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ""];

/** A repair in words: what was changed, what the check says of the copy, and what is left and why. */
export const renderRepair = (repair: RepairReport): string =>
  [
    ...list(
      "Changed in the copy",
      repair.changes
        .filter(({ made }) => made)
        .map((one) => `${one.file}: ${one.count.toLocaleString("en-US")} × ${one.why}`),
    ),
    ...list(
      "To be changed in the spreadsheet (changes.csv lists the cells)",
      repair.changes
        .filter(({ made }) => !made)
        .map((one) => `${one.file}: ${one.count.toLocaleString("en-US")} × ${one.why}`),
    ),
    ...list(
      "Left as it is, rather than guess",
      repair.left.map(
        ({ file, column, rows, because }) =>
          `${file}${column === "" ? "" : `, ${column}`}${rows === 0 ? "" : ` (${count(rows, "row")})`}: ${because}`,
      ),
    ),
    ...list(
      "No longer found",
      repair.gone.map(({ rule, message }) => `${rule}: ${message}`),
    ),
    ...list(
      "Found only in the copy",
      repair.appeared.map(({ rule, message }) => `${rule}: ${message}`),
    ),
    ...list(
      "Remains",
      repair.remaining.map(({ rule, message, because }) => `${rule}: ${message} Why: ${because}`),
    ),
    `The original is ${sayTotals(repair.before)}; the copy is ${sayTotals(repair.after)}.`,
    "",
  ].join("\n");
