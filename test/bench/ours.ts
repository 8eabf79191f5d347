import type { FindingJson } from "../../utils/findings/report.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import type { OpenRangeReader } from "../../utils/table/range.ts";
import type { SourceFile } from "../../utils/table/source.ts";

/** Rosterguard's side of the benchmark: the product's own pipeline, its findings under the names the planted faults have. */

export type OursResult = { rows: number; counts: Record<string, number>; timings: Record<string, number> };

const malformed = new Set([
  "boolean-malformed",
  "date-malformed",
  "email-malformed",
  "enum-value-unknown",
  "identifier-malformed",
  "list-item-empty",
  "number-malformed",
  "spreadsheet-date",
  "user-id-malformed",
  "year-malformed",
]);

const byColumn: Readonly<Record<string, string>> = {
  "bulk-with-status": "filled",
  "dangling-reference": "dangling",
  "duplicate-key": "duplicate",
  "required-value-missing": "missing",
};

/** A rule of one column is named "<what> <file>.<column>", a rule over several files by its id. */
const kindOf = ({ rule, samples }: FindingJson): string => {
  const what = malformed.has(rule) ? "invalid" : byColumn[rule];
  const [place] = samples;
  if (what === undefined || place === undefined) return rule;
  return `${what} ${place.file.replace(/\.csv$/, "")}.${place.column ?? ""}`;
};

/** Checks a package for CLI Engage, whose rules include every homeroom rule. Throws our own faults. */
export const checkOurs = async (
  files: readonly SourceFile[],
  performanceNow: () => number,
  openHelper?: OpenRangeReader,
): Promise<OursResult> => {
  const { report } = await checkPackage(files, {
    date: "2026-09-14",
    now: "2026-09-14T12:00:00.000Z",
    version: "0.0.0",
    system: "cli-engage",
    // The peer compares with nothing either.
    plan: false,
    performanceNow,
    openHelper,
  });
  const counts: Record<string, number> = {};
  for (const finding of report.findings) {
    const kind = kindOf(finding);
    counts[kind] = (counts[kind] ?? 0) + finding.count;
  }
  for (const { rule, because } of report.notChecked) {
    if (/fault/i.test(because)) throw new Error(`Rule ${rule} did not run: ${because}`);
  }
  return { rows: report.totals.rows, counts, timings: report.timings };
};
