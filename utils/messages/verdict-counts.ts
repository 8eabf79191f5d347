import type { Report } from "../findings/report.ts";
import type { Policy } from "../policy/policy.ts";
import type { VerdictCounts } from "./answers.ts";
import { verdictWords } from "./verdict-words.ts";

const planned = ["added", "moved", "changed", "removed", "rekeyed"] as const;

/** What a page may know of a report: counts and sentences without a name, a file name or a value. */
export const countVerdict = (report: Report, language: Policy["language"]): VerdictCounts => {
  const words = verdictWords(language);
  const number = (count: number) => count.toLocaleString(language === "es" ? "es-US" : "en-US");
  const { rows, faults, warnings, notes } = report.totals;
  const { plan } = report;
  const students = plan ? planned.filter((kind) => plan.students[kind].count > 0) : [];
  return {
    verdict: report.verdict,
    rows,
    faults,
    warnings,
    notes,
    headline: words.headline[report.verdict],
    lines: [
      words.read(number(rows), report.files.length),
      ...(faults > 0 ? [words.faults(number(faults))] : []),
      ...(warnings > 0 ? [words.warnings(number(warnings))] : []),
      ...(plan && students.length > 0
        ? [words.students(students.map((kind) => words.plan[kind](number(plan.students[kind].count))))]
        : []),
      ...(report.notChecked.length > 0 ? [words.notChecked(report.notChecked.length)] : []),
    ],
  };
};
