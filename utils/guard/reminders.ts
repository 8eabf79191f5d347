import type { MergePolicy } from "../policy/merge-policy.ts";
import type { Language } from "../procedures/say-date.ts";
import { sayDate } from "../procedures/say-date.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import { isSettled } from "./ledger.ts";
import { isDrifting } from "./say-drift.ts";
import { isBefore, type ToldEntry } from "./summarise.ts";
import { guardSayIn, sayNear } from "./words.ts";

/** In the order in which they are of concern. */
export const dueStates = ["overdue", "undone", "look", "undoing", "coming"] as const;

/**
 * What is due of an entry. "overdue": a report that did not show in time; "undone": an edit that a sync took back;
 * "look": a report's day has passed and its roster was not seen whole since; "undoing": an edit that the next sync will
 * undo; "coming": a report that is not due yet. `on` is the ISO date of it, where one is known.
 */
export type Due = { state: (typeof dueStates)[number]; on?: string };

export type DueEntry = ToldEntry & { policy?: MergePolicy; syncAt?: string };

export type DueContext = {
  /** ISO instant. */
  now: string;
  timeZone: string;
  /** ISO instant of the last sync: an edit that was found undone before it is old news. */
  since?: string;
};

/** Undefined where nothing is to be done any more. */
export const dueOf = (entry: DueEntry, { now, timeZone, since }: DueContext): Due | undefined => {
  const { kind, fate, fateAt, expectedBy, syncAt } = entry;
  if (kind === "edit") {
    if (fate === "overwritten") return isBefore(fateAt, since) ? undefined : { state: "undone" };
    if (!isDrifting(entry)) return;
    const isAhead = syncAt !== undefined && Date.parse(syncAt) >= Date.parse(now);
    return { state: "undoing", ...(isAhead && { on: wallTimeAt(syncAt, timeZone).date }) };
  }
  if (isSettled(fate)) return;
  if (!expectedBy) return { state: fate === "overdue" ? "overdue" : "coming" };
  if (fate === "overdue") return { state: "overdue", on: expectedBy };
  return { state: expectedBy < wallTimeAt(now, timeZone).date ? "look" : "coming", on: expectedBy };
};

/** Whether it wants somebody now: these are counted on the badge. */
export const isPressing = ({ state }: Due): boolean => state !== "coming";

/** Overdue first; of the same concern, what is due first. */
export const compareDue = (one: Due, other: Due): number =>
  dueStates.indexOf(one.state) - dueStates.indexOf(other.state) ||
  (one.on ?? "9").localeCompare(other.on ?? "9");

/** "Overdue since Thursday, November 12". */
export const sayDue = (
  { state, on }: Due,
  { syncAt }: Pick<DueEntry, "syncAt">,
  { now, timeZone }: DueContext,
  language: Language,
): string => {
  const say = guardSayIn(language);
  if (on === undefined) return say(state === "undone" ? "due.undone" : `due.${state}.no-date`);
  if (state === "undone") return say("due.undone");
  if (state === "undoing" && syncAt !== undefined)
    return say("due.undoing", { when: sayNear("when", syncAt, now, timeZone, language) });
  return say(`due.${state}`, { date: sayDate(on, language, wallTimeAt(now, timeZone).date) });
};
