import type { CheckContext } from "./checks/rule.ts";
import { runChecks } from "./checks/run-checks.ts";
import type { Report } from "./findings/report.ts";
import { unknownFormat } from "./formats/index.ts";
import type { PackedRoster } from "./packed/packed.ts";
import { unpackRoster } from "./packed/unpack-roster.ts";
import { makeReport } from "./pipeline/make-report.ts";
import { type CheckOptions, settingsOf } from "./pipeline/options.ts";
import { makeYield, startPhases } from "./pipeline/phases.ts";
import { readPackage } from "./pipeline/read-package.ts";
import { recognise, withoutRole } from "./pipeline/recognise.ts";
import { nameOf, packedOf, readPrevious, rosterOf, sketchOf, whyNoRoster } from "./pipeline/roster-of.ts";
import { rulesFor } from "./pipeline/rules-for.ts";
import { comparePacked } from "./reconcile/compare-packed.ts";
import { makePlan } from "./reconcile/plan.ts";
import { planAlone } from "./reconcile/plan-alone.ts";
import { findPreviousPeople, recordsOfRoster } from "./reconcile/previous-people.ts";
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
  const name = nameOf(sources);
  let made: Roster | undefined;
  const makeRoster = () => {
    made ??= because === undefined ? rosterOf(recognised, options, name) : undefined;
    return made;
  };
  const { mode, page, language } = options;
  const previous = await readPrevious(options, recognised);
  const isKept = options.roster === "packed";
  const packed =
    because === undefined && (isKept || previous.packed)
      ? packedOf(recognised, options, name, makeRoster)
      : undefined;
  if (packed && isKept) options.onPacked?.(packed);
  const compared =
    packed && previous.packed && page === undefined ? comparePacked(packed, previous.packed) : null;
  // What the pages show is laid over objects.
  const before = previous.roster ?? (compared === null && previous.packed && unpackRoster(previous.packed));
  // A roster compares with a roster; only then is it needed before the checks, and without a plan too.
  const early = before ? makeRoster() : undefined;
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
    previous: compared?.previous ?? (before ? findPreviousPeople(before, early) : previous.people),
    ...(compared ? { records: compared.records } : early && { records: recordsOfRoster(early) }),
  };
  const checked = await runChecks(context, {
    rules: rulesFor(recognised.format),
    yieldNow: makeYield(now),
    ...(options.signal && { signal: options.signal }),
    ...(options.onFinding && { onFinding: options.onFinding }),
  });
  phases.end("checks");

  const isAlone = page === undefined && !before && compared === null;
  const sketch =
    options.plan !== false && options.roster !== undefined && isAlone && because === undefined
      ? sketchOf(recognised, options, name)
      : undefined;
  const isMade = options.plan !== false && !sketch && (compared === null || options.roster === undefined);
  const roster = isMade ? makeRoster() : undefined;
  const around = { mode, system, language };
  const planOf = () => {
    if (options.plan === false) return null;
    if (compared) return compared.plan(around);
    if (sketch) return planAlone(sketch, around);
    return roster ? makePlan({ file: roster, page, previous: before || undefined, ...around }) : null;
  };
  const plan = planOf();
  phases.end("reconcile");

  const withoutPlan = { plan: recognised.format && because, "compare-with-previous": previous.because };
  const { timings } = phases;
  const report = makeReport({ sources, read, recognised, checked, plan, withoutPlan, timings }, options);
  return { report, context, ...(roster && { roster }), ...(packed && isKept && { packed }) };
};
