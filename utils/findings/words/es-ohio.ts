import { many, quote } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Spanish: claims of Ohio's roster verification. Sums are counted: one student in one subject and one month. */

const has = (count: number): string => (count === 1 ? "tiene" : "tienen");
const are = (count: number): string => (count === 1 ? "es" : "son");
const claims = (count: number): string => many(count, "declaración", "declaraciones");
const classes = (count: number): string => many(count, "clase");

export const ohioEs = {
  "ohio-claim-not-in-class": {
    title: "Declaración de un estudiante que no está en la clase",
    what: ({ count, file, target, students }) =>
      `${claims(count)} de ${file}, de ${many(students, "estudiante")}, ${are(count)} de una clase en la que ${target} no tiene al estudiante.`,
    why: "El docente respondería por el progreso de un estudiante que según los registros está en otra parte.",
    fix: "Quite la declaración, o inscriba al estudiante en la clase en el sistema de información estudiantil. Primero se busca al estudiante que falta; después la dirección o el equipo de apoyo lo agrega con nombres y apellidos legales, ID local, SSID, fecha de nacimiento y grado.",
  },
  "ohio-claim-outside-student-months": {
    title: "Mes en que el estudiante no estaba en clase",
    what: ({ count, file, target }) =>
      `${claims(count)} de ${file} ${are(count)} de un mes en que el estudiante, según ${target}, estuvo en la clase la mitad de los días lectivos o menos.`,
    why: "Un mes cuenta solo si el estudiante estuvo inscrito más de la mitad de sus días lectivos.",
    fix: "Quite esos meses de la declaración, o corrija las fechas de entrada y salida. Las faltas no importan, solo la inscripción.",
  },
  "ohio-claim-outside-teacher-months": {
    title: "Mes en que el docente no enseñó",
    what: ({ count, file, target }) =>
      `${claims(count)} de ${file} ${are(count)} de un mes en que el docente, según ${target}, enseñó la mitad de los días lectivos o menos.`,
    why: "Quien llegó más tarde, se fue o estuvo de licencia declara los meses en que enseñó más de la mitad de los días lectivos.",
    fix: "Quite esos meses de las declaraciones del docente, o corrija las fechas del archivo de personal.",
  },
  "ohio-does-not-take-part": {
    title: "Persona que no participa",
    what: ({ count, file, roles }) =>
      `${many(count, "persona")} de ${file} ${has(count)} una clase o una declaración aunque su función no participa (${roles}).`,
    why: "Practicantes, suplentes de cualquier duración, tutores y personal de proveedores alternativos no verifican listas; el contrato decide quién es suplente.",
    fix: "Asigne la clase al docente titular, o corrija la función si el contrato dice otra cosa.",
  },
  "ohio-educator-without-state-id": {
    title: "Docente sin ID estatal",
    what: ({ count, file }) => `${many(count, "persona")} de ${file} no ${has(count)} Educator State ID.`,
    why: "Sin un Ohio Educator State ID válido, un docente no puede participar en la verificación.",
    fix: "Busque el ID en la esquina superior izquierda de la licencia, o en ODE.CORE dentro de SAFE, donde puede buscarlo el docente o quien firma las licencias; después cree con él la cuenta de personal.",
  },
  "ohio-only-may-june": {
    title: "Docente con declaraciones solo en mayo y junio",
    what: ({ count, file }) =>
      `${many(count, "docente")} de ${file} ${has(count)} declaraciones solo en mayo y junio.`,
    why: "Quien enseña solo en mayo y junio está exento de la verificación.",
    fix: "Quite esas declaraciones, o agregue los meses anteriores si el docente los enseñó.",
  },
  "ohio-overclaimed": {
    title: "Estudiante declarado por encima del 100 %",
    what: ({ count, file, students, worst }) =>
      `${many(students, "estudiante")} de ${file} ${Number(students) === 1 ? "está declarado" : "están declarados"} por encima del 100 % de una materia, en ${many(count, "mes", "meses")} en total, hasta ${worst} %.`,
    why: "Todos los docentes juntos pueden declarar el 100 % de un estudiante en una materia y un mes. Lo que sobra es una alerta que la dirección debe resolver, o cada declaración se reduce en proporción.",
    fix: "Que los docentes que comparten al estudiante acuerden sus porcentajes y los bajen a 100 % entre todos.",
  },
  "ohio-student-after-spring-test": {
    title: "Estudiante que llegó después de las pruebas",
    what: ({ count, file, date }) =>
      `${many(count, "estudiante")} de ${file} ${count === 1 ? "llegó" : "llegaron"} después de las pruebas de primavera del ${date}.`,
    why: "Un estudiante que llega después de las pruebas de primavera no se agrega a la lista de ningún docente.",
    fix: "Quite a estos estudiantes de las listas, o corrija la fecha de entrada.",
  },
  "ohio-student-grade-out-of-scope": {
    title: "Estudiante de un grado que no se verifica",
    what: ({ count, file, subjects }) =>
      `${claims(count)} de ${file} ${are(count)} de un estudiante de un grado en el que ${subjects} no se verifica.`,
    why: "Matemáticas e inglés se verifican en los grados 4 a 8, ciencias en 5 y 8; solo en un curso de secundaria superior se verifica a todos, sea cual sea su grado.",
    fix: "Corrija el grado, o quite la declaración.",
  },
  "ohio-subject-out-of-scope": {
    title: "Clase que no se verifica",
    what: ({ count, file, about, example }) =>
      about === "grade"
        ? `${classes(count)} de ${file} ${are(count)} de un grado en el que la materia no se verifica, como ${quote(example)}.`
        : `${classes(count)} de ${file} ${are(count)} de una materia que no se verifica, como ${quote(example)}.`,
    why: "Se verifican matemáticas e inglés en los grados 4 a 8, ciencias en 5 y 8, y Algebra I, Geometry, Integrated Mathematics I y II, English I y II, Biology, American History y American Government.",
    fix: "Quite la clase, o escriba la materia o el grado como los nombra el estado.",
  },
  "ohio-term-against-months": {
    title: "Período que no corresponde a los meses",
    what: ({ count, file, problem, example }) =>
      problem === "one-semester"
        ? `${classes(count)} de ${file} ${has(count)} el período Full Year aunque todo lo declarado cae en un semestre, como ${example}.`
        : `${classes(count)} de ${file} ${has(count)} el período de un semestre aunque se declaran meses del otro, como ${example}.`,
    why: "El período decide cómo se calculan los resultados de valor agregado, y quien enseña el período entero declara todos sus meses.",
    fix: ({ problem }) =>
      problem === "one-semester"
        ? "Elija el semestre como período, o declare los otros meses; nada si el docente enseñó solo una parte del año."
        : "Corrija el período de la clase, o los meses declarados.",
  },
  "ohio-underclaimed": {
    title: "Estudiante declarado por debajo del 100 %",
    what: ({ count, file, students, worst }) =>
      `${many(students, "estudiante")} de ${file} ${Number(students) === 1 ? "está declarado" : "están declarados"} por debajo del 100 % de una materia, en ${many(count, "mes", "meses")} en total, hasta ${worst} %.`,
    why: "Puede ser correcto, por ejemplo cuando parte de la enseñanza la dio alguien que no participa; aun así es una alerta.",
    fix: "Vea si falta la declaración de un docente que comparte al estudiante; déjelo así si el resto no lo enseñó nadie que verifique.",
  },
} satisfies Record<string, RuleWords>;
