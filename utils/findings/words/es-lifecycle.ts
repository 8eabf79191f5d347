import { many, number } from "./es-phrases.ts";
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

const nouns: Readonly<Record<string, readonly [string, string]>> = {
  schools: ["escuela", "escuelas"],
  students: ["estudiante", "estudiantes"],
  teachers: ["docente", "docentes"],
  sections: ["sección", "secciones"],
  enrollments: ["inscripción", "inscripciones"],
};

const nounsOf = (record: string | number | undefined): readonly [string, string] =>
  nouns[String(record).replace("PerSchool", "")] ?? ["registro", "registros"];

/** "1 estudiante", "12 estudiantes". */
const records = (count: string | number | undefined, record: string | number | undefined): string =>
  many(count, ...nounsOf(record));

const amounts: Readonly<Record<string, string>> = {
  "rows-per-file": "filas",
  students: "estudiantes",
  "contacts-per-student": "filas de contactos de un estudiante",
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
  "deleted-but-referenced": {
    title: "Eliminado, pero aún mencionado",
    what: ({ count, file, column, target }) =>
      `${many(count, "fila")} de ${file} ${count === 1 ? "menciona" : "mencionan"} en ${column} un registro que ${target} marca tobedeleted.`,
    why: "El sistema receptor elimina primero el registro y después no encuentra a qué se refiere la fila.",
    fix: "Marque también estas filas tobedeleted, o quite la eliminación, y configure la exportación para que envíe ambas juntas.",
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
  "file-would-wipe-records": {
    title: "La carga quitaría todo lo de un tipo",
    what: ({ file, record, before, now, how }) =>
      how === "missing"
        ? `${file} no está en el paquete, y el anterior contenía ${records(before, record)}.`
        : how === "empty"
          ? `${file} no tiene filas, y el anterior contenía ${records(before, record)}.`
          : `${file} contiene ${records(now, record)}, y el anterior contenía ${number(Number(before))}.`,
    why: "Una carga completa dice que lo que no contiene ya no existe: el sistema receptor desactiva o elimina estos registros.",
    fix: "No envíe este paquete. Averigüe por qué la exportación los perdió y exporte de nuevo.",
  },
  "modified-ahead": {
    title: "Modificado en el futuro",
    what: ({ count, file, column, example }) =>
      `${many(count, "fila")} de ${file} ${hasOrHave(count)} en ${column} una fecha que aún no ha llegado, por ejemplo ${example}.`,
    why: "Un sistema que conserva el más reciente de dos registros no acepta correcciones hasta que pase ese día.",
    fix: "Corrija el reloj o la zona horaria de la exportación; la hora se escribe en UTC.",
  },
  "number-of-two-people": {
    title: "Un número para dos personas",
    what: (facts) => sharedBy(facts, "número", "números"),
    why: "Un sistema o una prueba que se guía por este número junta los resultados de dos personas.",
    fix: "Averigüe de quién es el número y corrija el de la otra persona en el sistema de información estudiantil.",
  },
  "receiver-limit-exceeded": {
    title: "Más de lo que acepta el sistema",
    what: ({ file, of, amount, most, kind, receiver }) =>
      kind === "advice"
        ? `${file} contiene ${number(Number(amount))} ${amounts[String(of)]}, y ${receiver} aconseja no pasar de ${number(Number(most))}.`
        : `${file} contiene ${number(Number(amount))} ${amounts[String(of)]}, y ${receiver} acepta ${number(Number(most))} como máximo.`,
    why: ({ of }) =>
      of === "contacts-per-student"
        ? "Los contactos que pasan del límite no se aceptan."
        : "El sistema receptor rechaza el archivo, o se atrasa con él.",
    fix: ({ of }) =>
      of === "contacts-per-student"
        ? "Exporte cinco contactos por estudiante como máximo."
        : "Divida la carga, por ejemplo por grupos de escuelas, o pregunte qué acepta hoy el sistema receptor.",
  },
  "size-unlike-last-file": {
    title: "Muchos más o menos que en el archivo anterior",
    what: ({ file, record, before, now, percent, change, school, schools }) =>
      school === ""
        ? `${file} contiene ${records(now, record)}, un ${percent} % ${change === "fewer" ? "menos" : "más"} que ${number(Number(before))} en el archivo anterior.`
        : `${file} tiene ${change === "fewer" ? "menos" : "más"} ${nounsOf(record)[1]} en ${many(schools, "escuela")}, por ejemplo ${school} con ${number(Number(now))} después de ${number(Number(before))}.`,
    why: ({ change }) =>
      change === "fewer"
        ? "Quien no está en un archivo completo pierde el acceso en el sistema receptor, y sus clases también."
        : "Un archivo que crece tanto suele contener un segundo año, otro programa o dos veces a las mismas personas.",
    fix: "Compare con lo que explica el año escolar: un cambio de período, una escuela nueva, un filtro. Si nada lo explica, exporte de nuevo antes de enviarlo.",
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
  "sync-would-be-held": {
    title: "El sistema pausaría esta sincronización",
    what: ({ receiver, effect, percent, record, count, of, limit, by, file }) =>
      `${by === "app" ? `Una aplicación de ${receiver} puede pedir una revisión de esta sincronización` : `${receiver} retendrá esta sincronización`}: ${file} ${effect === "deletes" ? "elimina" : "modifica"} el ${String(percent).replace(".", ",")} % de ${records(of, record)} (${number(Number(count))}); ${by === "app" ? "las aplicaciones la piden" : "la retiene"} por encima del ${limit} %.`,
    why: ({ by }) =>
      by === "app"
        ? "Hasta que alguien la apruebe, la aplicación conserva los datos que tenía."
        : "No se acepta nada de la sincronización hasta que el distrito la apruebe, y las aplicaciones pueden pedir una revisión propia.",
    fix: "Si el cambio es intencional, como al final de un período, avise antes a quien aprueba la sincronización. Si no lo es, corrija primero la exportación.",
  },
  "username-of-two-people": {
    title: "Un nombre de usuario para dos personas",
    what: (facts) => sharedBy(facts, "nombre de usuario", "nombres de usuario"),
    why: "Un nombre de usuario corresponde a una cuenta: el sistema omite a la segunda persona o deja entrar a ambas en la misma.",
    fix: "Dé a cada persona un nombre de usuario propio.",
  },
} as const satisfies Record<string, RuleWords>;
