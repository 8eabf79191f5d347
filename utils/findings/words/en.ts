import { filesEn } from "./en-files.ts";
import { rosterEn } from "./en-roster.ts";
import { valuesEn } from "./en-values.ts";

/** English words of every rule, by rule id. */
export const rulesEn = { ...filesEn, ...rosterEn, ...valuesEn } as const;
