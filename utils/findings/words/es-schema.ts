import { many, quote, rowsHave } from "./es-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** Spanish: what a format's schema says of a field beyond its type, and of fields together. */

const badValue = ({ count, file, column, example }: Facts, condition: string): string =>
  `${rowsHave(count, file)} en la columna ${column} un valor que ${condition}, por ejemplo ${quote(example)}.`;

const lost = ({ required }: Facts): string =>
  required === "yes"
    ? "El sistema receptor necesita este valor y descarta la fila que no lo tiene."
    : "El sistema receptor omite el valor o se detiene en él.";

const range = ({ min, max }: Facts): string => {
  if (min === undefined) return `${max} como máximo`;
  return max === undefined ? `${min} como mínimo` : `de ${min} a ${max}`;
};

export const schemaEs = {
  "joint-key-repeated": {
    title: "La misma fila dos veces",
    what: ({ count, file, columns, example }) =>
      `${many(count, "fila")} de ${file} ${count === 1 ? "repite" : "repiten"} una fila anterior en ${columns}, por ejemplo ${quote(example)}.`,
    why: "Solo queda una de las filas iguales, y cuál de ellas depende del sistema receptor.",
    fix: "Haga que la exportación escriba cada fila una vez; si las filas difieren en otra columna, averigüe en el origen cuál es la correcta.",
  },
  "number-out-of-range": {
    title: "Números fuera de su rango",
    what: (facts) => badValue(facts, `no es ${range(facts)}`),
    why: lost,
    fix: (facts) => `Escriba un número ${range(facts)}.`,
  },
  "pattern-not-met": {
    title: "Valores con otra forma",
    what: (facts) => badValue(facts, `no es ${facts.saysEs}`),
    why: lost,
    fix: ({ column, saysEs }) => `Escriba ${column} como ${saysEs}.`,
  },
  "phone-malformed": {
    title: "Números de teléfono con otra forma",
    what: (facts) => badValue(facts, "no es un número de teléfono con su código de país"),
    why: "Los mensajes y las llamadas a ese número no llegan.",
    fix: "Escriba + y el código de país, y después solo cifras: +15125550123.",
  },
  "record-rows-differ": {
    title: "Filas de un registro que difieren",
    what: ({ count, file, column, id, example, one, other }) =>
      `${many(count, "fila")} de ${file} ${count === 1 ? "tiene" : "tienen"} otro ${column} que la primera fila del mismo ${id}: ${quote(example)} tiene ${quote(one)} y ${quote(other)}.`,
    why: "Las filas de un registro solo pueden diferir en sus contactos; cuál de los valores queda depende del sistema receptor.",
    fix: "Exporte las dos filas del mismo registro en el mismo momento, o corrija en el origen la que esté mal.",
  },
  "value-too-long": {
    title: "Valores más largos de lo permitido",
    what: (facts) => badValue(facts, `tiene más de ${many(facts.maxLength, "carácter", "caracteres")}`),
    why: "El sistema receptor acorta el valor, lo omite o rechaza la fila.",
    fix: ({ maxLength }) =>
      `Acorte el valor en el origen a ${many(maxLength, "carácter", "caracteres")} como máximo.`,
  },
} as const satisfies Record<string, RuleWords>;
