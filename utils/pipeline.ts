import type { CheckContext } from "./checks/rule.ts";
import { runChecks } from "./checks/run-checks.ts";
import type { Report } from "./findings/report.ts";
import { unknownFormat } from "./formats/index.ts";
import type { PackedRoster } from "./packed/packed.ts";
import { comparePackage } from "./pipeline/compare-package.ts";
import { makeReport } from "./pipeline/make-report.ts";
import { type CheckOptions, settingsOf } from "./pipeline/options.ts";
import { makeYield, startPhases } from "./pipeline/phases.ts";
import { readPackage } from "./pipeline/read-package.ts";
import { recognise, withoutRole } from "./pipeline/recognise.ts";
import { nameOf, whyNoRoster } from "./pipeline/roster-of.ts";
import { rulesFor } from "./pipeline/rules-for.ts";
import type { Roster } from "./roster/roster.ts";
import type { SourceFile } from "./table/source.ts";

export type { CheckOptions, CheckProgress } from "./pipeline/options.ts";

/** `packed` stands for `roster` where that was asked for. */
export type Checked = { report: Report; context: CheckContext; roster?: Roster; packed?: PackedRoster };

/**
 * The whole check: table, formats, checks, reconcile. Data that is wrong is in the report and never throws; an aborted
 * signal rejects with its reason. `roster` is what the package tells when it holds a whole one; `context` is what the
 * rules looked at, for whoever mends what they found.
 */
export const checkPackage = async (
  sources: readonly SourceFile[],
  options: CheckOptions,
): Promise<Checked> => {
  const now = options.performanceNow ?? (() => 0);
  const phases = startPhases(now);

  const read = await readPackage(sources, options);
  phases.end("read");

  const recognised = recognise(read, options);
  const { system, files, manifest } = recognised;
  options.onTables?.(read.tables, files);
  phases.end("recognise");

  const because = whyNoRoster(read, recognised);
  const comparison = await comparePackage(recognised, options, {
    name: nameOf(sources),
    noRoster: because,
  });
  const { previous, records, packed } = comparison;
  phases.end("previous");

  const context: CheckContext = {
    format: recognised.format ?? unknownFormat,
    system,
    receiver: recognised.receiver,
    files,
    manifest,
    fileNames: read.fileNames,
    others: withoutRole(read.tables, files),
    problems: read.problems,
    mode: options.mode,
    date: options.date,
    settings: settingsOf({ ...options, system }),
    previous,
    ...(records && { records }),
  };
  const checked = await runChecks(context, {
    rules: rulesFor(recognised.format),
    yieldNow: makeYield(now),
    ...(options.signal && { signal: options.signal }),
    ...(options.onFinding && { onFinding: options.onFinding }),
  });
  phases.end("checks");

  const { plan, roster } = comparison.conclude();
  phases.end("reconcile");

  const withoutPlan = { plan: recognised.format && because, "compare-with-previous": comparison.because };
  const { timings } = phases;
  const report = makeReport({ sources, read, recognised, checked, plan, withoutPlan, timings }, options);
  return { report, context, ...(roster && { roster }), ...(packed && { packed }) };
};
