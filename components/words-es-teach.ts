import type { wordsEnTeach } from "./words-en-teach.ts";

/** Palabras del modo de enseñanza; las mismas claves que words-en-teach.ts. */
export const wordsEsTeach: Readonly<Record<keyof typeof wordsEnTeach, string>> = {
  "teach.offer.title": "Rosterguard aún no conoce este portal",
  "teach.offer":
    "Puede mostrarle a Rosterguard una página en pocos minutos: cuál es la lista de estudiantes, qué significan sus columnas y qué botones la cambian. Abra primero la lista de una clase. Nada cambia en el portal y nada sale de este dispositivo.",
  "teach.offer.button": "Esta página muestra una lista de clase",
  "teach.again": "Mostrarle esta página de nuevo",
  "teach.again.text":
    "Usted le enseñó este portal a Rosterguard. Si aquí le falta algo, muéstrele la página de nuevo.",
  "teach.title": "Enseñar esta página",
  "teach.step": "Paso {at} de {all}: {title}",
  "teach.back": "Atrás",
  "teach.next": "Siguiente",
  "teach.stop": "Dejar de enseñar",
  "teach.begin-again": "Empezar de nuevo",
  "teach.finding": "Buscando listas de clase en esta página…",

  "teach.find": "Encontrar la lista",
  "teach.find.none":
    "No se encontró ninguna lista de estudiantes en esta página. Abra la página que muestra una clase con sus estudiantes, espere a que se llene e inténtelo de nuevo.",
  "teach.find.one":
    "Se encontró una lista de estudiantes. Está enmarcada en la página. ¿Es la lista de la clase?",
  "teach.find.many": "Se encontraron {count} listas de estudiantes. Elija la que es la lista de la clase.",
  "teach.find.together": "Las listas parecidas, como varias clases una junto a otra, se cuidan todas.",
  "teach.find.item": "{title}: {seen} estudiantes a la vista",
  "teach.find.item.of": "{title}: {seen} de {of} estudiantes a la vista",
  "teach.find.untitled": "Lista {at}",
  "teach.find.page": "Elegirla en la página",
  "teach.find.wait": "Ahora elija en la página. Escape allí lo trae de vuelta.",

  "teach.columns": "Revisar las columnas",
  "teach.columns.text":
    "Esto es lo que Rosterguard entendió, con valores de la página. Corrija lo que esté mal. Una columna que no sirve queda como «No hace falta».",
  "teach.columns.means": "significa",
  "teach.columns.unnamed": "Columna {at} (sin título)",
  "teach.columns.samples": "Por ejemplo: {samples}",
  "teach.columns.empty": "Sin valores a la vista",
  "teach.columns.need-name": "Diga qué columna es el nombre del estudiante antes de seguir.",
  "teach.columns.no-id":
    "No se encontró un número de estudiante. Rosterguard puede avisar de los cambios aquí, pero no decir después qué pasó con ellos para un estudiante.",
  "teach.columns.id-elsewhere":
    "El número de estudiante no está en una columna; se encontró detrás de cada fila.",
  "teach.field.name": "Nombre completo del estudiante",
  "teach.field.firstName": "Nombre",
  "teach.field.lastName": "Apellido",
  "teach.field.middleName": "Segundo nombre",
  "teach.field.id": "Número de estudiante (ID)",
  "teach.field.birthDate": "Fecha de nacimiento",
  "teach.field.gradeLevel": "Grado",
  "teach.field.gender": "Género",
  "teach.field.ethnicity": "Etnia",
  "teach.field.stateId": "Número estatal del estudiante",
  "teach.field.status": "Estado (activo, retirado …)",
  "teach.field.section": "Clase",
  "teach.field.teacher": "Docente",
  "teach.field.none": "No hace falta",

  "teach.controls": "Señalar los botones",
  "teach.controls.text":
    "¿Qué botones cambian la lista? Los que tienen un nombre claro ya se encontraron. Deje vacía la línea si la página no tiene nada así; Rosterguard nota la mayoría de los cambios por sí mismo.",
  "teach.control.add": "Esto agrega a un estudiante",
  "teach.control.remove": "Esto quita a un estudiante",
  "teach.control.move": "Esto pasa a un estudiante a otra clase",
  "teach.control.change": "Esto cambia los datos de un estudiante",
  "teach.control.save": "Esto guarda",
  "teach.control.upload": "Aquí se elige un archivo para subir",
  "teach.control.nothing": "Nada elegido",
  "teach.control.unnamed": "Un botón sin nombre",
  "teach.control.each": "{name} (en cada fila)",
  "teach.control.point": "Señalarlo",
  "teach.control.point.label": "Señalarlo en la página: {what}",
  "teach.control.pointed": "Elegido: {name}",
  "teach.control.wait": "Ahora señálelo en la página. Un clic allí no pulsa nada. Escape lo trae de vuelta.",

  "teach.fate": "Decir qué pasa con un cambio",
  "teach.fate.text":
    "Alguien cambia esta lista a mano en el portal. ¿Qué hace con eso la próxima actualización automática? Si no está seguro, dígalo: Rosterguard nunca adivina.",
  "teach.fate.details": "Un valor cambiado, como un nombre o un grado",
  "teach.fate.added": "Un estudiante agregado o quitado a mano",
  "teach.fate.overwritten": "La próxima actualización lo sobrescribe",
  "teach.fate.kept": "Se queda",
  "teach.fate.unknown": "No lo sabemos",
  "teach.fate.when": "¿Cuándo ocurre la actualización?",
  "teach.fate.days": "En estos días",
  "teach.fate.at": "A las",
  "teach.fate.holidays": "También en días feriados escolares",
  "teach.fate.need-days": "Elija al menos un día, o diga que no lo sabe.",
  "teach.fate.unsure": "No sé cuándo",
  "teach.fate.unsure.text":
    "Entonces Rosterguard dice que no sabe qué pasa con un cambio. Pregunte a quien lleva los datos de su LEA.",

  "teach.save": "Ponerle nombre y guardar",
  "teach.save.name": "¿Cómo llama la gente a este portal?",
  "teach.save.need-name": "Póngale un nombre al portal.",
  "teach.save.button": "Guardar y cuidar esta página",
  "teach.save.columns": "Columnas entendidas: {names}",
  "teach.save.controls": "Botones señalados: {count}",
  "teach.save.problems": "Esto no se pudo guardar:",
  "teach.save.named": "La política de su LEA nombra este portal, así que no se puede enseñar aquí.",
  "teach.save.full": "No se pueden enseñar más de {most} portales. Borre uno primero en la configuración.",

  "teach.done.title": "Guardado: {title}",
  "teach.done":
    "Desde ahora Rosterguard cuida esta página en esta computadora. Puede borrarlo en la configuración cuando quiera.",
  "teach.done.share": "Para todos en su LEA",
  "teach.done.share.text":
    "Guarde el archivo y déselo a quien lleva la política de Rosterguard de su LEA. Va en la lista «profiles»; las líneas de abajo van en la lista «portals». No contiene datos de ningún estudiante.",
  "teach.done.file": "Guardar el archivo",
  "teach.done.close": "Listo",

  "teach.list": "Portales que usted enseñó",
  "teach.list.pages": "{origin}, páginas: {count}",
  "teach.list.file": "Guardar como archivo",
  "teach.list.delete": "Borrar",

  "teach.page.take": "Elegir este",
  "teach.page.previous": "Anterior",
  "teach.page.next": "Siguiente",
  "teach.page.cancel": "Cancelar",
  "teach.page.nth": "Lista {at} de {all}: {rows} filas",
  "teach.page.tooSoon": "Pulse una vez más, por favor.",
  "teach.page.chooseTitle": "¿Cuál es la lista de la clase?",
  "teach.page.chooseText":
    "Haga clic en la etiqueta de su marco. O use las flechas y luego Enter. Escape cancela.",
  "teach.page.pointText":
    "Haga clic; no se pulsa nada. O recorra con las flechas y luego Enter. Escape cancela.",
  "teach.page.unnamed": "Un botón sin nombre",
  "teach.page.control": "{name}",
  "teach.page.controlEach": "{name}, en {count} filas",
  "teach.page.noControl": "Aquí no hay un botón. Señale el botón mismo.",
  "teach.page.point.add": "¿Qué agrega a un estudiante?",
  "teach.page.point.remove": "¿Qué quita a un estudiante?",
  "teach.page.point.move": "¿Qué pasa a un estudiante a otra clase?",
  "teach.page.point.change": "¿Qué cambia los datos de un estudiante?",
  "teach.page.point.save": "¿Qué guarda?",
  "teach.page.point.upload": "¿Dónde se elige un archivo?",
};
