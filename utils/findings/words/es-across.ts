import { isOrAre, many, quote, rowsHave } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Spanish: what the files of a roster have to be to each other. */

export const acrossEs = {
  "class-without-primary-teacher": {
    title: "Clases sin docente principal",
    what: ({ count, file }) =>
      `${many(count, "clase")} de ${file} ${count === 1 ? "tiene" : "tienen"} docentes, pero ninguno principal.`,
    why: "Un sistema que muestra un solo docente elige cualquiera.",
    fix: "Ponga primary en true para quien responde por la clase.",
  },
  "class-without-students": {
    title: "Clases sin estudiantes",
    what: ({ count, file }) =>
      `${many(count, "clase")} de ${file} ${count === 1 ? "tiene" : "tienen"} docente, pero ningún estudiante inscrito.`,
    why: "La clase llega vacía. Antes de que empiece un período es normal.",
    fix: "Si debe tener estudiantes, revise si sus inscripciones quedaron fuera de la exportación.",
  },
  "course-of-another-school": {
    title: "Cursos de otra escuela",
    what: ({ count, file }) =>
      `${many(count, "clase")} de ${file} ${count === 1 ? "es" : "son"} de un curso que pertenece a otra escuela.`,
    why: "Los sistemas que ordenan los cursos por escuela no muestran este en la escuela de la clase.",
    fix: "Haga que los cursos de varias escuelas pertenezcan al distrito, o nombre el curso de la propia escuela.",
  },
  "course-without-class": {
    title: "Cursos sin clase",
    what: ({ count, file, of }) =>
      `${many(count, "curso")} de los ${of} de ${file} no ${count === 1 ? "tiene" : "tienen"} ninguna clase.`,
    why: "El sistema receptor los guarda sin uso.",
    fix: "Nada, si se envía todo el catálogo a propósito; si no, revise si faltan clases en la exportación.",
  },
  "enrollment-repeated": {
    title: "Inscripciones repetidas en los mismos días",
    what: ({ count, file }) =>
      `${many(count, "persona")} en ${file} ${count === 1 ? "está" : "están"} dos veces en la misma clase y función en los mismos días.`,
    why: "El sistema receptor guarda una de las dos al azar, o cuenta a la persona dos veces.",
    fix: "Deje fuera una de las dos inscripciones, o termine la primera antes de que empiece la segunda.",
  },
  "folder-in-zip": {
    title: "Archivos en una carpeta del zip",
    what: ({ count, file, folder }) =>
      `${many(count, "archivo")} del zip, como ${file}, ${isOrAre(count)} en la carpeta ${quote(folder)} y no en el nivel superior.`,
    why: "El sistema receptor busca manifest.csv y los demás en el nivel superior, y rechaza un zip en el que no están ahí.",
    fix: "Comprima los archivos mismos, no la carpeta en que están.",
  },
  "line-endings-differ": {
    title: "Archivos escritos de distinta manera",
    what: ({ count, file, ending, most }) =>
      `${many(count, "archivo")}, como ${file}, ${count === 1 ? "termina" : "terminan"} las líneas con ${ending}, mientras la mayoría del paquete usa ${most}.`,
    why: "Los sistemas leen ambos. Pero los archivos de una exportación son iguales en esto: pueden ser de otro día, o editados a mano.",
    fix: "Nada, si ya se sabe; si no, exporte de nuevo todos los archivos juntos.",
  },
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
  "primary-org-without-role": {
    title: "Organización principal sin rol en ella",
    what: ({ count, file }) =>
      `${many(count, "usuario")} de ${file} ${count === 1 ? "tiene" : "tienen"} una organización principal en la que roles.csv no les da ningún rol.`,
    why: "El sistema receptor no sabe qué es el usuario en esa organización, y la descarta.",
    fix: "Agregue el rol a roles.csv, o corrija primaryOrgSourcedId.",
  },
  "primary-role-not-one": {
    title: "No hay exactamente un rol principal",
    what: ({ count, file, problem }) =>
      problem === "two"
        ? `${many(count, "usuario")} en ${file} ${count === 1 ? "tiene" : "tienen"} dos roles principales en una organización al mismo tiempo.`
        : `${many(count, "usuario")} en ${file} ${count === 1 ? "tiene" : "tienen"} solo roles secundarios en una organización.`,
    why: "El sistema receptor se guía por el rol principal, y toma ninguno o cualquiera.",
    fix: "Dé a cada usuario un rol principal en cada organización; los demás son secundarios.",
  },
  "profile-of-another-user": {
    title: "Perfiles de otro usuario",
    what: ({ count, file }) =>
      `${many(count, "rol", "roles")} en ${file} ${count === 1 ? "nombra" : "nombran"} el perfil de otro usuario.`,
    why: "Una persona entraría como otra, así que el sistema receptor rechaza el rol.",
    fix: "Nombre un perfil del mismo usuario, o deje vacío userProfileSourcedId.",
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
  "school-without-district": {
    title: "Escuelas sin distrito",
    what: ({ count, file }) =>
      `${many(count, "escuela")} de ${file} no ${count === 1 ? "nombra" : "nombran"} superior, aunque el archivo tiene un distrito.`,
    why: "Un sistema que comparte los datos por distrito las deja fuera.",
    fix: "Nombre el distrito en parentSourcedId.",
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
  "student-as-agent": {
    title: "Estudiantes como responsables de estudiantes",
    what: ({ count, file }) =>
      `${many(count, "estudiante")} en ${file} ${count === 1 ? "tiene" : "tienen"} a un estudiante entre sus agentes, que son padres, tutores y familiares.`,
    why: "El sistema receptor da al agente acceso a los datos del estudiante.",
    fix: "Nombre al padre, la madre o el tutor, o corrija el rol de esa persona.",
  },
  "student-enrolled-elsewhere": {
    title: "Estudiantes inscritos en una escuela ajena",
    what: ({ count, file }) =>
      `${many(count, "inscripción", "inscripciones")} de estudiantes en ${file} ${isOrAre(count)} en una escuela a la que el estudiante no pertenece.`,
    why: "Los sistemas que comparten por escuela dejan al estudiante fuera de la clase.",
    fix: "Agregue la escuela a las del estudiante, o corrija la inscripción.",
  },
  "student-marked-primary": {
    title: "Estudiantes marcados como principales",
    what: ({ count, file }) =>
      `${many(count, "inscripción", "inscripciones")} de estudiantes en ${file} ${isOrAre(count)} con primary en true, que solo se dice de docentes.`,
    why: "La mayoría de los sistemas lo pasa por alto; algunos toman a la persona por docente de la clase.",
    fix: "Configure la exportación para dejar primary vacío o en false para los estudiantes.",
  },
  "student-without-demographics": {
    title: "Estudiantes sin datos demográficos",
    what: ({ count, file, of, users }) =>
      `${many(count, "estudiante")} de los ${of} de ${users} no ${isOrAre(count)} en ${file}.`,
    why: "El sistema receptor no tiene su fecha de nacimiento ni su sexo.",
    fix: "Registre los datos que faltan en el sistema de información estudiantil; probablemente nunca se guardaron.",
  },
  "user-without-role": {
    title: "Usuarios sin rol",
    what: ({ count, file }) =>
      `${many(count, "usuario")} de ${file} no ${count === 1 ? "tiene" : "tienen"} fila en roles.csv, que dice quién es estudiante y quién docente.`,
    why: "El sistema receptor no sabe qué es la persona, y no le crea una cuenta.",
    fix: "Agregue el rol a roles.csv, o deje fuera al usuario.",
  },
} as const satisfies Record<string, RuleWords>;
