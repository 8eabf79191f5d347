import type { Plan } from "../findings/report.ts";
import type { Roster } from "../roster/roster.ts";
import { makeBaseline } from "./baseline.ts";
import { coverageOf } from "./diff.ts";
import { findMassChanges, type MassChange } from "./mass-change.ts";
import { planClasses } from "./plan-classes.ts";
import { planStudents } from "./plan-students.ts";
import { planTeachers } from "./plan-teachers.ts";
import { type Language, limitWords, sayMassChange } from "./plan-words.ts";
import { placesWith, receiverOf } from "./receivers.ts";

export type PlanRequest = {
  file: Roster;
  /** What was seen on the portal's pages; believed where it was seen. */
  page?: Roster | undefined;
  /** The last file; stands for whatever the page did not show. */
  previous?: Roster | undefined;
  /** "complete" when not given, which shows the most that can happen; `limits` then says so. */
  mode?: "partial" | "complete" | undefined;
  /** The receiver, e.g. "cli-engage". */
  system?: string | undefined;
  language?: Language | undefined;
};

/**
 * What an upload will do: every student, class and teacher of the file and of what it is compared with in exactly one
 * group, counts exact, the first thousand of each by name. What was not seen is never added or removed by guess.
 */
export const makePlan = (request: PlanRequest): Plan => {
  const { file, page, previous, mode, system, language = "en" } = request;
  const base = makeBaseline(file, page, previous);
  const receiver = receiverOf(system);
  const context = { file, base, receiver, mode: mode ?? "complete", language } as const;
  const plans = {
    students: planStudents(context),
    classes: planClasses(context),
    teachers: planTeachers(context),
  };
  return joinPlans(plans, request, {
    students: base.students.length,
    classes: base.sections.filter(placesWith(receiver)).length,
    teachers: base.teachers.length,
  });
};

/** Puts the plans of the three kinds together; `known`: how many of each there were that the receiver takes. */
export const joinPlans = (
  plans: Pick<Plan, MassChange["record"]>,
  request: PlanRequest,
  known: Readonly<Record<MassChange["record"], number>>,
): Plan => {
  const { page, previous, mode = "complete", language = "en" } = request;
  const { students, classes, teachers } = plans;
  const masses: MassChange[] = [
    ...findMassChanges("students", students, known.students),
    ...findMassChanges("classes", classes, known.classes),
    ...findMassChanges("teachers", teachers, known.teachers),
  ];
  return {
    against: describeSources(page, previous),
    mode,
    limits: [...masses.map((mass) => sayMassChange(mass, language)), ...describeLimits(request)],
    students,
    classes,
    teachers,
  };
};

const describeSources = (page: Roster | undefined, previous: Roster | undefined): Plan["against"] => {
  const against: Plan["against"] = [];
  for (const [kind, roster] of [
    ["page", page],
    ["previous", previous],
  ] as const) {
    if (roster === undefined) continue;
    const { source } = roster;
    against.push(
      source.kind === "page"
        ? { kind, name: source.portal, at: source.seenAt }
        : { kind, name: source.name, at: source.checkedAt },
    );
  }
  return against;
};

const describeLimits = ({ file, page, previous, mode, system, language = "en" }: PlanRequest): string[] => {
  const limits: string[] = [];
  if (page === undefined && previous === undefined) return [limitWords.nothingToCompare[language]()];
  if (page?.coverage.kind === "partial") {
    const sections = file.sections.filter(placesWith(receiverOf(system)));
    const isCovered = coverageOf(page);
    const seen = sections.filter(({ id }) => isCovered(id)).length;
    limits.push(limitWords.classesSeen[language](seen, sections.length));
    const { seen: shown, of } = page.coverage;
    if (shown !== undefined && of !== undefined) limits.push(limitWords.partlySeen[language](shown, of));
    limits.push((previous ? limitWords.previousElsewhere : limitWords.unseenStays)[language]());
  }
  if (mode === undefined) limits.push(limitWords.modeAssumed[language]());
  if (system === undefined) limits.push(limitWords.noReceiver[language]());
  return limits;
};
