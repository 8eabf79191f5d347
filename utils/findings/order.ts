import { type Finding, type NotChecked, outcomes } from "./finding.ts";

/**
 * What explains the most comes first: a file that cannot be read (to its end) is the cause of what seems to be missing
 * from it, and a missing column of what its rows lack.
 */
const causes: readonly (readonly string[])[] = [
  [
    "encrypted-file",
    "truncated-zip",
    "unsafe-zip",
    "zip-in-zip",
    "unreadable-workbook",
    "wrong-file-type",
    "git-lfs-pointer",
    "file-too-large",
    "file-changed",
    "empty-file",
    "not-utf-8",
    "nul-bytes",
    "wrong-delimiter",
    "unclosed-quote",
    "irregular-quotes",
    "cell-too-long",
    "ragged-rows",
    "file-not-recognised",
  ],
  [
    "header-only",
    "duplicate-header",
    "empty-header",
    "reserved-header",
    "header-renamed",
    "header-case",
    "missing-column",
    "metadata-column-missing",
  ],
  ["missing-file", "manifest-against-content", "bulk-with-status"],
];

/** Every rule without a place of its own is about values, and comes after the causes. */
const depths: ReadonlyMap<string, number> = new Map(
  causes.flatMap((rules, depth) => rules.map((rule) => [rule, depth] as const)),
);
const depthOf = (rule: string): number => depths.get(rule) ?? causes.length;

/**
 * Faults first, then warnings, then notes; within an outcome causes before effects, then by count, then by rule and
 * file so that it is stable.
 */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
      depthOf(a.rule) - depthOf(b.rule) ||
      b.count - a.count ||
      compare(a.rule, b.rule) ||
      compare(String(a.args.file ?? ""), String(b.args.file ?? "")) ||
      compare(String(a.args.column ?? ""), String(b.args.column ?? "")),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type Verdict = "accept" | "reject" | "could-not-check";

/**
 * What to tell the person: any fault the LEA has not acknowledged is a reason to hold the upload back; without one, whatever could not be read is a
 * reason not to call it good. `formatId` "unknown" means that nobody knows what the files ought to hold.
 */
export const verdictOf = (
  findings: readonly Pick<Finding, "outcome" | "acknowledged">[],
  notChecked: readonly NotChecked[],
  problems: readonly { fatal: boolean }[],
  formatId?: string,
): Verdict => {
  const rejects = findings.some(
    ({ outcome, acknowledged }) => outcome === "fault" && acknowledged === undefined,
  );
  if (rejects) return "reject";
  const blind =
    formatId === "unknown" ||
    problems.some(({ fatal }) => fatal) ||
    notChecked.some(({ because }) => because.kind === "file-unreadable" || because.kind === "our-fault");
  return blind ? "could-not-check" : "accept";
};
