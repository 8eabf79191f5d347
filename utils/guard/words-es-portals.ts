import type { portalWordsEn } from "./words-en-portals.ts";

export const portalWordsEs: Record<keyof typeof portalWordsEn, string> = {
  "resting.title": "Esta página cambió: la protección está en reposo",
  "resting.column": "La lista ya no tiene la columna “{column}”.",
  "resting.columns": "Se reconocieron {found} de las {expected} columnas que se esperan en la lista.",
  "resting.rows": "Se pudieron leer {seen} estudiantes, pero la página cuenta {told}.",
  "resting.class": "La página no dice de qué clase se trata.",
  "resting.other": "La página no está hecha como dice su perfil.",
  "resting.hidden.title": "La protección está en reposo en esta página",
  "resting.hidden": "La página oculta lo que Rosterguard muestra junto a sus controles.",
  "notice.clever.title": "Esta lista llega por Clever",
  "notice.clever.fed":
    "{lea} comparte sus listas con {portal} por medio de Clever, y con ellas se llena esta página.",
  "notice.racl.title": "Estas listas de casos salen de ATS y STARS",
  "notice.racl.fed":
    "{portal} lee cada semana el RACL de ATS y los programas de cursos de STARS, y de ellos saca estas listas de casos.",
  "notice.racl.source":
    "Corrija las clases oficiales en el origen: CMOD en ATS, o UTEA para muchos consejeros a la vez.",
  "notice.racl.next": "Próxima lectura del RACL: {when}.",
  "notice.verification.title": "Verificación de listas",
  "notice.verification.open":
    "{phase} está abierta hasta el {date}. Cambiar esta lista es para lo que sirve la página.",
  "notice.verification.before": "{phase} se abre el {date}. Hasta entonces esta página está cerrada.",
  "notice.verification.after": "{phase} terminó el {date}. Esta página ya está cerrada.",
  "notice.verification.unset": "Su LEA no ha indicado a Rosterguard cuándo se puede cambiar esta página.",
  "notice.unknown.title": "Una lista en {portal}",
  "notice.unknown.fed": "Nadie ha indicado a Rosterguard de dónde sale esta lista. Confírmelo con su LEA.",
  "notice.overwritten.some": "Esa actualización sobrescribe los cambios hechos a mano en: {fields}.",
  "notice.kept": "Lo que usted fije aquí se conserva: {fields}.",
  "notice.partial":
    "Su nivel de acceso muestra una parte de los estudiantes. A quien no aparece aquí no se le da por ausente.",
  "expand.files": "Se llena automáticamente",
  "expand.clever": "Llega por Clever",
  "expand.racl": "Listas de casos: de dónde salen",
  "expand.verification": "Verificación de listas",
  "expand.unknown": "Rosterguard",
  "closed.before": "{phase} se abre el {date}. Hasta entonces el portal no acepta cambios en esta página.",
  "closed.after":
    "{phase} terminó el {date}. Lo que se cambie ahora no entra en la verificación; pregunte a la dirección o al equipo de apoyo.",
  "window.unset":
    "Nadie ha indicado a Rosterguard cuándo se puede cambiar esta página. Pregunte a la dirección o al equipo de apoyo antes de cambiar {field}.",
  "this.pointPersonAttendance": "la persona de referencia de asistencia",
  "this.pointPersonAcademic": "la persona de referencia académica",
  "this.pointPersonRegents": "la persona de referencia de Regents",
  "this.pointPersonCredits": "la persona de referencia de créditos",
  "this.pointPersonPostsecondary": "la persona de referencia de estudios posteriores",
  "this.supportLead": "el responsable del apoyo",
  "this.officialClass": "esta clase oficial",
  "this.advisor": "este consejero",
  "this.name": "este nombre y apellido",
  "this.months": "estos meses",
  "this.percent": "este porcentaje",
  "this.term": "este período",
  "this.subject": "esta materia",
  "this.section": "esta clase",
  "this.teacher": "este maestro",
};
