import { type Language, sayDate } from "../procedures/say-date.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { EditIntent, EditVerdict } from "./edit.ts";
import type { EditWindow } from "./judge-window.ts";
import { guardSayIn, sayNear, sayThisField } from "./words.ts";

/**
 * The callout's sentence beside the control; undefined when the edit lasts or is what the page is for, because then
 * there is nothing to say.
 */
export const sayWarning = (
  edit: Pick<EditIntent, "change" | "field">,
  verdict: EditVerdict,
  { at, timeZone, language }: { at: string; timeZone: string; language: Language },
): string | undefined => {
  const say = guardSayIn(language);
  const field = sayThisField(edit.field, language);
  if (verdict.window) {
    const today = wallTimeAt(at, timeZone).date;
    return sayClosed(verdict.window, field, today, language);
  }
  switch (verdict.policy) {
    case "kept":
    case "purpose":
      return undefined;
    case "locked":
      return say("locked", { field: field.charAt(0).toUpperCase() + field.slice(1) });
    case "unknown":
      return say("unknown", { field });
    case "overwritten": {
      const sync =
        verdict.syncAt === undefined
          ? say("sync.none")
          : sayNear("sync", verdict.syncAt, at, timeZone, language);
      return edit.field === "id" ? say("undo.id", { sync }) : say(`undo.${edit.change}`, { sync, field });
    }
  }
};

/** Why a page that has its season may not be changed today; undefined in its season. */
const sayClosed = (
  window: EditWindow,
  field: string,
  today: string,
  language: Language,
): string | undefined => {
  const say = guardSayIn(language);
  if (window.kind === "open") return undefined;
  if (window.kind === "unset") return say("window.unset", { field });
  const date = sayDate(window.date, language, today);
  return say(`closed.${window.kind}`, { phase: sayPhase(window.phase, language), date });
};

export const sayPhase = (phase: { title: string; es?: string | undefined }, language: Language): string =>
  language === "es" ? (phase.es ?? phase.title) : phase.title;
