import type { PackageRecords, PreviousPeople } from "../checks/rule.ts";
import type { NotCheckedReason } from "../findings/finding.ts";
import type { Plan } from "../findings/report.ts";
import type { PackedRoster } from "../packed/packed.ts";
import { unpackRoster } from "../packed/unpack-roster.ts";
import { comparePacked } from "../reconcile/compare-packed.ts";
import { makePlan } from "../reconcile/plan.ts";
import { planAlone } from "../reconcile/plan-alone.ts";
import { findPreviousPeople, recordsOfRoster } from "../reconcile/previous-people.ts";
import { unpackBeside } from "../reconcile/unpack-beside.ts";
import type { Roster } from "../roster/roster.ts";
import type { CheckOptions } from "./options.ts";
import type { Recognised } from "./recognise.ts";
import { packedOf, readPrevious, rosterOf, sketchOf } from "./roster-of.ts";

/** A package beside the last one: what rules ask, and what comes of it in the end. */
export type Comparison = {
  previous: PreviousPeople | undefined;
  /** What this package holds, where it was counted as the last one was. */
  records: PackageRecords | undefined;
  /** Why there is nothing of the last file to compare with although it was given. */
  because: NotCheckedReason | undefined;
  packed: PackedRoster | undefined;
  /** The plan, and the roster's objects where they were made for it or are asked for. */
  conclude: () => { plan: Plan | null; roster: Roster | undefined };
};

/** `noRoster`: why the package makes no roster, which is named `name` where it does. */
export const comparePackage = async (
  recognised: Recognised,
  options: CheckOptions,
  { name, noRoster }: { name: string; noRoster: NotCheckedReason | undefined },
): Promise<Comparison> => {
  const hasRoster = noRoster === undefined;
  let made: Roster | undefined;
  const makeRoster = () => {
    made ??= hasRoster ? rosterOf(recognised, options, name) : undefined;
    return made;
  };
  const previous = await readPrevious(options, recognised);
  const isKept = options.roster === "packed";
  const packed =
    hasRoster && (isKept || previous.packed) ? packedOf(recognised, options, name, makeRoster) : undefined;
  if (packed && isKept) options.onPacked?.(packed);
  const { mode, page, language } = options;
  const compared =
    packed && previous.packed && page === undefined ? comparePacked(packed, previous.packed) : null;
  // What the pages show is laid over objects.
  const objects = compared === null && previous.packed ? makeRoster() : undefined;
  const stored =
    compared === null && previous.packed
      ? packed && objects
        ? unpackBeside(previous.packed, packed, objects)
        : unpackRoster(previous.packed)
      : null;
  const before = previous.roster ?? stored ?? undefined;
  // A roster compares with a roster; only then is it needed before the checks, and without a plan too.
  const early = before && makeRoster();

  const conclude = (): ReturnType<Comparison["conclude"]> => {
    if (options.plan === false) return { plan: null, roster: undefined };
    const around = { mode, system: recognised.system, language };
    const wanted = options.roster === undefined;
    if (compared) return { plan: compared.plan(around), roster: wanted ? makeRoster() : undefined };
    const isAlone = page === undefined && before === undefined;
    const sketch = isAlone && !wanted && hasRoster ? sketchOf(recognised, options, name) : undefined;
    if (sketch) return { plan: planAlone(sketch, around), roster: undefined };
    const roster = makeRoster();
    return { plan: roster ? makePlan({ file: roster, page, previous: before, ...around }) : null, roster };
  };
  return {
    previous: compared?.previous ?? (before ? findPreviousPeople(before, early) : previous.people),
    records: compared?.records ?? (early && recordsOfRoster(early)),
    because: previous.because,
    packed: isKept ? packed : undefined,
    conclude,
  };
};
