import type { ProcedureWord } from "./words-en.ts";

export const wordsEs: Record<ProcedureWord, string> = {
  "change.enroll-new-student": "Inscribir a un estudiante nuevo",
  "change.enroll-into-homeroom": "Inscribir a un estudiante en su salón principal (homeroom)",
  "change.move-between-classes": "Pasar a un estudiante a otra clase",
  "change.move-between-schools": "Pasar a un estudiante a otra escuela",
  "change.withdraw": "Dar de baja a un estudiante",
  "change.correct-details": "Corregir los datos de un estudiante",
  "change.wrong-teacher": "Corregir el maestro de una clase",
  "change.missing-class": "Agregar una clase que falta",

  "field.id": "Student Internal ID",
  "field.firstName": "nombre",
  "field.middleName": "segundo nombre",
  "field.lastName": "apellido",
  "field.birthDate": "fecha de nacimiento",
  "field.gender": "género",
  "field.ethnicity": "etnicidad",
  "field.stateId": "State Unique ID",
  "field.gradeLevel": "grado",
  "field.assessmentLanguage": "idioma de evaluación",
  "field.reportLanguage": "idioma preferido de los informes",
  "field.status": "estado",

  "your-lea": "su distrito escolar (LEA)",
  "draft.subject": "Cambio en la lista de clase: {change}",
  "draft.hello": "Hola:",
  "draft.hello.name": "Hola, {name}:",
  "draft.ask":
    "Por favor, haga este cambio en el sistema de información estudiantil, para que los archivos lo lleven a {portal}.",
  "draft.kind": "Tipo de cambio: {change}",
  "draft.field": "Qué corregir: {field}",
  "draft.school": "Escuela: {school}",
  "draft.class": "Clase: {class}",
  "draft.teacher": "Maestro: {teacher}",
  "draft.date": "Fecha del aviso: {date}",
  "draft.expected": "Se espera en la lista a más tardar: {date}",
  "draft.blanks": "Incluya, por favor (complete antes de enviar):",
  "draft.blank": "{label}: ____",
  "draft.blank.value": "Valor correcto",
  "draft.note": "Nota: {note}",
  "draft.thanks": "Gracias.",

  "channel.mail": "Escribir a {who}",
  "channel.phone": "Llamar a {who}: {phone}",
  "channel.form": "Abrir el formulario web",
  "channel.ticket": "Abrir una solicitud",
  "channel.ticket.mark": "Abrir una solicitud marcada “{mark}”",

  "reminder.subject": "Recordatorio: {subject}",
  "reminder.body":
    "El {reported} avisé del cambio de abajo. Se esperaba en la lista a más tardar el {expected} y todavía no está. ¿Podría decirme cómo va?",
  "event.summary": "Revisar la lista: {change}",
  "event.description":
    "Se avisó de este cambio el {reported} y debería verse hoy en {portal}. Si no está, envíe un recordatorio a {who}.",

  "staff.title": "Cómo se mantienen nuestras listas de clase en {portal}",
  "staff.automated":
    "{lea} usa listas automáticas: las listas de clase en {portal} se llenan con nuestros archivos de inscripción.",
  "staff.schedule": "Los archivos se procesan {schedule}.",
  "staff.overwritten":
    "La siguiente actualización sobrescribe los cambios hechos a mano en {portal}. Por favor, no agregue, cambie ni desactive estudiantes allí.",
  "staff.delay":
    "Puede haber una demora entre la llegada de un estudiante al salón y su aparición en la lista.",
  "staff.report": "Si algo en una lista está mal, avise de esta manera:",
  "staff.line": "{change}: {who}{days}{include}",
  "staff.line.days.one": "; espere el cambio en {count} día escolar",
  "staff.line.days.other": "; espere el cambio en {count} días escolares",
  "staff.line.include": ". Incluya: {include}",
  "staff.none":
    "Todavía no hemos definido a quién avisar. Pregunte a la persona encargada del registro en su escuela.",
  "schedule.days": "los días {days} a {las} {time}",
  "schedule.daily": "todos los días a {las} {time}",
  "schedule.holidays": ", salvo en días festivos escolares",

  "registrar.title": "Guía para el personal de registro: inscripción y {portal}",
  "registrar.intro":
    "Lo que se anota en el sistema de información estudiantil llega a {portal} con los archivos. Para cada tipo de cambio:",
  "registrar.heading": "{change}",
  "registrar.who": "Las solicitudes van a: {who}",
  "registrar.channels": "Llegan por: {channels}",
  "registrar.include": "Incluyen: {include}",
  "registrar.days.one": "Los maestros esperan ver el cambio en {count} día escolar.",
  "registrar.days.other": "Los maestros esperan ver el cambio en {count} días escolares.",
  "registrar.note": "Nota: {note}",
  "registrar.missing": "Todavía sin definir: {changes}.",
  "registrar.homeroom":
    "En {portal} solo aparecen los salones principales (homeroom) y los estudiantes inscritos en uno. Una clase nueva puede necesitar una actualización y sus estudiantes la siguiente.",
  "registrar.ids":
    "No cambie ningún Internal ID: un ID cambiado crea un segundo estudiante o una segunda clase.",
  "registrar.someone": "la persona encargada del registro en su escuela",
  "channel-name.mail": "correo electrónico",
  "channel-name.phone": "teléfono",
  "channel-name.form": "formulario web",
  "channel-name.ticket": "solicitud",

  "ticket.subject": "{mark}: pregunta sobre los archivos de {lea}",
  "ticket.body": "Se trata de las listas automáticas (automated rostering) de {lea}{id}.",
  "ticket.what": "Qué vemos: ____",
  "ticket.since": "Desde cuándo: ____",
  "ticket.files": "Envío de archivos: {schedule} ({zone})",
  "ticket.schools": "Escuelas afectadas: ____",
  "ticket.done": "Qué hemos revisado ya: ____",
  "ticket.contact": "A quién contactar: ____",
  "ticket.privacy":
    "Por favor, no ponga nombres de estudiantes en esta solicitud; use la carpeta segura para los ejemplos.",

  notification:
    "Estas listas se llenan automáticamente con los archivos de {lea} ({schedule}). Los cambios hechos a mano se sobrescriben. Para avisar de un cambio: {who}.",
};
