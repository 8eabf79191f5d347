import type { Report } from "../utils/findings/report.ts";

export const exitCodes = { accepted: 0, rejected: 1, usage: 2, unreadable: 3 } as const;

/** Rules of these names are comparisons that were asked for and could not be made. */
const asked = new Set(["compare-with-previous"]);

/**
 * What a scheduled job acts on. A fault (or, as asked, a warning) that nobody acknowledged rejects; what could not be read is never called
 * accepted, whatever `failOn` says.
 */
export const exitCodeOf = (report: Report, failOn: "fault" | "warning" | "never"): number => {
  const { verdict, totals, findings, notChecked } = report;
  if (verdict === "could-not-check") return exitCodes.unreadable;
  const known = findings.reduce(
    (sum, { outcome, acknowledged, count }) =>
      sum + (outcome === "warning" && acknowledged !== undefined ? count : 0),
    0,
  );
  const rejects =
    (failOn !== "never" && verdict === "reject") || (failOn === "warning" && totals.warnings > known);
  if (rejects) return exitCodes.rejected;
  return notChecked.some(({ rule }) => asked.has(rule)) ? exitCodes.unreadable : exitCodes.accepted;
};
