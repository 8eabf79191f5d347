import type { PackageRecords, PreviousPeople } from "../checks/rule.ts";
import { sampleLimit } from "../findings/finding.ts";
import type { Plan } from "../findings/report.ts";
import { type OpenedRoster, openRoster } from "../packed/opened-roster.ts";
import type { PackedRoster } from "../packed/packed.ts";
import { pairRecords } from "../packed/pair-records.ts";
import { type Pairings, peopleOfBase, recordsOfFile } from "./packed-records.ts";
import type { PlanRequest } from "./plan.ts";
import { planPacked } from "./plan-packed.ts";

/** A packed file beside the last one, which is complete as files are. */
export type PackedComparison = {
  previous: PreviousPeople;
  records: PackageRecords;
  plan: (request: Pick<PlanRequest, "mode" | "system" | "language">) => Plan;
};

/**
 * Null where one of them has another layout, or shows a part only. `most`: how many records that are the same in both a plan
 * shows of a group.
 */
export const comparePacked = (
  file: PackedRoster,
  base: PackedRoster,
  most = sampleLimit,
): PackedComparison | null => {
  if (file.coverage.kind !== "complete" || base.coverage.kind !== "complete") return null;
  const [now, before] = [openRoster(file), openRoster(base)];
  if (now === null || before === null) return null;
  const pairings = pairAll(now, before);
  return {
    previous: peopleOfBase(before, pairings),
    records: recordsOfFile(now, pairings),
    plan: (request) => planPacked(now, before, pairings, request, most),
  };
};

const pairAll = (file: OpenedRoster, base: OpenedRoster): Pairings => ({
  sections: pairRecords(file, base, "sections"),
  teachers: pairRecords(file, base, "teachers"),
  students: pairRecords(file, base, "students"),
});
