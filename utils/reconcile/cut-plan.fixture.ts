import type { Plan, RecordPlan } from "../findings/report.ts";

/** The plan as it is when no more than so many samples of a group are kept. */
export const cutPlan = (plan: Plan, most: number): Plan => {
  const cutRecords = (records: RecordPlan) =>
    Object.fromEntries(
      Object.entries(records).map(([kind, { count, samples }]) => [
        kind,
        { count, samples: samples.slice(0, most) },
      ]),
    ) as RecordPlan;
  const { students, classes, teachers } = plan;
  return {
    ...plan,
    students: cutRecords(students),
    classes: cutRecords(classes),
    teachers: cutRecords(teachers),
  };
};
