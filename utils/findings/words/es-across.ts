import { many, quote, rowsHave } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Spanish: what the files of a roster have to be to each other. */

export const acrossEs = {
  "parent-cycle": {
    title: "Superiores que vuelven sobre sí mismos",
    what: ({ count, file, example }) =>
      `${many(count, "fila")} de ${file} ${count === 1 ? "está" : "están"} por encima y por debajo de sí ${count === 1 ? "misma" : "mismas"} al seguir parentSourcedId, como ${quote(example)}.`,
    why: "El sistema receptor no sabe dónde ponerlas, y puede no terminar de intentarlo.",
    fix: "Corrija parentSourcedId; la más alta no tiene ninguno.",
  },
  "parent-not-wider": {
    title: "Superiores de un tipo más estrecho",
    what: ({ count, file, example, type, parentType }) =>
      `${rowsHave(count, file)} un superior más estrecho que ella misma: ${quote(example)} es ${type} y depende de ${parentType}.`,
    why: "El sistema receptor forma con esto su árbol, y descarta el vínculo o pone arriba lo que no corresponde.",
    fix: "Corrija parentSourcedId, o el tipo de una de las dos.",
  },
  "school-year-differs": {
    title: "Año escolar que no corresponde a las fechas",
    what: ({ count, file, problem, example }) =>
      problem === "begins"
        ? `${rowsHave(count, file)} el año en que empieza el año escolar (${example}) en lugar del año en que termina.`
        : `${rowsHave(count, file)} un schoolYear que no corresponde a las fechas, como ${quote(example)}.`,
    why: "El sistema receptor guarda las clases en otro año, donde nadie las busca.",
    fix: "Dé el año en que termina el año escolar: 2027 para 2026-2027.",
  },
  "session-backwards": {
    title: "Períodos que terminan antes de empezar",
    what: ({ count, file }) =>
      `${many(count, "período")} de ${file} ${count === 1 ? "termina" : "terminan"} antes de su inicio o el mismo día.`,
    why: "Un período así no tiene ningún día, y sus clases nunca están abiertas.",
    fix: "Corrija las fechas. La fecha final es el primer día que ya no cuenta.",
  },
  "session-of-wrong-type": {
    title: "Períodos de un tipo que no corresponde",
    what: ({ count, file, column, example, type, expected }) =>
      `${rowsHave(count, file)} en ${column} un valor como ${quote(example)}, que es ${type} y no ${expected}.`,
    why: "El sistema receptor descarta el vínculo, o abre la clase en otro tiempo.",
    fix: "Nombre un período del tipo que corresponde, o corrija su tipo en academicSessions.csv.",
  },
  "session-outside-parent": {
    title: "Períodos fuera de las fechas del superior",
    what: ({ count, file }) =>
      `${many(count, "período")} de ${file} ${count === 1 ? "empieza" : "empiezan"} antes que el período superior o ${count === 1 ? "termina" : "terminan"} después.`,
    why: "Las clases pueden quedar cerradas en los días que el superior no cubre.",
    fix: "Corrija las fechas del período o las de su superior.",
  },
} as const satisfies Record<string, RuleWords>;
