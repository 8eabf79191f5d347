import type { ChangeKind } from "../policy/change-kinds.ts";
import { fillWords } from "./fill-words.ts";
import type { Language } from "./say-date.ts";
import { type ProcedureWord, wordsEn } from "./words-en.ts";
import { wordsEs } from "./words-es.ts";

const languages: Record<Language, Record<ProcedureWord, string>> = { en: wordsEn, es: wordsEs };

export type Say = (word: ProcedureWord, values?: Readonly<Record<string, string | number>>) => string;

/** A function that says a sentence of this room in one language. */
export const sayIn =
  (language: Language): Say =>
  (word, values = {}) =>
    fillWords(languages[language][word], values);

/** "Withdraw a student". */
export const sayChange = (change: ChangeKind, language: Language): string =>
  sayIn(language)(`change.${change}`);

/** "date of birth" of a StudentField or "id"; a field we have no word for keeps its own name. */
export const sayField = (field: string, language: Language): string =>
  Object.hasOwn(wordsEn, `field.${field}`) ? languages[language][`field.${field}` as ProcedureWord] : field;
