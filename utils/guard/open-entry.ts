import type { EditIntent } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import { type GuardContext, judgeEdit } from "./judge-edit.ts";
import type { LedgerEntry } from "./ledger.ts";

/** What the ledger needs beside the edit itself; digests are keyed and made by whoever holds the key. */
export type EntryDigests = {
  /** A fresh random id. */
  id: string;
  /** Of the Internal ID; of the typed name for a new row. */
  student: string;
  before?: string;
  after?: string;
  /** How a report was sent. */
  channel?: string;
};

/**
 * A new entry of the ledger. Its instant is never before the feed the page already showed, so that only a later feed
 * counts as the sync that decides, even where this computer's clock is behind the portal's.
 */
export const openEntry = (
  kind: LedgerEntry["kind"],
  edit: EditIntent,
  context: GuardContext,
  digests: EntryDigests,
): LedgerEntry => {
  const verdict = judgeEdit(edit, context);
  return {
    kind,
    portal: context.profile.id,
    schoolId: edit.schoolId,
    sectionId: edit.sectionId,
    change: edit.change,
    ...(edit.field === undefined ? {} : { field: edit.field }),
    at: evaluationInstant(context.now, context.lastSync),
    policy: verdict.policy,
    ...(verdict.syncAt === undefined ? {} : { syncAt: verdict.syncAt }),
    ...(verdict.expectedBy === undefined ? {} : { expectedBy: verdict.expectedBy }),
    newRow: edit.studentId === "",
    history: [],
    ...digests,
  };
};
