import { many } from "./es-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** Spanish: who is who, what is deleted, and what changed since the last file. */

const hasOrHave = (count: number): string => (count === 1 ? "tiene" : "tienen");

const sharedBy = ({ count, file, column, people }: Facts, one: string, more: string): string =>
  `${many(count, one, more)} de ${file} (${column}) ${count === 1 ? "pertenece" : "pertenecen"} a más de una persona, ${many(people, "persona")} en total.`;

const proofs: Readonly<Record<string, string>> = {
  email: "el mismo correo electrónico",
  username: "el mismo nombre de usuario",
  number: "el mismo número",
  stateId: "el mismo identificador estatal",
  phones: "la misma fecha de nacimiento y el mismo teléfono",
  school: "el mismo segundo nombre, la misma fecha de nacimiento y la misma escuela",
};

const birthProblem = ({ count, file, column, problem, oldest }: Facts): string => {
  switch (problem) {
    case "ahead":
      return `${many(count, "persona")} de ${file} ${hasOrHave(count)} en ${column} una fecha que aún no ha llegado.`;
    case "long-ago":
      return `${many(count, "persona")} de ${file} ${hasOrHave(count)} en ${column} una fecha anterior a 1900.`;
    default:
      return `${many(count, "estudiante")} de ${file} ${count === 1 ? "tendría" : "tendrían"} más de ${oldest} años según ${column}.`;
  }
};

export const lifecycleEs = {
  "age-against-grade": {
    title: "Edades que no corresponden al grado",
    what: ({ count, file, age, grade }) =>
      `${many(count, "estudiante")} de ${file} ${hasOrHave(count)} una edad muy distinta de la del grado, por ejemplo ${many(age, "año")} en el grado ${grade}.`,
    why: "La fecha de nacimiento o el grado es incorrecto, y con ello las normas, los formularios y las listas de clase.",
    fix: "Compare la fecha de nacimiento y el grado con los documentos y corrija lo incorrecto en el sistema de información estudiantil.",
  },
  "birth-date-implausible": {
    title: "Fechas de nacimiento imposibles",
    what: birthProblem,
    why: "Las edades y los resultados por edad salen mal, y un sistema que reconoce a las personas por esa fecha no las encuentra.",
    fix: "Corrija la fecha de nacimiento en el sistema de información estudiantil. Las personas adultas de un programa escolar pueden quedar como están.",
  },
  "duplicate-person": {
    title: "Una persona con dos identificadores",
    what: ({ count, file, proof }) =>
      `${many(count, "registro")} de ${file} ${count === 1 ? "es" : "son"} de alguien que ya figura con otro identificador, con los mismos nombres y ${proofs[String(proof)] ?? "los mismos datos"}.`,
    why: "El sistema receptor mantiene dos registros, y los resultados y las clases se reparten entre ellos.",
    fix: "Una los dos registros en el sistema de información estudiantil y conserve el identificador que tiene el sistema receptor.",
  },
  "email-of-two-people": {
    title: "Un correo electrónico para dos personas",
    what: (facts) => sharedBy(facts, "correo electrónico", "correos electrónicos"),
    why: ({ kinds }) =>
      kinds === "students"
        ? "Las hermanas y los hermanos suelen compartir el correo de sus padres; donde se entra con él, solo puede entrar una persona."
        : "Donde se entra con el correo electrónico, una persona recibe la cuenta y las clases de la otra.",
    fix: ({ kinds }) =>
      kinds === "students"
        ? "Nada, si los estudiantes no entran con él. De lo contrario, dé a cada uno el suyo o déjelo vacío."
        : "Registre el correo propio de cada persona en el sistema de información estudiantil, o déjelo vacío.",
  },
  "number-of-two-people": {
    title: "Un número para dos personas",
    what: (facts) => sharedBy(facts, "número", "números"),
    why: "Un sistema o una prueba que se guía por este número junta los resultados de dos personas.",
    fix: "Averigüe de quién es el número y corrija el de la otra persona en el sistema de información estudiantil.",
  },
  "state-id-of-two-people": {
    title: "Un identificador estatal para dos personas",
    what: (facts) => sharedBy(facts, "identificador estatal", "identificadores estatales"),
    why: "Un sistema o un informe estatal que se guía por este identificador junta los resultados de dos personas.",
    fix: "Busque a ambas personas en el sistema del estado y corrija el identificador incorrecto en el sistema de información estudiantil.",
  },
  "student-also-staff": {
    title: "Una persona como estudiante y como personal",
    what: ({ count, file }) =>
      `${many(count, "estudiante")} de ${file} ${count === 1 ? "figura" : "figuran"} también como personal, por su función o con los mismos nombres y el mismo correo electrónico, nombre de usuario o número.`,
    why: "La persona puede ver los registros de otros estudiantes, o perder las clases que imparte.",
    fix: "Deje la función correcta, o corrija lo que comparten los dos registros.",
  },
  "username-of-two-people": {
    title: "Un nombre de usuario para dos personas",
    what: (facts) => sharedBy(facts, "nombre de usuario", "nombres de usuario"),
    why: "Un nombre de usuario corresponde a una cuenta: el sistema omite a la segunda persona o deja entrar a ambas en la misma.",
    fix: "Dé a cada persona un nombre de usuario propio.",
  },
} as const satisfies Record<string, RuleWords>;
