import type { PlanKind, PlanSample, RecordPlan } from "../findings/report.ts";
import { isNamedOnly } from "../roster/from-page.ts";
import type { Teacher } from "../roster/roster.ts";
import { foldTeacher } from "./baseline.ts";
import { matchRecords } from "./match.ts";
import type { PlanContext } from "./plan-students.ts";
import { type Reason, sayReason } from "./plan-words.ts";
import { buildRecordPlan } from "./record-plan.ts";

const compared = ["firstName", "lastName", "email"] as const;

/** What an upload does to the teachers, each in exactly one group; a new id is told by name and e-mail together. */
export const planTeachers = ({ file, base, mode, language }: PlanContext): RecordPlan => {
  const matching = matchRecords(file.teachers, base.teachers, (teacher) =>
    teacher.email === undefined || teacher.email === "" || isNamedOnly(teacher.id)
      ? undefined
      : `${foldTeacher(teacher)}|${teacher.email.toLowerCase()}`,
  );
  const { add, plan } = buildRecordPlan();
  const put = (kind: PlanKind, teacher: Teacher, because?: Reason, more: Partial<PlanSample> = {}) =>
    add(kind, () => ({
      id: teacher.id,
      name: `${teacher.firstName ?? ""} ${teacher.lastName ?? ""}`.trim() || teacher.id,
      ...more,
      ...(because !== undefined && { because: sayReason(because, language) }),
    }));

  for (const [position, teacher] of file.teachers.entries()) {
    const before = base.teachers[matching.baseOf[position] ?? -1];
    if (before !== undefined) {
      const fields = diffTeacher(teacher, before);
      const isChanged = Object.keys(fields).length > 0;
      if (before.id !== teacher.id) {
        put("rekeyed", teacher, "teacher-id-changed", { from: before.id, to: teacher.id });
      } else put(isChanged ? "changed" : "unchanged", teacher, undefined, isChanged ? { fields } : {});
    } else if (matching.unsureFile[position] === 1) put("unmatched", teacher, "shared-key");
    else if (base.coverage.kind === "complete") put("added", teacher);
    else put("notSeen", teacher, "class-not-seen");
  }
  for (const [position, teacher] of base.teachers.entries()) {
    if (matching.fileOf[position] !== -1) continue;
    if (mode === "partial") put("notSeen", teacher, "not-in-partial-file");
    else if (matching.unsureBase[position] === 1) put("unmatched", teacher, "shared-key");
    else if (isNamedOnly(teacher.id)) put("unmatched", { ...teacher, id: "" }, "no-id");
    else put("removed", teacher, "teacher-gone");
  }
  return plan;
};

const diffTeacher = (file: Teacher, base: Teacher): Record<string, [string, string]> => {
  const changes: Record<string, [string, string]> = {};
  for (const field of compared) {
    const [before, after] = [base[field]?.trim(), file[field]?.trim()];
    if (before !== undefined && after !== undefined && after !== "" && before !== after)
      changes[field] = [before, after];
  }
  return changes;
};
