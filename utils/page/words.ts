import type { PageWord } from "../guard/page-words-en.ts";

export type Say = (key: PageWord, values?: Record<string, number>) => string;

/**
 * Says a key in the words of the briefing (PortalBriefing.words), which the background makes in the LEA's language.
 * Numbers are written as that language writes them.
 */
export const speak = (words: Readonly<Record<string, string>>): Say => {
  const write = new Intl.NumberFormat(words.language ?? "en");
  return (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name: string) =>
      values[name] === undefined ? all : write.format(values[name]),
    );
};
