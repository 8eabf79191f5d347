import type { PageWord } from "./page-words-en.ts";

export const pageWordsEs: Record<PageWord, string> = {
  "app.name": "Rosterguard",
  "app.region": "Rosterguard: notas sobre esta lista",
  close: "Cerrar",
  details: "Detalles",
  "open-panel": "Abrir el panel lateral",

  "notice.dismiss": "Ocultar durante esta sesión",
  "notice.show": "Mostrar el aviso de la lista",
  "notice.snooze": "Silenciar por hoy",
  "notice.not-this-class": "No para esta clase",
  "notice.snoozed": "No habrá más notas hasta mañana.",
  "notice.quiet-class": "No habrá más notas sobre esta clase. Puede deshacerlo en las opciones.",

  "callout.title": "Este cambio no va a durar",
  "callout.title.unknown": "Puede que este cambio no dure",
  "callout.title.locked": "No se debe cambiar aquí",
  "callout.report": "Avisar de este cambio en su lugar",
  "callout.go-on": "Continuar de todos modos",
  "callout.not-this-class": "No para esta clase",
  "callout.snooze": "Silenciar por hoy",
  "callout.close": "Cerrar",
  "callout.wait": "Consultando qué hace la próxima sincronización…",

  "report.title": "Avisar de este cambio",
  "report.copy": "Copiar el texto",
  "report.copied": "Copiado.",
  "report.copy-failed": "No se pudo copiar el texto. Selecciónelo y cópielo a mano.",
  "report.draft": "Texto para enviar, con espacios por completar",
  "report.privacy":
    "El texto no nombra a ningún estudiante. Envíe datos de estudiantes solo por la vía que permite su LEA.",
  "report.done": "Ya avisé",
  "report.back": "Volver",
  "report.noted": "Anotado.",

  "save.title": "Estos cambios no van a durar",
  "save.count.one": "La próxima sincronización deshará 1 cambio de esta página.",
  "save.count.other": "La próxima sincronización deshará {count} cambios de esta página.",
  "save.go-on": "Enviar de todos modos",
  "save.back": "Volver a la lista",

  "summary.title": "Qué pasó con sus cambios",
  "summary.open": "Ver cada cambio",

  "gate.title": "Antes de subir este archivo",
  "gate.checking": "Revisando el archivo. El portal todavía no lo tiene.",
  "gate.progress": "{percent} % leído, {rows} filas",
  "gate.progress.faults": "{percent} % leído, {rows} filas, {faults} errores hasta ahora",
  "gate.cancel": "Cancelar la revisión",
  "gate.accept": "Sin errores: el portal debería aceptar este archivo",
  "gate.reject": "Hay errores: el portal rechazaría o leería mal este archivo",
  "gate.could-not-check": "Este archivo no se pudo revisar por completo",
  "gate.counts": "{rows} filas, {faults} errores, {warnings} advertencias",
  "gate.see": "Ver qué está mal",
  "gate.see-accept": "Ver qué hará esta carga",
  "gate.upload": "Subir",
  "gate.upload-anyway": "Subir de todos modos",
  "gate.choose-another": "Elegir otro",
  "gate.let-through": "El archivo se entregó al portal. Use el botón del propio portal para seguir.",
  "gate.let-through.many":
    "Los archivos se entregaron al portal. Use el botón del propio portal para seguir.",
  "gate.put-back": "El archivo no se entregó al portal. Elija otro.",
  "gate.cancelled": "La revisión se canceló. El portal todavía no tiene el archivo.",
  "gate.timeout": "La revisión tardó demasiado. El archivo se entregó al portal sin revisar.",
  "gate.did-not-run": "La revisión no se hizo. El portal funciona como si Rosterguard no estuviera.",
  "gate.failed": "La revisión no terminó: {problem}",
  "gate.changed": "El archivo cambió en el disco después de elegirlo. Elíjalo otra vez.",
  "gate.busy": "Hay otra revisión en marcha; esta es la siguiente.",

  "worker-lost":
    "El revisor se detuvo de forma inesperada y la revisión no se hizo. Puede subir el archivo o elegirlo otra vez para reintentar.",
  "extension-updated":
    "Rosterguard se actualizó o se recargó y la revisión no se hizo. El portal funciona como siempre. Recargue la página para recuperar Rosterguard.",
  resting: "Rosterguard no reconoce esta página y no interviene.",
  "page-fights": "Esta página oculta las notas de Rosterguard. Están en el panel lateral.",
  "not-uploaded-yet": "Todavía no se ha subido",
};
