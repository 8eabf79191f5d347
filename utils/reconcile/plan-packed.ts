import type { Plan, RecordPlan } from "../findings/report.ts";
import { moveToRecord, type OpenedRoster } from "../packed/opened-roster.ts";
import { isHomeroomAt, readPlacing } from "../packed/records.ts";
import type { Roster } from "../roster/roster.ts";
import { sectionsAlike, studentsAlike, teachersAlike } from "./alike.ts";
import type { KnownSections, SectionsById } from "./diff.ts";
import { findFree, type Picked, pickRecords } from "./differences.ts";
import { openPlacing } from "./packed-placing.ts";
import type { Pairings } from "./packed-records.ts";
import { joinPlans, type PlanRequest } from "./plan.ts";
import { planClasses } from "./plan-classes.ts";
import { type PlanContext, planStudents } from "./plan-students.ts";
import { planTeachers } from "./plan-teachers.ts";
import { type PlacingSection, placesAll, placesWith, receiverOf } from "./receivers.ts";

const never = () => false;

/**
 * The plan that `makePlan` makes of the two rosters. Objects are made of what differs, of whoever could be taken for
 * somebody who came or went, and of as many others as are shown; all others are the same in both, which decides what becomes
 * of them, and are counted.
 */
export const planPacked = (
  file: OpenedRoster,
  base: OpenedRoster,
  pairings: Pairings,
  request: Pick<PlanRequest, "mode" | "system" | "language">,
  most: number,
): Plan => {
  const receiver = receiverOf(request.system);
  const places = placesWith(receiver);
  const isTaken = (roster: OpenedRoster) => (at: number) => {
    if (placesAll(places)) return true;
    return isHomeroomAt(moveToRecord(roster, "sections", at).reader);
  };
  const takesNow = isTaken(file);
  const sections = pickRecords(file, "sections", pairings.sections, {
    most,
    mayBeTakenFor: sectionsAlike(file, base, findFree(pairings.sections)),
    isIgnored: (at) => !takesNow(at),
    isTouched: never,
  });
  const teachers = pickRecords(file, "teachers", pairings.teachers, {
    most,
    mayBeTakenFor: teachersAlike(file, base, findFree(pairings.teachers)),
    isIgnored: never,
    isTouched: never,
  });
  const looked = {
    file: rosterOf(file, { sections: sections.file.map(file.section) }),
    base: rosterOf(base, { sections: sections.base.map(base.section) }),
  };
  const known = knowPacked(file, base, pairings, looked);
  const students = pickRecords(file, "students", pairings.students, {
    most,
    mayBeTakenFor: studentsAlike(file, base, findFree(pairings.students)),
    ...(placesAll(places)
      ? { isIgnored: never, isTouched: never }
      : openPlacing(file, pairings.sections, known, places)),
  });
  const context: PlanContext = {
    file: {
      ...looked.file,
      teachers: teachers.file.map(file.teacher),
      students: students.file.map(file.student),
    },
    base: {
      ...looked.base,
      teachers: teachers.base.map(base.teacher),
      students: students.base.map(base.student),
    },
    receiver,
    mode: request.mode ?? "complete",
    language: request.language ?? "en",
    known,
    teacherOf: findTeacher(file, base, pairings),
  };
  const plans = {
    students: count(planStudents(context), students),
    classes: count(planClasses(context), sections),
    teachers: count(planTeachers(context), teachers),
  };
  const takesBefore = isTaken(base);
  let classes = 0;
  for (let at = 0; at < base.sections.count; at++) if (takesBefore(at)) classes++;
  return joinPlans(
    plans,
    { ...request, file: context.file, previous: context.base },
    { students: base.students.count, classes, teachers: base.teachers.count },
  );
};

const rosterOf = ({ source, coverage, schools }: OpenedRoster, more: Partial<Roster>): Roster => ({
  source,
  coverage,
  schools,
  sections: [],
  teachers: [],
  students: [],
  ...more,
});

/** Adds those that were not looked at. */
const count = (plan: RecordPlan, { unchanged, ignored }: Picked): RecordPlan => {
  plan.unchanged.count += unchanged;
  plan.ignored.count += ignored;
  return plan;
};

/** A record of the last file by its id: beside this file's, or among those that are gone. */
const findBefore = ({ index, baseOf, gone }: Pairings["sections"], id: string): number => {
  const at = index.findText(id);
  // Whoever has no id is nobody's partner.
  return at < 0 || id === "" ? (gone.get(id) ?? -1) : (baseOf[at] as number);
};

/** Sections are made when they are asked for; those that differ are the ones that were looked at. */
const knowPacked = (
  file: OpenedRoster,
  base: OpenedRoster,
  { sections }: Pairings,
  looked: Record<"file" | "base", Roster>,
): KnownSections => {
  const know = (side: "file" | "base", roster: OpenedRoster, find: (id: string) => number): SectionsById => {
    const made = new Map<string, PlacingSection | undefined>();
    return {
      get: (id) => {
        if (made.has(id)) return made.get(id);
        const at = find(id);
        const section = at < 0 ? undefined : readPlacing(moveToRecord(roster, "sections", at).reader);
        made.set(id, section);
        return section;
      },
      ids: () => looked[side].sections.map(({ id }) => id),
    };
  };
  return {
    file: know("file", file, sections.index.findText),
    base: know("base", base, (id) => findBefore(sections, id)),
  };
};

const findTeacher = (
  file: OpenedRoster,
  base: OpenedRoster,
  { teachers }: Pairings,
): NonNullable<PlanContext["teacherOf"]> => {
  return (id) => {
    const now = teachers.index.findText(id);
    if (now >= 0) return file.teacher(now);
    const before = findBefore(teachers, id);
    return before < 0 ? undefined : base.teacher(before);
  };
};
