import { many, quote, rowsHave } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Spanish: text and lists in single cells. */

export const textEs = {
  "blank-around-value": {
    title: "Espacios alrededor de un valor",
    what: ({ count, file, column, example }) =>
      `${rowsHave(count, file)} en ${column} un valor que empieza o termina con un espacio, como ${quote(example)}.`,
    why: "El sistema receptor toma el espacio como parte del valor y no vuelve a encontrar a la persona o la clase.",
    fix: "Quite el espacio en el sistema de información estudiantil, o haga que la exportación recorte los valores.",
  },
  "damaged-text": {
    title: "Texto dañado por otra codificación",
    what: ({ count, file, column, example, problem, meant }) =>
      problem === "lost"
        ? `${rowsHave(count, file)} en ${column} un texto que perdió letras, como ${quote(example)}.`
        : `${rowsHave(count, file)} en ${column} un texto leído con otra codificación, como ${quote(example)} en lugar de ${quote(meant)}.`,
    why: "El sistema receptor muestra el texto dañado y no encuentra a la persona por su nombre.",
    fix: "Exporte de nuevo en UTF-8. El texto se dañó antes de escribir este archivo: revise los pasos anteriores, a menudo una hoja de cálculo.",
  },
  "hidden-character": {
    title: "Caracteres que no se ven",
    what: ({ count, file, column, characters }) =>
      `${rowsHave(count, file)} en ${column} caracteres que no se ven o que solo se parecen (${characters}).`,
    why: "Dos valores que parecen iguales son distintos para el sistema receptor; para algunos, un salto de línea dentro de una celda termina la fila.",
    fix: "Escriba el valor de nuevo en el sistema de información estudiantil en lugar de pegarlo.",
  },
  "list-item-repeated": {
    title: "Listas con un elemento repetido",
    what: ({ count, file, column, example, item }) =>
      `${rowsHave(count, file)} en ${column} una lista con un elemento repetido, como ${quote(item)} en ${quote(example)}.`,
    why: "La mayoría de los sistemas lo toma una vez; uno que cuenta los elementos lo toma por dos.",
    fix: "Haga que la exportación ponga cada elemento una sola vez.",
  },
  "list-separator-wrong": {
    title: "Listas separadas sin comas",
    what: ({ count, file, column, example, expected }) =>
      `${rowsHave(count, file)} en ${column} una lista cuyos elementos no están separados por comas: ${quote(example)} en lugar de ${quote(expected)}.`,
    why: "El sistema receptor toma toda la lista por un solo valor, que no conoce.",
    fix: "Configure la exportación para separar los elementos con comas, dentro de una sola celda entre comillas.",
  },
  "placeholder-value": {
    title: "Palabras que quieren decir nada",
    what: ({ count, file, column, example }) =>
      `${rowsHave(count, file)} ${quote(example)} en ${column}, donde una celda vacía diría que no hay nada.`,
    why: "El sistema receptor lo toma por el valor, y lo muestra o compara con él.",
    fix: "Configure la exportación para dejar la celda vacía.",
  },
  "subjects-and-codes-differ": {
    title: "Materias y códigos en distinto número",
    what: ({ count, file }) =>
      `${many(count, "fila")} de ${file} ${count === 1 ? "tiene" : "tienen"} más materias que códigos de materia, o menos.`,
    why: "La primera materia va con el primer código, y así las demás: el sistema receptor no sabe cuáles van juntas.",
    fix: "Dé tantos códigos como materias, en el mismo orden, o deje vacía una de las dos columnas.",
  },
} as const satisfies Record<string, RuleWords>;
