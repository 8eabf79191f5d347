import type { Plan, PlanKind, RecordPlan } from "../findings/report.ts";
import { emptyRoster, type Roster } from "../roster/roster.ts";
import type { RosterSketch, Sketched } from "./oneroster-sketch.ts";
import type { PlanRequest } from "./plan.ts";
import { planClasses } from "./plan-classes.ts";
import { planStudents } from "./plan-students.ts";
import { planTeachers } from "./plan-teachers.ts";
import { limitWords } from "./plan-words.ts";
import { receiverOf } from "./receivers.ts";

/**
 * The plan of a file that there is nothing to compare with, the same that `makePlan` makes of its roster: what the receiver
 * ignores, and of all else that nothing is known. Counts are those of the columns, samples those of the first records.
 */
export const planAlone = (
  { source, students, classes, teachers }: RosterSketch,
  { mode = "complete", system, language = "en" }: Pick<PlanRequest, "mode" | "system" | "language">,
): Plan => {
  const nothing = emptyRoster(source);
  const contextOf = (first: Partial<Roster>) => ({
    file: { ...nothing, coverage: { kind: "complete" }, ...first } satisfies Roster,
    base: nothing,
    receiver: receiverOf(system),
    mode,
    language,
  });
  return {
    against: [],
    mode,
    limits: [limitWords.nothingToCompare[language]()],
    students: recount(planStudents(contextOf(students.first)), students),
    classes: recount(planClasses(contextOf({ sections: classes.first })), classes),
    teachers: recount(planTeachers(contextOf({ teachers: teachers.first })), teachers),
  };
};

/** The plan of the first records of a kind, with the counts of all. */
const recount = (plan: RecordPlan, { all, ignored }: Sketched<unknown>): RecordPlan => {
  const counts: Partial<Record<PlanKind, number>> = { ignored, notSeen: all - ignored };
  for (const [kind, group] of Object.entries(plan) as [PlanKind, RecordPlan[PlanKind]][]) {
    group.count = counts[kind] ?? 0;
    if (group.samples.length > group.count) throw new Error(`A file alone has nothing that is ${kind}.`);
  }
  return plan;
};
