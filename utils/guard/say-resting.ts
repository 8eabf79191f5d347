import type { Language } from "../procedures/say-date.ts";
import { guardSayIn } from "./words.ts";

/**
 * Why the guard rests, from the content script's code: "column NAME", "columns FOUND EXPECTED", "rows SEEN TOLD",
 * "class", "table", or a sentence that something of ours cannot be shown. The code comes from a page: what it is not known to say is not repeated.
 */
export const sayResting = (code: string, language: Language): { title: string; because: string } => {
  const say = guardSayIn(language);
  const [kind = "", ...rest] = code.split(" ");
  const [one, other] = rest.filter((text) => /^\d{1,6}$/.test(text));
  const title = say("resting.title");
  switch (kind) {
    case "column":
      return { title, because: say("resting.column", { column: rest.join(" ").slice(0, 80) }) };
    case "columns":
      return { title, because: say("resting.columns", { found: one ?? "0", expected: other ?? "?" }) };
    case "rows":
      return { title, because: say("resting.rows", { seen: one ?? "0", told: other ?? "?" }) };
    case "class":
      return { title, because: say("resting.class") };
    case "table":
      return { title, because: say("resting.table") };
    case "The":
      return { title: say("resting.hidden.title"), because: say("resting.part") };
    case "This":
      return { title: say("resting.hidden.title"), because: say("resting.hidden") };
    default:
      return { title, because: say("resting.other") };
  }
};
