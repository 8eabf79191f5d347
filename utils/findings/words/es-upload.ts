import { many, quote } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Español: lo que hay en un paquete además de la lista, y lo que no va junto. */
export const uploadEs = {
  "files-of-different-days": {
    title: "Archivos escritos en días distintos",
    what: ({ count, file, day, newest, newestDay, days }) =>
      `${count === 1 ? `${file} se escribió` : `${many(count, "archivo")}, como ${file}, se escribieron`} el ${day}${count === 1 ? "" : " o poco después"}; ${newest}, el ${newestDay}, ${many(days, "día")} más tarde.`,
    why: "Los archivos de una exportación se escriben juntos. Uno de una exportación anterior nombra personas y clases que ya no están, y le faltan las nuevas.",
    fix: "Exporte de nuevo todos los archivos juntos. Si un archivo solo se abrió y guardó a mano después, no hay ningún problema.",
  },
  "receiver-report-in-package": {
    title: "Un informe del sistema receptor entre los archivos",
    what: ({ file, by, sign }) =>
      by === "header"
        ? `${file} parece una lista de errores que devolvió un sistema receptor (tiene una columna ${quote(sign)}), y no se revisó.`
        : `${file} parece, por su nombre, un informe o registro que devolvió un sistema receptor, y no se revisó.`,
    why: "El sistema receptor lo pasa por alto, o rechaza un paquete con archivos que no conoce. Puede mostrar nombres de estudiantes a quien no debe verlos.",
    fix: "Déjelo fuera del paquete; lo que dice aún debe corregirse en los archivos mismos.",
  },
  "system-files-in-package": {
    title: "Archivos que dejó un sistema operativo",
    what: ({ count, file, example }) =>
      `${many(count, "archivo")} de ${file} ${count === 1 ? "es" : "son"} del propio sistema, como ${quote(example)}; no se revisó nada en ${count === 1 ? "él" : "ellos"}.`,
    why: "Los sistemas receptores pasan por alto tales archivos. Uno estricto rechaza un paquete con archivos que no conoce.",
    fix: "Comprima solo los archivos de la lista, por ejemplo eligiéndolos uno por uno y no su carpeta.",
  },
} satisfies Record<string, RuleWords>;
