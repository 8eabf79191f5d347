import type { PlanKind, RecordPlan } from "../findings/report.ts";

/** A share of a roster that changes at once and should be looked at before the file is sent. */
export type MassChange = {
  record: "students" | "classes" | "teachers";
  effect: "removed" | "rekeyed" | "moved" | "changed";
  count: number;
  /** Of how many that were known before. */
  of: number;
};

/**
 * All three must be reached: a share alone cries wolf in a school of twelve, a number alone in a district of a million.
 * Shares: receivers hold a sync that deletes more than 10 % or updates more than 75 % (Clever); a roster half moved is
 * a rollover or a wrong file.
 */
const percents = { removed: 10, rekeyed: 10, moved: 50, changed: 75 } as const;
const floors = {
  students: { count: 20, of: 100 },
  classes: { count: 5, of: 20 },
  teachers: { count: 5, of: 20 },
} as const;

/** The effects of a plan that are large in percent and in number, of a population large enough to tell. */
export const findMassChanges = (
  record: MassChange["record"],
  plan: RecordPlan,
  population: number,
): MassChange[] => {
  const floor = floors[record];
  if (population < floor.of) return [];
  return (Object.keys(percents) as (keyof typeof percents & PlanKind)[]).flatMap((effect) => {
    const { count } = plan[effect];
    const isMass = count >= floor.count && count * 100 > population * percents[effect];
    return isMass ? [{ record, effect, count, of: population }] : [];
  });
};
