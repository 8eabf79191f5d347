import type { GuardWord } from "./words-en.ts";
import { driftWordsEs } from "./words-es-drift.ts";
import { portalWordsEs } from "./words-es-portals.ts";

export const wordsEs: Record<GuardWord, string> = {
  "notice.title": "Esta lista se llena automáticamente",
  "notice.fed":
    "{lea} envía archivos de inscripción a {portal} de manera regular, y con ellos se llena esta lista.",
  "notice.next": "Próxima actualización: {when}.",
  "notice.next.none": "Por ahora no hay ninguna actualización prevista.",
  "notice.overwritten": "Esa actualización sobrescribe los cambios hechos a mano aquí.",
  "notice.report.one": "Para avisar de un cambio, diríjase a {who}.",
  "notice.report.many":
    "Para avisar de un cambio, use “Avisar de este cambio en su lugar” junto al campo. A quién avisar: {who}.",
  "notice.days.range": "Espere un cambio avisado en {from} a {to} días escolares, según su tipo.",
  "notice.days.one": "Espere un cambio avisado en {count} día escolar.",
  "notice.days.other": "Espere un cambio avisado en {count} días escolares.",
  "notice.unconfigured":
    "Su LEA no ha indicado a Rosterguard su procedimiento para avisar de cambios. Pregunte a la persona encargada del registro en su escuela o al equipo de datos de su LEA.",
  "lea.unnamed": "Su LEA",

  "when.tonight": "esta noche a {las} {time} ({date})",
  "when.today": "hoy a {las} {time} ({date})",
  "when.tomorrow": "mañana a {las} {time} ({date})",
  "when.later": "{date}, a {las} {time}",

  "sync.tonight": "La próxima sincronización, esta noche a {las} {time} ({date}),",
  "sync.today": "La próxima sincronización, hoy a {las} {time} ({date}),",
  "sync.tomorrow": "La próxima sincronización, mañana a {las} {time} ({date}),",
  "sync.later": "La próxima sincronización, el {date}, a {las} {time},",
  "sync.none": "La próxima sincronización, que todavía no tiene fecha,",

  "undo.enroll-new-student":
    "{sync} volverá a quitar a este estudiante, salvo que para entonces esté en los archivos de su LEA.",
  "undo.enroll-into-homeroom":
    "{sync} volverá a sacar a este estudiante de esta clase, salvo que para entonces la inscripción esté en los archivos de su LEA.",
  "undo.move-between-classes":
    "{sync} devolverá a este estudiante a la clase que indican los archivos de su LEA.",
  "undo.move-between-schools":
    "{sync} devolverá a este estudiante a la escuela que indican los archivos de su LEA.",
  "undo.withdraw":
    "{sync} volverá a poner a este estudiante como Active, salvo que para entonces la baja esté en los archivos de su LEA.",
  "undo.correct-details":
    "{sync} deshará el cambio en {field}, salvo que para entonces la corrección esté en los archivos de su LEA.",
  "undo.wrong-teacher": "{sync} volverá a poner al maestro que indican los archivos de su LEA.",
  "undo.missing-class": "{sync} lo deshará, salvo que para entonces la clase esté en los archivos de su LEA.",
  "undo.id":
    "Los archivos reconocen a los estudiantes por este Student Internal ID. {sync} deshará este cambio o agregará al estudiante por segunda vez.",
  locked: "{field} viene de los archivos de su LEA y no se debe cambiar aquí. Avise del cambio en su lugar.",
  unknown:
    "Nadie ha indicado a Rosterguard qué hace la próxima sincronización con {field}. Avise del cambio para que perdure.",

  "this.id": "este Student Internal ID",
  "this.firstName": "este nombre",
  "this.middleName": "este segundo nombre",
  "this.lastName": "este apellido",
  "this.birthDate": "esta fecha de nacimiento",
  "this.gender": "este género",
  "this.ethnicity": "esta etnicidad",
  "this.stateId": "este State Unique ID",
  "this.gradeLevel": "este grado",
  "this.assessmentLanguage": "este idioma de evaluación",
  "this.reportLanguage": "este idioma preferido de los informes",
  "this.status": "este estado",
  "this.other": "este valor",

  "report.who": "Avise a {who}.",
  "report.include": "Incluya: {include}.",
  "report.expected": "Si avisa hoy, espere el cambio a más tardar el {date}.",
  "report.expected.none":
    "No se puede dar una fecha: termina el calendario escolar o no hay ninguna sincronización prevista.",
  "report.note": "{note}",
  "report.unconfigured":
    "Su LEA no ha indicado a Rosterguard su procedimiento para este tipo de cambio. Pregunte a la persona encargada del registro en su escuela o al equipo de datos de su LEA.",
  "reported.by": "Anotado: avisado hoy. El cambio debería verse a más tardar el {date}.",
  reported: "Anotado: avisado hoy.",

  "outcome.since": "Desde la última sincronización: {parts}.",
  "outcome.plain": "Sus cambios aquí: {parts}.",
  "outcome.overwritten.one": "{count} cambio hecho a mano fue sobrescrito",
  "outcome.overwritten.other": "{count} cambios hechos a mano fueron sobrescritos",
  "outcome.confirmed.one": "{count} cambio hecho a mano ya está también en los archivos",
  "outcome.confirmed.other": "{count} cambios hechos a mano ya están también en los archivos",
  "outcome.arrived.one": "{count} cambio avisado llegó",
  "outcome.arrived.other": "{count} cambios avisados llegaron",
  "outcome.kept.one": "{count} cambio hecho a mano se conservó",
  "outcome.kept.other": "{count} cambios hechos a mano se conservaron",
  "outcome.overdue.one": "{count} cambio avisado está atrasado",
  "outcome.overdue.other": "{count} cambios avisados están atrasados",
  "outcome.not-due.one": "{count} cambio avisado no se espera antes del {date}",
  "outcome.not-due.other": "{count} cambios avisados todavía no se esperan, el primero el {date}",
  "outcome.not-due-no-date.one": "{count} cambio avisado todavía no se espera",
  "outcome.not-due-no-date.other": "{count} cambios avisados todavía no se esperan",
  "outcome.waiting.one": "{count} cambio espera la próxima sincronización",
  "outcome.waiting.other": "{count} cambios esperan la próxima sincronización",
  "outcome.not-seen.one": "{count} cambio no se pudo ver en esta página",
  "outcome.not-seen.other": "{count} cambios no se pudieron ver en esta página",

  "fate.arrived": "Llegó",
  "fate.overwritten": "Sobrescrito",
  "fate.kept": "Conservado",
  "fate.not-yet-due": "Todavía no se espera",
  "fate.overdue": "Atrasado",
  "fate.waiting-for-sync": "Espera la próxima sincronización",
  "fate.not-seen": "No visto en la página",

  ...driftWordsEs,
  ...portalWordsEs,
};
