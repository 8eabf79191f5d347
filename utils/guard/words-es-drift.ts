import type { driftWordsEn } from "./words-en-drift.ts";

/** Lo que deshará la próxima sincronización. */
export const driftWordsEs: Record<keyof typeof driftWordsEn, string> = {
  "drift.one": "La próxima sincronización deshará {count} cambio hecho a mano aquí: {when}.",
  "drift.other": "La próxima sincronización deshará {count} cambios hechos a mano aquí: {when}.",
  "drift.no-date.one":
    "La próxima sincronización, para la que no hay fecha prevista, deshará {count} cambio hecho a mano aquí.",
  "drift.no-date.other":
    "La próxima sincronización, para la que no hay fecha prevista, deshará {count} cambios hechos a mano aquí.",
};
