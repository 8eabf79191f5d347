import type { PlanKind } from "../findings/report.ts";
import type { Section } from "../roster/roster.ts";
import type { StudentDiff } from "./diff.ts";
import type { Reason } from "./plan-words.ts";
import type { Receiver } from "./receivers.ts";

export type Fate = { kind: PlanKind; because?: Reason };

export type FateContext = {
  receiver: Receiver;
  mode: "partial" | "complete";
  /** A section of the file that the other side has not, although it would show it. */
  isNewSection: (sectionId: string) => boolean;
  /** A section of the file in which a student counts. */
  places: (sectionId: string) => boolean;
};

/** What a receiver does with one student: exactly one kind each. */
export const studentFate = (diff: StudentDiff, context: FateContext): Fate => {
  const { receiver, mode, places } = context;
  if (diff.kind === "gone" || (diff.kind === "unsure" && diff.file === undefined)) {
    if (mode === "partial") return { kind: "notSeen", because: "not-in-partial-file" };
    if (diff.kind === "unsure") return { kind: "unmatched", because: unsureReason(diff.because) };
    if (diff.base.fields.status === "Inactive") return { kind: "unchanged", because: "already-inactive" };
    return { kind: "removed" };
  }
  // Most receivers never ask.
  const placed = () => diff.file?.sectionIds.filter(places) ?? [];
  if (receiver.homeroomOnly && placed().length === 0) {
    return { kind: "ignored", because: diff.kind === "same" ? "no-homeroom-any-more" : "no-homeroom" };
  }
  switch (diff.kind) {
    case "unsure":
      return { kind: "unmatched", because: unsureReason(diff.because) };
    case "unseen":
      return { kind: "notSeen", because: "class-not-seen" };
    case "new":
      if (waits(placed, context)) return { kind: "waiting", because: "new-class" };
      return { kind: "added", ...(diff.partly && { because: "may-come-from-elsewhere" as const }) };
    case "same":
      return fateOfKnown(diff, context, placed);
  }
};

const fateOfKnown = (
  diff: StudentDiff & { kind: "same" },
  context: FateContext,
  placed: () => readonly string[],
): Fate => {
  const { identity, left, joined, fields } = diff;
  if (context.receiver.matchesOnId && (identity === "id-changed" || identity === "id-missing")) {
    return { kind: "rekeyed", because: identity };
  }
  if (joined.length > 0 && waits(placed, context)) return { kind: "waiting", because: "new-class" };
  const because = identity === "other-person" ? ({ because: "other-person" } as const) : {};
  if (left.length > 0 || joined.length > 0) return { kind: "moved", ...because };
  return { kind: Object.keys(fields).length > 0 ? "changed" : "unchanged", ...because };
};

const waits = (placed: () => readonly string[], { receiver, isNewSection }: FateContext): boolean => {
  if (!receiver.newClassWaits) return false;
  const ids = placed();
  return ids.length > 0 && ids.every(isNewSection);
};

const unsureReason = (because: "shared" | "no-id"): Reason => (because === "shared" ? "shared-key" : "no-id");

/** What a receiver does with one class that both sides have; `sameTeacher` is undefined when a side does not tell. */
export const classFate = (
  file: Section,
  base: Section,
  sameTeacher: boolean | undefined,
  isRekeyed: boolean,
): Fate => {
  if (isRekeyed) return { kind: "rekeyed", because: "class-id-changed" };
  if (sameTeacher === false) return { kind: "reassigned", because: "teacher-changed" };
  if (file.title !== "" && base.title !== "" && file.title.trim() !== base.title.trim())
    return { kind: "renamed" };
  const moved = file.schoolId && base.schoolId && file.schoolId !== base.schoolId;
  return { kind: moved ? "changed" : "unchanged" };
};
