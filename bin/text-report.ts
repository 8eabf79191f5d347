import type { FindingJson, Report } from "../utils/findings/report.ts";
import { number, plain } from "./plain.ts";
import { renderAcknowledged, renderCauses, renderExplained } from "./text-causes.ts";
import { renderPlan } from "./text-plan.ts";

/** The report for a terminal: the verdict first, then what was read, what is wrong, what was not looked at, what changes. */

const samplesShown = 5;

const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

export const sayVerdict = ({ verdict, totals, notChecked, format, files }: Report): string => {
  const sums = [
    count(totals.faults, "fault"),
    count(totals.warnings, "warning"),
    count(totals.notes, "note"),
    ...(totals.acknowledged === undefined ? [] : [`${number(totals.acknowledged)} of them acknowledged`]),
  ];
  const found = `${sums.join(", ")} in ${count(totals.rows, "row")}`;
  if (verdict === "accept") return `ACCEPTED: no fault found; ${found}.`;
  if (verdict === "reject") return `REJECTED: ${found}.`;
  const unread = notChecked.length > 0 ? `; ${count(notChecked.length, "rule")} could not run` : "";
  return `COULD NOT CHECK: ${sayWhyNot(format.id, files)}; ${found}${unread}.`;
};

const sayWhyNot = (format: string, files: Report["files"]): string => {
  const tables = files.filter(({ columns }) => columns > 0);
  if (tables.length > 0 && tables.every(({ rows }) => rows === 0)) return "the files hold no rows";
  return tables.length > 0 && format === "unknown"
    ? "the files have no format that is known"
    : "not everything could be read";
};

export const renderText = (report: Report): string => {
  const { format, system, date } = report;
  const detected = `${format.id} (${Math.round(format.confidence * 100)} %)`;
  const parts = [
    [sayVerdict(report), `Format: ${detected}; receiver: ${system ?? "none named"}; made for ${date}.`],
    format.id === "unknown" ? format.evidence.map((line) => `  ${plain(line)}`) : [],
    renderFiles(report),
    renderCauses(report, plain),
    ...(["fault", "warning", "note"] as const).map((outcome) => renderFindings(report, outcome)),
    renderAcknowledged(report, plain),
    renderNotChecked(report),
    report.plan === null ? [] : renderPlan(report.plan),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
};

const renderFiles = ({ files }: Report): string[] => {
  if (files.length === 0) return [];
  const rows = files.map(({ name, role, rows, columns, bytes, encoding, lineEnding, delimiter }) => [
    plain(name),
    role === "" ? "-" : role,
    number(rows),
    number(columns),
    number(bytes),
    encoding || "-",
    lineEnding || "-",
    delimiter === "\t" ? "tab" : delimiter || "-",
  ]);
  return renderTable([
    ["File", "role", "rows", "columns", "bytes", "encoding", "line ends", "delimiter"],
    ...rows,
  ]);
};

const renderTable = (rows: readonly string[][]): string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
};

const titles = { fault: "Faults", warning: "Warnings", note: "Notes" } as const;

const renderFindings = ({ findings, causes = [] }: Report, outcome: FindingJson["outcome"]): string[] => {
  const found = findings.filter(
    (finding) => finding.outcome === outcome && finding.acknowledged === undefined,
  );
  const isExplained = ({ cause }: FindingJson) => causes.some(({ id }) => id === cause);
  return found.length === 0
    ? []
    : [
        titles[outcome],
        ...found.flatMap((finding) =>
          isExplained(finding) ? renderExplained(finding, plain) : renderFinding(finding),
        ),
      ];
};

const renderFinding = (finding: FindingJson): string[] => {
  const { rule, message, why, fix, whoCanFix, source, certain, samples, cause } = finding;
  const expired = finding.acknowledgementExpired;
  const more = finding.count - Math.min(samples.length, samplesShown);
  return [
    `- ${plain(message)} [${rule}]`,
    ...(cause === undefined ? [] : [`  Cause: ${plain(cause)}`]),
    ...(expired === undefined
      ? []
      : [
          `  Acknowledged until ${expired.until}, which is over: it counts again. (${plain(expired.reason)})`,
        ]),
    `  Why it matters: ${plain(why)}`,
    `  How to fix it: ${plain(fix)} (who: ${whoCanFix})`,
    `  Source: ${source}${certain ? "" : " (assumed)"}`,
    ...samples.slice(0, samplesShown).map((place) => `    ${renderPlace(place)}`),
    ...(more > 0 ? [`    and ${number(more)} more`] : []),
  ];
};

const renderPlace = ({ file, line, column, value, related }: FindingJson["samples"][number]): string =>
  [
    plain(line === undefined ? file : `${file}:${line}`),
    column === undefined ? "" : plain(column),
    value === undefined ? "" : `"${plain(shorten(value))}"`,
    related === undefined ? "" : `(${plain(related)})`,
  ]
    .filter((part) => part !== "")
    .join("  ");

const shorten = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value);

const renderNotChecked = ({ notChecked }: Report): string[] =>
  notChecked.length === 0
    ? []
    : ["Not checked", ...notChecked.map(({ rule, because }) => `- ${rule}: ${plain(because)}`)];
