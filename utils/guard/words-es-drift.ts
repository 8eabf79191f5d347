import type { driftWordsEn } from "./words-en-drift.ts";

/** Lo que deshará la próxima sincronización, y lo que está pendiente. */
export const driftWordsEs: Record<keyof typeof driftWordsEn, string> = {
  "drift.one": "La próxima sincronización deshará {count} cambio hecho a mano aquí: {when}.",
  "drift.other": "La próxima sincronización deshará {count} cambios hechos a mano aquí: {when}.",
  "drift.no-date.one":
    "La próxima sincronización, para la que no hay fecha prevista, deshará {count} cambio hecho a mano aquí.",
  "drift.no-date.other":
    "La próxima sincronización, para la que no hay fecha prevista, deshará {count} cambios hechos a mano aquí.",

  "due.overdue": "Atrasado desde el {date}",
  "due.overdue.no-date": "Atrasado",
  "due.undone": "Deshecho por la última sincronización",
  "due.look": "Se esperaba para el {date}: vuelva a mirar esta lista",
  "due.look.no-date": "Vuelva a mirar esta lista",
  "due.undoing": "Se deshará {when}",
  "due.undoing.no-date": "Lo deshará la próxima sincronización",
  "due.coming": "Se espera para el {date}",
  "due.coming.no-date": "Aún no toca",
};
