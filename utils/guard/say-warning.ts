import type { Language } from "../procedures/say-date.ts";
import type { EditIntent, EditVerdict } from "./edit.ts";
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
