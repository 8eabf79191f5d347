import type { ChangeKind } from "../policy/change-kinds.ts";
import type { MergePolicy } from "../policy/merge-policy.ts";
import type { EditWindow } from "./judge-window.ts";

/** A manual edit at the moment a person makes it. Values stay in memory and in the encrypted ledger only. */
export type EditIntent = {
  change: ChangeKind;
  /** A StudentField or "id"; absent for a new row. */
  field?: string;
  /** Internal ID of the student on the row; "" for a new row. */
  studentId: string;
  sectionId: string;
  schoolId: string;
};

/** What the guard says of an edit: the policy, and for an overwritten one the sync that will undo it. */
export type EditVerdict = {
  policy: MergePolicy;
  /** ISO instant of the sync that decides; absent when none is planned or it does not matter. */
  syncAt?: string;
  /** ISO date by which a reported change should show; absent without a procedure. */
  expectedBy?: string;
  /** On a page that may be changed in some phases only: where today stands to them. */
  window?: EditWindow;
};

/** What became of an edit or a report, once a sync has run and the page was seen again. */
export type Fate =
  | "arrived"
  | "overwritten"
  | "kept"
  | "not-yet-due"
  | "overdue"
  | "waiting-for-sync"
  | "not-seen";
