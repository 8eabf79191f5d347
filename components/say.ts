import { type Word, wordsEn } from "./words-en.ts";
import { wordsEs } from "./words-es.ts";

export type Language = "en" | "es";

/** Says a word of our pages in one language, with numbers as people there write them. */
export type Say = {
  (word: Word, values?: Readonly<Record<string, string | number>>): string;
  language: Language;
};

export const sayIn = (language: Language): Say => {
  const words = language === "es" ? wordsEs : wordsEn;
  const locale = language === "es" ? "es-US" : "en-US";
  const say = (word: Word, values: Readonly<Record<string, string | number>> = {}): string =>
    words[word].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name]! : hole;
      return typeof value === "number" ? value.toLocaleString(locale) : value;
    });
  return Object.assign(say, { language });
};
