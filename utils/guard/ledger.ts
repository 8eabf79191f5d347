import type { ChangeKind } from "../policy/change-kinds.ts";
import type { MergePolicy } from "../policy/merge-policy.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { Fate } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";

/**
 * What the person did or reported, and what became of it. No entry holds a name, an id or a value of a student, only
 * keyed digests that are made elsewhere; here strings are compared.
 */
export type LedgerEntry = {
  id: string;
  /** "edit": made in the portal and saved; "report": told to the LEA instead. */
  kind: "edit" | "report";
  /** Id of the portal's profile. */
  portal: string;
  schoolId: string;
  sectionId: string;
  change: ChangeKind;
  /** A StudentField or "id". */
  field?: string;
  /** ISO instant of the edit or report. */
  at: string;
  policy: MergePolicy;
  /** ISO instant of the planned sync that decides. */
  syncAt?: string;
  /** ISO date by which a report should show. */
  expectedBy?: string;
  /** Digest of the Internal ID; for a new row, which has none, of the typed name. */
  student: string;
  /** The student was not on this roster when the entry was made. */
  newRow: boolean;
  /** Digests of the field's value before, and after where it is known (a report may not say it). */
  before?: string;
  after?: string;
  /** How a report was sent: mail, phone, form, ticket, copy. */
  channel?: string;
  /** Every fate it has had, oldest first; each with the instant it was found. */
  history: readonly { fate: Fate; at: string }[];
};

/** What a roster page shows of an entry's student. */
export type Observed = {
  /** The whole section was read; if not, somebody who is absent was not seen, which is never "missing". */
  whole: boolean;
  present: boolean;
  /** "Active" or "Inactive", where the page has a status. */
  status?: string;
  /** Digest of the value the page shows in the entry's field. */
  valueDigest?: string;
};

export type OutcomeContext = {
  /** ISO instant of our clock. */
  now: string;
  /** ISO instant the page gives for the last feed. */
  lastSync?: string;
  timeZone: string;
};

/** What became of an edit or a report, judged by what the page shows now. */
export const outcomeOf = (entry: LedgerEntry, observed: Observed, context: OutcomeContext): Fate => {
  const fed = hasBeenFed(entry, context);
  const shows = showsChange(entry, observed);
  if (entry.kind === "edit") {
    if (!fed) return "waiting-for-sync";
    if (shows === undefined) return "not-seen";
    if (!shows) return "overwritten";
    return entry.policy === "overwritten" ? "arrived" : "kept";
  }
  if (shows === undefined) return "not-seen";
  if (shows) return fed ? "arrived" : "waiting-for-sync";
  const today = wallTimeAt(evaluationInstant(context.now, context.lastSync), context.timeZone).date;
  return entry.expectedBy !== undefined && today > entry.expectedBy ? "overdue" : "not-yet-due";
};

/**
 * Whether a sync has run since the entry was made. The page's own word decides; the plan only where the page is
 * silent, for a planned sync may have failed and an unplanned one may have run.
 */
const hasBeenFed = ({ at, syncAt }: LedgerEntry, { now, lastSync }: OutcomeContext): boolean => {
  const shown = lastSync === undefined ? Number.NaN : Date.parse(lastSync);
  if (!Number.isNaN(shown)) return shown > Date.parse(at);
  return syncAt !== undefined && Date.parse(now) >= Date.parse(syncAt);
};

/** Whether the page shows the state the entry wants; undefined when the page does not tell. */
const showsChange = (entry: LedgerEntry, observed: Observed): boolean | undefined => {
  switch (entry.change) {
    case "enroll-new-student":
    case "enroll-into-homeroom":
    case "missing-class":
      return isEnrolled(observed);
    case "move-between-classes":
    case "move-between-schools":
      return entry.newRow ? isEnrolled(observed) : negate(isEnrolled(observed));
    case "withdraw":
      return negate(isEnrolled(observed));
    case "correct-details":
    case "wrong-teacher":
      return showsValue(entry, observed);
  }
};

const isEnrolled = ({ whole, present, status }: Observed): boolean | undefined =>
  present ? status?.toLowerCase() !== "inactive" : whole ? false : undefined;

const negate = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;

/** With the wanted value unknown, as in most reports, any other value than the old one is the change. */
const showsValue = (
  { before, after }: LedgerEntry,
  { present, valueDigest }: Observed,
): boolean | undefined => {
  if (!present || valueDigest === undefined) return undefined;
  if (after !== undefined) return valueDigest === after;
  return before === undefined ? undefined : valueDigest !== before;
};

/** The latest fate; a new entry waits. */
export const fateOf = ({ history }: LedgerEntry): Fate => history.at(-1)?.fate ?? "waiting-for-sync";

/** Nothing that happens later changes what has arrived, or been overwritten or kept by its sync. */
export const isSettled = (entry: LedgerEntry): boolean =>
  ["arrived", "overwritten", "kept"].includes(fateOf(entry));

/**
 * The entry with what the page now shows added to its history; the same object when nothing is new. "Not seen" does
 * not replace what an earlier, fuller view has told.
 */
export const withOutcome = (entry: LedgerEntry, observed: Observed, context: OutcomeContext): LedgerEntry => {
  if (isSettled(entry)) return entry;
  const fate = outcomeOf(entry, observed, context);
  if (fate === fateOf(entry) && entry.history.length > 0) return entry;
  if (fate === "not-seen" && entry.history.length > 0) return entry;
  return {
    ...entry,
    history: [...entry.history, { fate, at: evaluationInstant(context.now, context.lastSync) }],
  };
};
