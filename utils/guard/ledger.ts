import type { ChangeKind } from "../policy/change-kinds.ts";
import type { MergePolicy } from "../policy/merge-policy.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { EditIntent, Fate } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import { type GuardContext, judgeEdit } from "./judge-edit.ts";

/**
 * An entry of the ledger as far as judging it needs: what was done or reported, when, and keyed digests instead of
 * values. The digests are made by whoever holds the key; here strings are compared. "" is the same as absent.
 */
export type LedgerFacts = {
  /** "edit": made in the portal and saved; "report": told to the LEA instead. */
  kind: "edit" | "report";
  change: ChangeKind;
  /** ISO instant of the edit or report, from `openEntry`. */
  at: string;
  /** ISO instant of the planned sync that decides. */
  syncAt?: string;
  /** ISO date by which a report should show. */
  expectedBy?: string;
  /** What the sync was said to do; an edit is kept in the ledger because it was to be overwritten, so that by default. */
  policy?: MergePolicy;
  /** For a move: the student was to come to this section, not to leave it. */
  arriving?: boolean;
  /** Digests of the field's value before, and after where it is known (a report may not say it). */
  before?: string;
  after?: string;
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

/**
 * The dates of a new entry. Its instant is never before the feed the page already showed, so that only a later feed
 * counts as the sync that decides, even where this computer's clock is behind the portal's.
 */
export const openEntry = (
  edit: EditIntent,
  context: GuardContext,
): { at: string; policy: MergePolicy; fate: Fate; syncAt?: string; expectedBy?: string } => ({
  at: evaluationInstant(context.now, context.lastSync),
  fate: "waiting-for-sync",
  ...judgeEdit(edit, context),
});

/** What became of an edit or a report, judged by what the page shows now. */
export const outcomeOf = (entry: LedgerFacts, observed: Observed, context: OutcomeContext): Fate => {
  const fed = hasBeenFed(entry, context);
  const shows = showsChange(entry, observed);
  if (entry.kind === "edit") {
    if (!fed) return "waiting-for-sync";
    if (shows === undefined) return "not-seen";
    if (!shows) return "overwritten";
    return (entry.policy ?? "overwritten") === "overwritten" ? "arrived" : "kept";
  }
  if (shows === undefined) return "not-seen";
  if (shows) return fed ? "arrived" : "waiting-for-sync";
  const today = wallTimeAt(evaluationInstant(context.now, context.lastSync), context.timeZone).date;
  return entry.expectedBy && today > entry.expectedBy ? "overdue" : "not-yet-due";
};

/** Nothing that happens later changes what has arrived, or been overwritten or kept by its sync. */
export const isSettled = (fate: Fate): boolean => ["arrived", "overwritten", "kept"].includes(fate);

/**
 * The fate to keep, given the one known so far: a settled one stays, and a page that does not show the student takes
 * nothing back that a fuller view has told.
 */
export const nextFate = (
  entry: LedgerFacts & { fate: Fate },
  observed: Observed,
  context: OutcomeContext,
): Fate => {
  if (isSettled(entry.fate)) return entry.fate;
  const fate = outcomeOf(entry, observed, context);
  return fate === "not-seen" && entry.fate !== "waiting-for-sync" ? entry.fate : fate;
};

/**
 * Whether a sync has run since the entry was made. The page's own word decides; the plan only where the page is
 * silent, for a planned sync may have failed and an unplanned one may have run.
 */
const hasBeenFed = ({ at, syncAt }: LedgerFacts, { now, lastSync }: OutcomeContext): boolean => {
  const shown = lastSync === undefined ? Number.NaN : Date.parse(lastSync);
  if (!Number.isNaN(shown)) return shown > Date.parse(at);
  return !!syncAt && Date.parse(now) >= Date.parse(syncAt);
};

/** Whether the page shows the state the entry wants; undefined when the page does not tell. */
const showsChange = (entry: LedgerFacts, observed: Observed): boolean | undefined => {
  switch (entry.change) {
    case "enroll-new-student":
    case "enroll-into-homeroom":
    case "missing-class":
      return isEnrolled(observed);
    case "move-between-classes":
    case "move-between-schools":
      return entry.arriving ? isEnrolled(observed) : negate(isEnrolled(observed));
    case "withdraw":
      return negate(isEnrolled(observed));
    case "correct-details":
    case "wrong-teacher":
      return showsValue(entry, observed);
  }
};

const isEnrolled = ({ whole, present, status }: Observed): boolean | undefined => {
  if (present) return status?.toLowerCase() !== "inactive";
  return whole ? false : undefined;
};

const negate = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;

/** With the wanted value unknown, as in most reports, any other value than the old one is the change. */
const showsValue = (
  { before, after }: LedgerFacts,
  { present, valueDigest }: Observed,
): boolean | undefined => {
  if (!present || !valueDigest) return undefined;
  if (after) return valueDigest === after;
  return before ? valueDigest !== before : undefined;
};
