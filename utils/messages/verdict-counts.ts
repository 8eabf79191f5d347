import type { Report } from "../findings/report.ts";
import type { Policy } from "../policy/policy.ts";
import type { VerdictCounts } from "./answers.ts";
import { type VerdictWords, verdictWords } from "./verdict-words.ts";

const planned = ["added", "moved", "changed", "removed", "rekeyed"] as const;

/** A package that comes in several steps: how many files of it came before. */
export type InSteps = { together: number };

const sum = (findings: Report["findings"], outcome: "fault" | "warning"): number =>
  findings.reduce((all, finding) => all + (finding.outcome === outcome ? finding.count : 0), 0);

/**
 * What a page may know of a report: counts and sentences without a name, a file name or a value. Of a package that comes
 * in several steps, a file that is not there yet is said, and is no fault.
 */
export const countVerdict = (
  report: Report,
  language: Policy["language"],
  steps?: InSteps,
): VerdictCounts => {
  const words = verdictWords(language);
  const number = (count: number) => count.toLocaleString(language === "es" ? "es-US" : "en-US");
  const isAwaited = ({ rule }: { rule: string }) => steps !== undefined && rule === "missing-file";
  const awaited = report.findings.filter(isAwaited);
  const counted = report.findings.filter((finding) => !isAwaited(finding));
  const known = counted.filter(({ acknowledged }) => acknowledged !== undefined);
  const countOf = (outcome: "fault" | "warning") => ({
    all: report.totals[`${outcome}s`] - sum(awaited, outcome),
    known: sum(known, outcome),
  });
  const { rows, notes } = report.totals;
  const [faults, warnings] = [countOf("fault"), countOf("warning")];
  const say = (line: VerdictWords["faults"], count: typeof faults): string[] =>
    count.all === 0 ? [] : [line(number(count.all), count.known === 0 ? undefined : number(count.known))];
  const rejects = counted.some(({ outcome, acknowledged }) => outcome === "fault" && !acknowledged);
  const verdict = awaited.length > 0 && !rejects ? "could-not-check" : report.verdict;
  const missing = [...new Set(awaited.flatMap(({ samples }) => samples.map(({ file }) => file)))];
  const { plan } = report;
  const students = plan ? planned.filter((kind) => plan.students[kind].count > 0) : [];
  return {
    verdict,
    rows,
    faults: faults.all - faults.known,
    warnings: warnings.all - warnings.known,
    notes,
    headline: words.headline[verdict],
    lines: [
      words.read(number(rows), report.files.length),
      ...(steps && steps.together > 0 ? [words.together(steps.together)] : []),
      ...(missing.length > 0 ? [words.missing(missing)] : []),
      ...say(words.faults, faults),
      ...say(words.warnings, warnings),
      ...(plan && students.length > 0
        ? [words.students(students.map((kind) => words.plan[kind](number(plan.students[kind].count))))]
        : []),
      ...(report.notChecked.length > 0 ? [words.notChecked(report.notChecked.length)] : []),
    ],
  };
};
