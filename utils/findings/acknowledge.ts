import type { Acknowledged, Acknowledgement, Finding } from "./finding.ts";

/** What the LEA has acknowledged: findings it knows of, each with a reason and a last day. */

const baseName = (path: string): string => (path.split(/[/\\]/).at(-1) ?? path).toLowerCase();

/** Whether an acknowledgement speaks of findings of this rule in this place, whatever values it names. */
export const concerns = (
  { rule, file, column }: Acknowledgement,
  finding: { rule: string; args: Finding["args"] },
): boolean =>
  rule === finding.rule &&
  (file === undefined || baseName(file) === baseName(String(finding.args.file ?? ""))) &&
  (column === undefined || column.toLowerCase() === String(finding.args.column ?? "").toLowerCase());

/** Whether all of a finding has one value: what was not kept as a sample is the same when it is one distinct value. */
const isAbout = ({ samples, count, args }: Finding, value: string): boolean =>
  samples.length > 0 &&
  samples.every((place) => place.value === value) &&
  (samples.length === count || args.distinct === 1);

/**
 * A finding with its acknowledgement. One that names a value holds only where all places have it (the checks take those
 * rows apart first); one whose last day is over is shown as expired and holds no longer. `date` is ISO.
 */
export const acknowledge = (
  finding: Finding,
  acknowledged: readonly Acknowledgement[],
  date: string,
): Finding => {
  const ours = acknowledged.filter(
    (one) => concerns(one, finding) && (one.value === undefined || isAbout(finding, one.value)),
  );
  // Dates of one shape sort as texts do; the one that holds longest says why.
  const [longest] = ours.sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0));
  if (longest === undefined) return finding;
  const { reason, until, by } = longest;
  const said: Acknowledged = { reason, until, ...(by !== undefined && { by }) };
  return until >= date ? { ...finding, acknowledged: said } : { ...finding, acknowledgementExpired: said };
};

/** Rows of findings that are acknowledged today. */
export const countAcknowledged = (findings: readonly Pick<Finding, "count" | "acknowledged">[]): number =>
  findings.reduce((sum, { count, acknowledged }) => sum + (acknowledged === undefined ? 0 : count), 0);
