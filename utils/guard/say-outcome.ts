import { type Language, sayDate } from "../procedures/say-date.ts";
import type { LedgerSummary } from "./summarise.ts";
import { guardSayIn, sayCount } from "./words.ts";

/**
 * "Since the last sync: 1 edit was overwritten, 1 reported change arrived." Counts and dates only. Undefined when
 * there is nothing to tell. `today` is an ISO date.
 */
export const sayOutcome = (summary: LedgerSummary, today: string, language: Language): string | undefined => {
  const say = guardSayIn(language);
  const told = [
    part("overwritten", summary.overwritten),
    part("arrived", summary.arrived),
    part("confirmed", summary.confirmed),
    part("kept", summary.kept),
    part("overdue", summary.overdue),
    ...sayNotYetDue(),
    part("not-seen", summary.notSeen),
  ].flatMap((text) => text ?? []);
  const waiting = part("waiting", summary.waiting);
  if (told.length === 0) {
    return waiting === undefined ? undefined : say("outcome.plain", { parts: waiting });
  }
  return say("outcome.since", { parts: [...told, ...(waiting === undefined ? [] : [waiting])].join(", ") });

  function part(
    word: "overwritten" | "arrived" | "confirmed" | "kept" | "overdue" | "waiting" | "not-seen",
    count: number,
  ): string | undefined {
    return count === 0 ? undefined : sayCount(`outcome.${word}`, count, language);
  }

  function sayNotYetDue(): (string | undefined)[] {
    const { count, first } = summary.notYetDue;
    if (count === 0) return [];
    if (first === undefined) return [sayCount("outcome.not-due-no-date", count, language)];
    return [sayCount("outcome.not-due", count, language, { date: sayDate(first, language, today) })];
  }
};
