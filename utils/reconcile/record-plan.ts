import { sampleLimit } from "../findings/finding.ts";
import { type PlanKind, type PlanSample, planKinds, type RecordPlan } from "../findings/report.ts";

/** Counts every record of a plan and keeps the first thousand samples of each kind. */
export type PlanBuilder = {
  /** `sample` is made only while there is room for it. */
  add: (kind: PlanKind, sample: () => PlanSample) => void;
  plan: RecordPlan;
};

export const buildRecordPlan = (): PlanBuilder => {
  const plan = Object.fromEntries(
    planKinds.map((kind) => [kind, { count: 0, samples: [] }]),
  ) as unknown as RecordPlan;
  const add: PlanBuilder["add"] = (kind, sample) => {
    const group = plan[kind];
    group.count++;
    if (group.samples.length < sampleLimit) group.samples.push(sample());
  };
  return { add, plan };
};
