import type { Language } from "../procedures/say-date.ts";
import { type PageWord, pageWordsEn } from "./page-words-en.ts";
import { pageWordsEs } from "./page-words-es.ts";

const languages: Record<Language, Record<PageWord, string>> = { en: pageWordsEn, es: pageWordsEs };

/** The words of the page's surfaces by key; holes such as {rows} are filled where they are shown. */
export const pageWords = (language: Language): Record<PageWord, string> => languages[language];
