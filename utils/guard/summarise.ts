import type { Fate } from "./edit.ts";
import { isSettled } from "./ledger.ts";

/** An entry as far as counting it needs. */
export type ToldEntry = {
  kind: "edit" | "report";
  fate: Fate;
  /** ISO instant at which this fate was found, from `evaluationInstant`. */
  fateAt?: string;
  /** ISO date. */
  expectedBy?: string;
};

/** How many entries came to which end; nothing else, so that it may be shown on the page. */
export type LedgerSummary = {
  overwritten: number;
  /** Reports that show on the page after a sync. */
  arrived: number;
  /** Edits that the files now carry as well. */
  confirmed: number;
  kept: number;
  overdue: number;
  /** Reports not yet due, with the earliest ISO date by which one is expected. */
  notYetDue: { count: number; first?: string };
  waiting: number;
  notSeen: number;
  /** Something was lost or is late: the badge should say so. */
  needsAttention: boolean;
};

/**
 * Counts the entries' fates. Those settled before `since` (the last sync, an ISO instant) are old news and left out,
 * so that Monday's overwritten edit is not told again on Friday.
 */
export const summarise = (entries: readonly ToldEntry[], since?: string): LedgerSummary => {
  const current = entries.filter(({ fate, fateAt }) => !isSettled(fate) || !isBefore(fateAt, since));
  const count = (fate: Fate, kind?: ToldEntry["kind"]): number =>
    current.filter((entry) => entry.fate === fate && (kind === undefined || entry.kind === kind)).length;
  const first = current
    .filter(({ fate }) => fate === "not-yet-due")
    .flatMap(({ expectedBy }) => expectedBy || [])
    .sort()[0];
  const overwritten = count("overwritten");
  const overdue = count("overdue");
  return {
    overwritten,
    arrived: count("arrived", "report"),
    confirmed: count("arrived", "edit"),
    kept: count("kept"),
    overdue,
    notYetDue: { count: count("not-yet-due"), ...(first === undefined ? {} : { first }) },
    waiting: count("waiting-for-sync"),
    notSeen: count("not-seen"),
    needsAttention: overwritten > 0 || overdue > 0,
  };
};

/** Whether an entry's fate was found before the last sync. */
export const isBefore = (instant: string | undefined, since: string | undefined): boolean =>
  !!instant && since !== undefined && Date.parse(instant) < Date.parse(since);
