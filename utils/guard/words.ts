import { fillWords } from "../procedures/fill-words.ts";
import { type Language, nearnessOf, sayDate, sayTime, timeArticle } from "../procedures/say-date.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { Fate } from "./edit.ts";
import { type GuardWord, wordsEn } from "./words-en.ts";
import { wordsEs } from "./words-es.ts";

const languages: Record<Language, Record<GuardWord, string>> = { en: wordsEn, es: wordsEs };

export type GuardSay = (word: GuardWord, values?: Readonly<Record<string, string | number>>) => string;

/** A function that says a sentence of the guard in one language. */
export const guardSayIn =
  (language: Language): GuardSay =>
  (word, values = {}) =>
    fillWords(languages[language][word], values);

/** Base of a word that has the forms ".one" and ".other". */
type BaseOf<W> = W extends `${infer Base}.one` ? (`${Base}.other` extends GuardWord ? Base : never) : never;
type Counted = BaseOf<GuardWord>;

/** "1 edit was overwritten", "2 edits were overwritten". */
export const sayCount = (
  word: Counted,
  count: number,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => guardSayIn(language)(`${word}.${count === 1 ? "one" : "other"}`, { count, ...values });

/** An instant under one of the two families of words for it: "when" stands alone, "sync" begins a sentence. */
export const sayNear = (
  family: "when" | "sync",
  instant: string,
  now: string,
  timeZone: string,
  language: Language,
): string => {
  const time = sayTime(instant, timeZone, language);
  const date = sayDate(wallTimeAt(instant, timeZone).date, language, wallTimeAt(now, timeZone).date);
  const las = timeArticle(time);
  return guardSayIn(language)(`${family}.${nearnessOf(instant, now, timeZone)}`, { time, date, las });
};

/** "this first name"; "this value" for a field we have no word for. */
export const sayThisField = (field: string | undefined, language: Language): string => {
  const word = `this.${field}`;
  return languages[language][Object.hasOwn(wordsEn, word) ? (word as GuardWord) : "this.other"];
};

/** "Not yet due". */
export const sayFate = (fate: Fate, language: Language): string => languages[language][`fate.${fate}`];
