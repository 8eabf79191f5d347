import type { CheckContext } from "./checks/rule.ts";
import { runChecks } from "./checks/run-checks.ts";
import type { Report } from "./findings/report.ts";
import { unknownFormat } from "./formats/index.ts";
import { makeReport } from "./pipeline/make-report.ts";
import { type CheckOptions, settingsOf } from "./pipeline/options.ts";
import { makeYield, startPhases } from "./pipeline/phases.ts";
import { readPackage } from "./pipeline/read-package.ts";
import { recognise, withoutRole } from "./pipeline/recognise.ts";
import { nameOf, readPrevious, rosterOf, sketchOf, whyNoRoster } from "./pipeline/roster-of.ts";
import { rulesFor } from "./pipeline/rules-for.ts";
import { makePlan } from "./reconcile/plan.ts";
import { planAlone } from "./reconcile/plan-alone.ts";
import { findPreviousPeople, recordsOfRoster } from "./reconcile/previous-people.ts";
import type { Roster } from "./roster/roster.ts";
import type { SourceFile } from "./table/source.ts";

export type { CheckOptions, CheckProgress } from "./pipeline/options.ts";

/**
 * The whole check: table, formats, checks, reconcile. Data that is wrong is in the report and never throws; an aborted
 * signal rejects with its reason. `roster` is what the package tells when it holds a whole one; `context` is what the
 * rules looked at, for whoever mends what they found.
 */
export const checkPackage = async (
  sources: readonly SourceFile[],
  options: CheckOptions,
): Promise<{ report: Report; context: CheckContext; roster?: Roster }> => {
  const now = options.performanceNow ?? (() => 0);
  const phases = startPhases(now);

  const read = await readPackage(sources, options);
  phases.end("read");

  const recognised = recognise(read, options);
  const { system, files, manifest } = recognised;
  options.onTables?.(read.tables, files);
  phases.end("recognise");

  const because = whyNoRoster(read, recognised);
  let made: Roster | undefined;
  const makeRoster = () => {
    made ??= because === undefined ? rosterOf(recognised, options, nameOf(sources)) : undefined;
    return made;
  };
  const previous = await readPrevious(options, recognised, makeRoster);
  // A roster compares with a roster; only then is it needed before the checks, and without a plan too.
  const early = previous.roster && makeRoster();
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
    previous: previous.roster ? findPreviousPeople(previous.roster, early) : previous.people,
    ...(early && { records: recordsOfRoster(early) }),
  };
  const checked = await runChecks(context, {
    rules: rulesFor(recognised.format),
    yieldNow: makeYield(now),
    ...(options.signal && { signal: options.signal }),
    ...(options.onFinding && { onFinding: options.onFinding }),
  });
  phases.end("checks");

  const { mode, page, language } = options;
  const isAlone = page === undefined && previous.roster === undefined;
  const sketch =
    options.plan !== false && options.roster === false && isAlone && because === undefined
      ? sketchOf(recognised, options, nameOf(sources))
      : undefined;
  const roster = options.plan === false || sketch ? undefined : makeRoster();
  const plan = sketch
    ? planAlone(sketch, { mode, system, language })
    : roster
      ? makePlan({ file: roster, page, previous: previous.roster, mode, system, language })
      : null;
  phases.end("reconcile");

  const withoutPlan = { plan: recognised.format && because, "compare-with-previous": previous.because };
  const { timings } = phases;
  const report = makeReport({ sources, read, recognised, checked, plan, withoutPlan, timings }, options);
  return { report, context, ...(roster && { roster }) };
};
