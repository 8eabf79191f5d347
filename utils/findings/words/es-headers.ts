import { many } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Spanish: where a file's header stands. */
export const headersEs = {
  "example-row": {
    title: "Fila de ejemplo de una plantilla",
    what: ({ file, value }) => `La primera fila de ${file} es el ejemplo de una plantilla («${value}»).`,
    why: "El receptor la toma por un registro real: rechaza la fila, o aparece en la lista alguien que no existe.",
    fix: "Borre la fila de ejemplo y guarde el archivo de nuevo.",
  },
  "header-missing": {
    title: "Sin fila de encabezados",
    what: ({ file, like, columns, width }) =>
      like === ""
        ? `${file} no tiene fila de encabezados, y no se sabe qué contienen sus ${width} columnas.`
        : `${file} no tiene fila de encabezados; sus columnas parecen ser las de ${like}: ${columns}.`,
    why: "El receptor toma el primer registro por el encabezado: no encuentra ninguna columna y ese registro se pierde.",
    fix: "Exporte de nuevo con los nombres de las columnas en la primera fila.",
  },
  "title-lines-before-header": {
    title: "Líneas encima del encabezado",
    what: ({ file, lines, header, text }) =>
      `${file} tiene ${many(Number(lines), "línea")} encima del encabezado, que está en la línea ${header}${text === "" ? "" : ` («${text}»)`}.`,
    why: "El receptor toma la primera línea por el encabezado y no encuentra ninguna columna.",
    fix: "Borre las líneas encima del encabezado, o exporte sin el título del informe.",
  },
} satisfies Record<string, RuleWords>;
