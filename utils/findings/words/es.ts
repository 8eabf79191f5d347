import { filesEs } from "./es-files.ts";
import { rosterEs } from "./es-roster.ts";
import { valuesEs } from "./es-values.ts";

/** Spanish words of every rule, by rule id. */
export const rulesEs = { ...filesEs, ...rosterEs, ...valuesEs } as const;
