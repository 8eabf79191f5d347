import { many, quote } from "./es-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** Spanish: New York City's official classes, teachers and caseloads. */

const tuesday =
  "El portal de New Visions lee el RACL cada martes; una corrección en ATS se ve después del siguiente.";

const offRacl = ({ count, file, racl, problem, example, school }: Facts): string => {
  const students = many(count, "estudiante");
  const are = count === 1 ? "está" : "están";
  switch (problem) {
    case "school":
      return `${students} de ${file} ${are} en una escuela de la que ${racl} no tiene ninguna clase, como ${school}.`;
    case "none":
      return `${students} hasta 5.º grado de ${file} no ${count === 1 ? "tiene" : "tienen"} clase oficial.`;
    case "upper":
      return `${students} de los grados 6 a 12 de ${file} ${are} en una clase oficial que ${racl} no tiene, como ${quote(example)}.`;
    default:
      return `${students} de ${file} ${are} en una clase oficial que ${racl} no tiene, como ${quote(example)}.`;
  }
};

export const nycEs = {
  "nyc-class-not-on-racl": {
    title: "Clase oficial que no está en el RACL",
    what: offRacl,
    why: ({ problem }) =>
      problem === "upper"
        ? "Los grupos de los grados 6 a 12 siguen los cursos de STARS, así que nadie pierde estudiantes; con todo, ATS y STARS no coinciden."
        : "Hasta 5.º grado el grupo a cargo sigue el RACL: estos estudiantes no están en el de nadie.",
    fix: ({ problem }) =>
      problem === "school"
        ? "Exporte también el RACL de esa escuela, o deje fuera a sus estudiantes."
        : `Corrija la clase oficial del estudiante en ATS, o cree la clase en la pantalla CMOD. ${tuesday}`,
  },
  "nyc-class-without-teacher": {
    title: "Clase oficial sin docente",
    what: ({ count, file, example }) =>
      `${many(count, "clase oficial", "clases oficiales")} de ${file} no ${count === 1 ? "tiene" : "tienen"} docente, como ${quote(example)}.`,
    why: "Los estudiantes de esa clase no están a cargo de ningún docente.",
    fix: `Asigne el docente a la clase en la pantalla CMOD de ATS, o a muchas clases en UTEA. ${tuesday}`,
  },
  "nyc-eis-without-email": {
    title: "Número EIS sin correo electrónico",
    what: ({ count, file }) =>
      `${many(count, "persona")} de ${file} ${count === 1 ? "tiene" : "tienen"} número EIS, pero no correo electrónico.`,
    why: "El grupo a cargo se enlaza con el usuario por el correo, así que estas personas no ven estudiantes.",
    fix: "Registre la dirección @schools.nyc.gov en los datos de personal que lee STARS.",
  },
  "nyc-nickname-shared": {
    title: "Un alias para dos personas",
    what: ({ count, file, people, example }) =>
      `${many(count, "alias", "alias")} de ${file} ${count === 1 ? "es" : "son"} de ${people} personas de la misma escuela, como ${quote(example)}.`,
    why: "Un curso nombra a su docente solo por el alias, así que los estudiantes pueden quedar a cargo de otra persona o de nadie.",
    fix: "Dé a cada docente un alias propio en STARS y páselo a sus cursos.",
  },
  "nyc-nickname-without-eis": {
    title: "Alias sin número EIS",
    what: ({ count, file, target, problem, example, students }) =>
      problem === "blank"
        ? `${many(count, "alias de docente", "alias de docentes")} de ${file} no ${count === 1 ? "tiene" : "tienen"} número EIS en ${target}, como ${quote(example)}, lo que afecta a ${many(students, "estudiante")}.`
        : `${many(count, "alias de docente", "alias de docentes")} de ${file} no ${count === 1 ? "está" : "están"} en ${target}, como ${quote(example)}, lo que afecta a ${many(students, "estudiante")}.`,
    why: ({ needed }) =>
      needed === "no"
        ? "Hasta 5.º grado el grupo a cargo sigue el RACL, así que nadie pierde estudiantes si este es correcto."
        : "Desde 6.º grado el alias lleva al número EIS y este al correo: sin él, los cursos del docente no dan ningún grupo a cargo.",
    fix: ({ problem }) =>
      problem === "blank"
        ? "Registre en STARS el número EIS del docente junto al alias."
        : "Enlace en STARS el alias con el número EIS del docente, o corrija el alias del curso.",
  },
  "nyc-official-class-damaged": {
    title: "Clase oficial convertida en número",
    what: ({ count, file, racl, example, meant }) =>
      `${many(count, "estudiante")} de ${file} ${count === 1 ? "está" : "están"} en una clase oficial que una hoja de cálculo cambió: ${quote(example)} es ${quote(meant)} en ${racl}.`,
    why: "Una hoja de cálculo toma 4E1 por el número 40 y 001 por 1, y la clase deja de coincidir con el RACL.",
    fix: "Exporte de nuevo y use ese archivo sin abrirlo en una hoja de cálculo; para verlo, importe la columna como texto.",
  },
  "nyc-student-in-two-classes": {
    title: "Estudiante en dos clases oficiales",
    what: ({ count, file }) =>
      `${many(count, "estudiante")} de ${file} ${count === 1 ? "está" : "están"} en dos clases oficiales.`,
    why: "Cada estudiante tiene una clase oficial; con dos, no se sabe a cargo de quién está.",
    fix: `Corrija la clase oficial en ATS, o termine el traslado. ${tuesday}`,
  },
  "nyc-teacher-name-shared": {
    title: "Nombre de docente que comparten varias personas",
    what: ({ count, file, target, classes }) =>
      `${many(count, "docente")} de ${file}, con ${many(classes, "clase oficial", "clases oficiales")}, ${count === 1 ? "tiene" : "tienen"} un nombre que en ${target} llevan varias personas.`,
    why: "El RACL da un nombre y ningún número, así que nada dice de quién son el número EIS y el correo.",
    fix: "Escriba el nombre del docente en ATS de modo que corresponda a una sola persona, por ejemplo con la inicial del segundo nombre.",
  },
  "nyc-teacher-not-in-pedagogue-file": {
    title: "Docente que no está en el archivo de pedagogos",
    what: ({ count, file, target, classes }) =>
      `${many(count, "docente")} de ${file}, con ${many(classes, "clase oficial", "clases oficiales")}, no ${count === 1 ? "está" : "están"} entre las personas de esa escuela en ${target}.`,
    why: "Sin el archivo de pedagogos no hay número EIS ni correo: los estudiantes de estas clases no están a cargo de nadie.",
    fix: `Compare el nombre en ATS con el del archivo de pedagogos y corrija el que esté mal. ${tuesday}`,
  },
} satisfies Record<string, RuleWords>;
