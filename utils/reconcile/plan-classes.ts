import type { PlanSample, RecordPlan } from "../findings/report.ts";
import { foldName } from "../roster/fold-name.ts";
import { isNamedOnly } from "../roster/from-page.ts";
import type { Roster, Section } from "../roster/roster.ts";
import { foldTeacher } from "./baseline.ts";
import { classFate, type Fate } from "./fate.ts";
import { matchRecords } from "./match.ts";
import type { PlanContext } from "./plan-students.ts";
import { sayReason } from "./plan-words.ts";
import { placesWith } from "./receivers.ts";
import { buildRecordPlan } from "./record-plan.ts";

/** What an upload does to the classes, each in exactly one group. */
export const planClasses = (context: PlanContext): RecordPlan => {
  const { file, base, receiver, mode, language } = context;
  const takes = placesWith(receiver);
  const teacherOf = context.teacherOf ?? findTeacherIn(file, base);
  const taken = file.sections.filter(takes);
  const known = base.sections.filter(takes);
  const matching = matchRecords(taken, known, ({ schoolId, title }) =>
    schoolId === undefined || title === "" ? undefined : `${schoolId}|${foldName(title)}`,
  );
  const { add, plan } = buildRecordPlan();
  const put = (fate: Fate, section: Section, more: Partial<PlanSample> = {}) =>
    add(fate.kind, () => ({
      id: section.id,
      name: section.title || section.id,
      ...(section.line !== undefined && { line: section.line }),
      ...more,
      ...(fate.because !== undefined && { because: sayReason(fate.because, language) }),
    }));

  for (const section of file.sections) {
    if (!takes(section)) put({ kind: "ignored", because: "not-a-homeroom" }, section);
  }
  for (const [position, section] of taken.entries()) {
    const before = known[matching.baseOf[position] ?? -1];
    if (before !== undefined) {
      const sameTeacher = hasSameTeacher(section, before, teacherOf);
      const fate = classFate(section, before, sameTeacher, section.id !== before.id);
      put(fate, section, describeChange(fate, section, before, teacherOf));
    } else if (matching.unsureFile[position] === 1)
      put({ kind: "unmatched", because: "shared-key" }, section);
    else if (base.coverage.kind === "complete") put({ kind: "added" }, section);
    else put({ kind: "notSeen", because: "class-not-seen" }, section);
  }
  for (const [position, section] of known.entries()) {
    if (matching.fileOf[position] !== -1) continue;
    const { line: _, ...unnumbered } = section;
    if (mode === "partial") put({ kind: "notSeen", because: "not-in-partial-file" }, unnumbered);
    else if (matching.unsureBase[position] === 1)
      put({ kind: "unmatched", because: "shared-key" }, unnumbered);
    else put({ kind: "removed", because: "class-gone" }, unnumbered);
  }
  return plan;
};

type TeacherOf = NonNullable<PlanContext["teacherOf"]>;

/** Teachers by id; the file's own come first. */
const findTeacherIn = (file: Roster, base: Roster): TeacherOf => {
  const teachers = new Map([...base.teachers, ...file.teachers].map((teacher) => [teacher.id, teacher]));
  return (id) => teachers.get(id);
};

/**
 * Whether the teacher shown before still teaches the class; undefined when a side names nobody, or only a name too short
 * to tell ("Ms. Vega").
 */
const hasSameTeacher = (file: Section, base: Section, teacherOf: TeacherOf): boolean | undefined => {
  const before = base.teacherIds[0];
  if (before === undefined || file.teacherIds.length === 0) return undefined;
  if (file.teacherIds.includes(before)) return true;
  const shown = teacherOf(before);
  return isNamedOnly(before) && (!shown || !foldTeacher(shown).includes(" ")) ? undefined : false;
};

const describeChange = (
  { kind }: Fate,
  file: Section,
  base: Section,
  teacherOf: TeacherOf,
): Partial<PlanSample> => {
  const nameOf = (ids: readonly string[]) =>
    ids
      .map((id) => `${teacherOf(id)?.firstName ?? ""} ${teacherOf(id)?.lastName ?? ""}`.trim() || id)
      .join(", ");
  if (kind === "reassigned") {
    const isRenamed = base.title !== "" && file.title !== base.title;
    return {
      from: nameOf(base.teacherIds.slice(0, 1)),
      to: nameOf(file.teacherIds),
      ...(isRenamed && { fields: { title: [base.title, file.title] } }),
    };
  }
  if (kind === "renamed") return { from: base.title, to: file.title };
  if (kind === "rekeyed") return { from: base.id, to: file.id };
  if (kind === "changed") return { fields: { school: [base.schoolId ?? "", file.schoolId ?? ""] } };
  return {};
};
