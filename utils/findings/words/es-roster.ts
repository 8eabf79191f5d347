import { isOrAre, many, quote, rowsHave } from "./es-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** Spanish: what a roster has to be beyond its columns. */

const manifestSays = ({ file, problem, about, value, expected }: Facts): string => {
  switch (problem) {
    case "absent-but-there":
      return `${file} dice que ${about} no está, pero el paquete lo tiene.`;
    case "named-but-gone":
      return `${file} dice que ${about} está (${value}), pero el paquete no lo tiene.`;
    case "mode-unknown":
      return `${file} da a ${about} el modo ${quote(value)}, que no es absent, bulk ni delta.`;
    case "not-named":
      return `${file} no menciona ${about}, que está en el paquete.`;
    case "version":
      return `${file} dice que el paquete es OneRoster ${value}, pero se revisó como OneRoster ${expected}.`;
    default:
      return `${file} da como versión del propio manifiesto ${quote(value)} en lugar de «1.0», como lo hace una hoja de cálculo.`;
  }
};

export const rosterEs = {
  "bulk-with-status": {
    title: "Estado lleno en un archivo completo",
    what: ({ count, file, column, deletes }) =>
      deletes === "yes"
        ? `${many(count, "fila")} de ${file} ${isOrAre(count)} ${count === 1 ? "marcada" : "marcadas"} tobedeleted, aunque el archivo es completo (bulk).`
        : `${rowsHave(count, file)} ${column}, aunque el archivo es completo (bulk) y ahí queda vacío.`,
    why: ({ deletes }) =>
      deletes === "yes"
        ? "Un sistema elimina esas filas y otro las toma por vigentes; un archivo completo deja fuera lo que ya no existe."
        : "La mayoría de los sistemas lo pasa por alto; uno estricto rechaza el archivo.",
    fix: ({ deletes }) =>
      deletes === "yes"
        ? "Deje esas filas fuera del archivo completo, o envíe el archivo como delta."
        : "Configure la exportación para que deje vacíos status y dateLastModified en los archivos bulk.",
  },
  "class-not-homeroom": {
    title: "Clases que no son homeroom",
    what: ({ count, file, of }) =>
      `${many(count, "clase")} de las ${of} de ${file} no ${count === 1 ? "es" : "son"} de tipo homeroom.`,
    why: "CLI Engage solo crea homerooms: estas clases y sus inscripciones se ignoran.",
    fix: "Nada, si así se quiere. Una clase que deba llegar necesita classType homeroom.",
  },
  "class-without-teacher": {
    title: "Clases sin docente",
    what: ({ count, file }) =>
      `${many(count, "clase")} de ${file} no ${count === 1 ? "tiene" : "tienen"} ningún docente inscrito.`,
    why: "La clase se crea, pero nadie la ve hasta que se inscribe un docente.",
    fix: "Registre al docente de la clase en el sistema de información estudiantil; la próxima exportación trae la inscripción.",
  },
  "delta-without-status": {
    title: "Cambios que no dicen qué cambió",
    what: ({ count, file, column }) =>
      `${many(count, "fila")} de ${file} no ${count === 1 ? "tiene" : "tienen"} ${column}, aunque el archivo es de cambios (delta) y cada fila lo necesita.`,
    why: "El sistema receptor no sabe si agregar o eliminar el registro, y descarta la fila.",
    fix: "Llene status (active o tobedeleted) y dateLastModified en cada fila, o envíe el archivo como bulk.",
  },
  "enrollment-out-of-its-dates": {
    title: "Inscripciones fuera de sus fechas",
    what: ({ count, file, problem, example }) =>
      problem === "backwards"
        ? `${many(count, "inscripción", "inscripciones")} de ${file} ${count === 1 ? "termina" : "terminan"} antes de empezar.`
        : `${many(count, "inscripción", "inscripciones")} de ${file} ${isOrAre(count)} fuera de los períodos de la clase, por ejemplo ${example}.`,
    why: ({ problem }) =>
      problem === "backwards"
        ? "Esa inscripción nunca está vigente, así que la persona no está en ninguna clase."
        : "Un sistema que respeta el período acorta la inscripción o no la muestra.",
    fix: "Corrija las fechas, o el período de la clase, en el sistema de información estudiantil. La fecha final es el primer día que ya no cuenta.",
  },
  "enrollment-role-differs": {
    title: "Inscripción con otro rol",
    what: ({ count, file, people }) =>
      `${many(count, "inscripción", "inscripciones")} de ${file} ${count === 1 ? "da" : "dan"} a una persona un rol que ${people} no le da: como estudiante a quien no lo es, o como docente a un estudiante.`,
    why: "El sistema receptor descarta la inscripción o da a la persona permisos equivocados.",
    fix: ({ people }) => `Corrija el rol en ${people} o en la inscripción.`,
  },
  "enrollment-school-differs": {
    title: "Inscripción en otra escuela que la clase",
    what: ({ count, file }) =>
      `${many(count, "inscripción", "inscripciones")} de ${file} ${count === 1 ? "nombra" : "nombran"} otra escuela que la clase.`,
    why: "Los sistemas que ordenan por escuela muestran a la persona en la equivocada, o en ninguna.",
    fix: "Haga que la exportación tome la escuela de la clase.",
  },
  "file-not-recognised": {
    title: "Archivos que no se revisaron",
    what: ({ file, format }) => `${file} no forma parte de ${format}, así que no se revisó nada de él.`,
    why: "El sistema receptor lo ignora, o rechaza un paquete con archivos que no conoce.",
    fix: "No lo incluya. Si debe contar, compare su nombre y sus columnas con los del formato.",
  },
  "internal-id-changed": {
    title: "La misma persona con otro Internal ID",
    what: ({ count, file }) =>
      `${many(count, "estudiante")} de ${file} ${count === 1 ? "tiene" : "tienen"} otro Internal ID que en el archivo anterior, con los mismos nombres y fecha de nacimiento.`,
    why: "El sistema receptor compara por este identificador: crea un segundo registro y el primero queda atrás con sus resultados.",
    fix: "Devuelva a la persona su identificador anterior. Si el cambio es intencional, pida al sistema receptor que cambie el suyo antes de la carga.",
  },
  "manifest-against-content": {
    title: "El manifiesto y los archivos no coinciden",
    what: manifestSays,
    why: ({ problem }) =>
      problem === "manifest-version"
        ? "Solo a un sistema muy estricto le importa."
        : "El sistema receptor se guía por el manifiesto y rechaza el paquete, o toma los archivos equivocados.",
    fix: ({ problem, expected }) =>
      problem === "version"
        ? `Exporte como OneRoster ${expected}, o corrija oneroster.version.`
        : "Corrija el manifiesto, o agregue o quite el archivo.",
  },
  "metadata-column-missing": {
    title: "Faltan metadatos que el sistema receptor necesita",
    what: ({ count, file, column, problem }) =>
      problem === "blank"
        ? `${many(count, "fila")} de ${file} no ${count === 1 ? "tiene" : "tienen"} ${column}, que el sistema receptor necesita.`
        : `A ${file} le falta la columna ${column}, que el sistema receptor necesita.`,
    why: "CLI Engage necesita algunas columnas de metadatos; cuáles, lo indica la política de su LEA.",
    fix: "Agregue la columna a la exportación, en el borde derecho, exactamente con este nombre.",
  },
  "school-not-a-school": {
    title: "Escuelas que no son escuelas",
    what: ({ count, file, column, example, type }) =>
      `${rowsHave(count, file)} un ${column} que no es una escuela: ${quote(example)} es de tipo ${quote(type)} en orgs.csv.`,
    why: "Las clases y las inscripciones pertenecen a escuelas; bajo un distrito el sistema receptor no las encuentra.",
    fix: "Indique la escuela, o corrija su tipo en orgs.csv.",
  },
  "student-in-two-homerooms": {
    title: "Estudiantes en dos homerooms a la vez",
    what: ({ count, file }) =>
      `${many(count, "estudiante")} de ${file} ${isOrAre(count)} en dos homerooms distintos al mismo tiempo.`,
    why: "Un estudiante tiene una sola clase en CLI Engage: cuál de las dos queda es cuestión de suerte.",
    fix: "Termine la inscripción en el homeroom anterior. Si uno de ellos es una tutoría, déle classType scheduled.",
  },
  "student-without-homeroom": {
    title: "Estudiantes sin homeroom",
    what: ({ count, file, elsewhere }) =>
      `${many(count, "estudiante")} de ${file} no ${isOrAre(count)} en ningún homeroom${Number(elsewhere) > 0 ? ` (${elsewhere} solo en otras clases)` : ""}.`,
    why: "CLI Engage solo crea estudiantes inscritos en un homeroom: estos no aparecerán.",
    fix: "Asígneles un homeroom en el sistema de información estudiantil. Quienes no participan en el programa pueden quedar sin él.",
  },
  "two-primary-teachers": {
    title: "Dos docentes principales a la vez",
    what: ({ count, file }) =>
      `${many(count, "clase")} de ${file} ${count === 1 ? "tiene" : "tienen"} dos docentes principales al mismo tiempo.`,
    why: "La clase lleva el nombre de su docente principal; cuál de los dos será es cuestión de suerte.",
    fix: "Deje primary true en uno solo.",
  },
} as const satisfies Record<string, RuleWords>;
