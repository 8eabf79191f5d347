import type { PlanSample, RecordPlan } from "../findings/report.ts";
import type { Roster, Student, Teacher } from "../roster/roster.ts";
import {
  coverageOf,
  diffStudents,
  type FieldChanges,
  type KnownSections,
  knowSections,
  type SectionsById,
  type StudentDiff,
} from "./diff.ts";
import { type Fate, studentFate } from "./fate.ts";
import { type Language, sayReason } from "./plan-words.ts";
import { placesWith, type Receiver } from "./receivers.ts";
import { buildRecordPlan } from "./record-plan.ts";

export type PlanContext = {
  file: Roster;
  base: Roster;
  receiver: Receiver;
  mode: "partial" | "complete";
  language: Language;
  /** Classes and teachers by their id, where `file` and `base` hold only some of those that people are in or are named. */
  known?: KnownSections;
  teacherOf?: (id: string) => Teacher | undefined;
};

/** What an upload does to the students, each in exactly one group. */
export const planStudents = (context: PlanContext): RecordPlan => {
  const { file, base, receiver, mode } = context;
  const { known = knowSections(file, base) } = context;
  const isCovered = coverageOf(base);
  const places = placesWith(receiver);
  const fateContext = {
    receiver,
    mode,
    isNewSection: (id: string) => known.base.get(id) === undefined && isCovered(id),
    places: (id: string) => places(known.file.get(id)),
  };
  const { add, plan } = buildRecordPlan();
  for (const diff of diffStudents(file, base, places, known)) {
    const reactivated = reactivate(diff, receiver);
    const fate = studentFate(reactivated, fateContext);
    add(fate.kind, () => sampleOf(reactivated, fate, context, known));
  }
  return plan;
};

/** A student whom the portal shows as inactive and the file holds becomes active again. */
const reactivate = (diff: StudentDiff, receiver: Receiver): StudentDiff => {
  if (diff.kind !== "same" || !receiver.reactivates || diff.base.fields.status !== "Inactive") return diff;
  if (diff.file.fields.status === "Inactive") return diff;
  const fields: FieldChanges = { ...diff.fields, status: ["Inactive", "Active"] };
  return { ...diff, fields };
};

const sampleOf = (
  diff: StudentDiff,
  { because }: Fate,
  { language }: PlanContext,
  known: KnownSections,
): PlanSample => {
  const file = "file" in diff ? diff.file : undefined;
  const base = "base" in diff ? diff.base : undefined;
  const student = (file ?? base) as Student;
  const { firstName = "", lastName = "" } = student.fields;
  const sample: PlanSample = { id: student.id, name: `${firstName} ${lastName}`.trim() || student.id };
  if (file?.line !== undefined) sample.line = file.line;
  if (because !== undefined) sample.because = sayReason(because, language);
  const isMoved = diff.kind !== "same" || diff.left.length + diff.joined.length > 0;
  const from = isMoved && base && nameSections(base.sectionIds, known.base);
  const to = isMoved && file && nameSections(file.sectionIds, known.file);
  if (diff.kind !== "same") return { ...sample, ...(from && { from }), ...(to && { to }) };
  if (diff.identity === "id-changed" || diff.identity === "id-missing") {
    return { ...sample, from: diff.base.id, to: diff.file.id };
  }
  if (isMoved) {
    // Two classes may have one title: then only their ids tell where from and where to.
    const isSame = from === to;
    sample.from = isSame ? diff.base.sectionIds.join(", ") : from || "";
    sample.to = isSame ? diff.file.sectionIds.join(", ") : to || "";
  }
  if (Object.keys(diff.fields).length > 0) sample.fields = diff.fields as NonNullable<PlanSample["fields"]>;
  return sample;
};

const nameSections = (ids: readonly string[], known: SectionsById): string =>
  ids.map((id) => known.get(id)?.title || id).join(", ");
