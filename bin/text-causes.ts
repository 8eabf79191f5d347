import type { FindingJson, Report } from "../utils/findings/report.ts";

/** The parts of the text report that keep thousands of rows to a line: what explains them, and what the LEA knows of. */

type Plain = (text: string) => string;

const number = (value: number): string => value.toLocaleString("en-US");
const rows = (value: number): string => `${number(value)} ${value === 1 ? "row" : "rows"}`;

/** Each cause with its proof, its fix and what it explains, the largest first. */
export const renderCauses = ({ causes = [] }: Report, plain: Plain): string[] =>
  causes.length === 0
    ? []
    : [
        "Root causes",
        ...causes.flatMap(({ id, title, count, proof, fix, repairable, explains }) => [
          `- ${title}: explains ${rows(count)} [${id}]`,
          `  Proof: ${plain(proof)}`,
          `  How to fix it: ${plain(fix)}${repairable ? " (rosterguard repair can make the copy)" : ""}`,
          ...explains.map(({ rule, file, column, count: part }) =>
            plain(`    ${rows(part)}  ${[file, column, `[${rule}]`].filter(Boolean).join("  ")}`),
          ),
        ]),
      ];

/** A finding that a cause explains: one line, for the rest is said there. */
export const renderExplained = ({ message, rule, cause }: FindingJson, plain: Plain): string[] => [
  `- ${plain(message)} [${rule}] (root cause: ${plain(cause ?? "")})`,
];

/** What the LEA has acknowledged: counted, named with its reason and last day, and no reason to reject. */
export const renderAcknowledged = ({ findings }: Report, plain: Plain): string[] => {
  const known = findings.flatMap((finding) =>
    finding.acknowledged === undefined ? [] : [{ ...finding, acknowledged: finding.acknowledged }],
  );
  if (known.length === 0) return [];
  return [
    "Acknowledged by the LEA",
    ...known.flatMap(({ message, rule, outcome, acknowledged: { reason, until, by } }) => [
      `- ${plain(message)} [${rule}, ${outcome}]`,
      `  Until ${until}${by === undefined ? "" : `, by ${plain(by)}`}: ${plain(reason)}`,
    ]),
  ];
};
