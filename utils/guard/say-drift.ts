import type { MergePolicy } from "../policy/merge-policy.ts";
import type { Language } from "../procedures/say-date.ts";
import type { Fate } from "./edit.ts";
import { sayCount, sayNear } from "./words.ts";

/** An entry as far as drift needs it. */
export type DriftEntry = { kind: "edit" | "report"; fate: Fate; policy?: MergePolicy };

/** Whether the portal shows a saved edit that differs from the feed, which the next sync will therefore undo. */
export const isDrifting = ({ kind, fate, policy = "overwritten" }: DriftEntry): boolean =>
  kind === "edit" && fate === "waiting-for-sync" && policy === "overwritten";

/**
 * "3 edits made here will be undone by the next sync: tonight at 2:00 AM (…)." Undefined where nothing drifts. `next` is
 * the ISO instant of the sync planned next, absent where none is planned.
 */
export const sayDrift = (
  entries: readonly DriftEntry[],
  { next, now, timeZone }: { next: string | undefined; now: string; timeZone: string },
  language: Language,
): string | undefined => {
  const count = entries.filter(isDrifting).length;
  if (count === 0) return undefined;
  return next === undefined
    ? sayCount("drift.no-date", count, language)
    : sayCount("drift", count, language, { when: sayNear("when", next, now, timeZone, language) });
};
