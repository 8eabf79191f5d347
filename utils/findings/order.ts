import { type Finding, type NotChecked, outcomes } from "./finding.ts";

/** Faults first, then warnings, then notes; within an outcome by count, then by rule and file so that it is stable. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
      b.count - a.count ||
      compare(a.rule, b.rule) ||
      compare(String(a.args.file ?? ""), String(b.args.file ?? "")) ||
      compare(String(a.args.column ?? ""), String(b.args.column ?? "")),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type Verdict = "accept" | "reject" | "could-not-check";

/**
 * What to tell the person: any fault is a reason to hold the upload back; without one, whatever could not be read is a
 * reason not to call it good. `formatId` "unknown" means that nobody knows what the files ought to hold.
 */
export const verdictOf = (
  findings: readonly Pick<Finding, "outcome">[],
  notChecked: readonly NotChecked[],
  problems: readonly { fatal: boolean }[],
  formatId?: string,
): Verdict => {
  if (findings.some(({ outcome }) => outcome === "fault")) return "reject";
  const blind =
    formatId === "unknown" ||
    problems.some(({ fatal }) => fatal) ||
    notChecked.some(({ because }) => because.kind === "file-unreadable" || because.kind === "our-fault");
  return blind ? "could-not-check" : "accept";
};
