import type { Language } from "../findings/words/rule-words.ts";
import type { MassChange } from "./mass-change.ts";

/** The plan's sentences. They name no student: names stand in the samples. */

export type { Language };

const reasonWords = {
  "already-inactive": {
    en: "Is already inactive.",
    es: "Ya está inactivo.",
  },
  "class-gone": {
    en: "The class is not in this file.",
    es: "La clase no está en este archivo.",
  },
  "class-id-changed": {
    en: "The class has a new Internal ID: the receiver would make a second class.",
    es: "La clase tiene un Internal ID nuevo: el receptor crearía una segunda clase.",
  },
  "class-not-seen": {
    en: "The class was not seen on the portal, so nothing can be said.",
    es: "La clase no se ha visto en el portal, así que nada se puede decir.",
  },
  "id-changed": {
    en: "The Internal ID changed: the receiver matches on it and would make a second record.",
    es: "El Internal ID cambió: el receptor lo usa para reconocer y crearía un segundo registro.",
  },
  "id-missing": {
    en: "One side has no Internal ID: the receiver matches on it and would make a second record.",
    es: "En un lado falta el Internal ID: el receptor lo usa para reconocer y crearía un segundo registro.",
  },
  "may-come-from-elsewhere": {
    en: "Is not in this class on the portal; may come from a class that was not seen.",
    es: "No está en esta clase en el portal; puede venir de una clase que no se ha visto.",
  },
  "new-class": {
    en: "The class is new: it is made in the first cycle and takes its students in the next.",
    es: "La clase es nueva: se crea en el primer ciclo y recibe a sus estudiantes en el siguiente.",
  },
  "no-homeroom": {
    en: "Is in no homeroom class; the receiver takes homerooms only.",
    es: "No está en ninguna clase homeroom; el receptor solo toma homerooms.",
  },
  "no-homeroom-any-more": {
    en: "Is in no homeroom class in this file, so the row is ignored, although the student is on the roster now.",
    es: "En este archivo no está en ninguna clase homeroom, así que la fila se ignora, aunque el estudiante está ahora en la lista.",
  },
  "no-id": {
    en: "Has no Internal ID, and names and birth date are not enough to match.",
    es: "No tiene Internal ID, y el nombre y la fecha de nacimiento no bastan para reconocerlo.",
  },
  "not-a-homeroom": {
    en: "Is not a homeroom (classType): the receiver ignores it.",
    es: "No es una homeroom (classType): el receptor la ignora.",
  },
  "not-in-partial-file": {
    en: "Is not in this file; a partial upload makes nobody inactive.",
    es: "No está en este archivo; una carga parcial no inactiva a nadie.",
  },
  "other-person": {
    en: "This Internal ID belonged to someone else: names and birth date all differ.",
    es: "Este Internal ID era de otra persona: nombres y fecha de nacimiento son todos distintos.",
  },
  "shared-key": {
    en: "Several records could be this one; matching them would be a guess.",
    es: "Varios registros podrían ser este; emparejarlos sería adivinar.",
  },
  "teacher-changed": {
    en: "Keeps its Internal ID and has another teacher: the receiver reassigns and renames it.",
    es: "Conserva su Internal ID y tiene otro docente: el receptor la reasigna y le cambia el nombre.",
  },
  "teacher-gone": {
    en: "Is not in this file.",
    es: "No está en este archivo.",
  },
  "teacher-id-changed": {
    en: "The teacher has a new Internal ID: the receiver would make a second account.",
    es: "El docente tiene un Internal ID nuevo: el receptor crearía una segunda cuenta.",
  },
} as const satisfies Record<string, Record<Language, string>>;

export type Reason = keyof typeof reasonWords;

export const sayReason = (reason: Reason, language: Language): string => reasonWords[reason][language];

const recordWords = {
  students: { en: "students", es: "estudiantes" },
  classes: { en: "classes", es: "clases" },
  teachers: { en: "teachers", es: "docentes" },
} as const;

const effectWords = {
  removed: { en: "would be removed or made inactive", es: "se quitarían o quedarían inactivos" },
  rekeyed: { en: "come under a new Internal ID", es: "vienen con un Internal ID nuevo" },
  moved: { en: "would move", es: "cambiarían de clase" },
  changed: { en: "would be changed", es: "se cambiarían" },
} as const;

/** "212 of 800 students (27 %) would be ...": what to look at before sending. */
export const sayMassChange = ({ record, effect, count, of }: MassChange, language: Language): string => {
  const percent = Math.round((count / of) * 100);
  const what = `${count} ${language === "en" ? "of" : "de"} ${of} ${recordWords[record][language]} (${percent} %)`;
  return language === "en"
    ? `${what} ${effectWords[effect].en}: make sure that the file is complete and from the right day before sending it.`
    : `${what} ${effectWords[effect].es}: asegúrese de que el archivo está completo y es del día correcto antes de enviarlo.`;
};

/** Sentences about what was compared and how far. */
export const limitWords = {
  nothingToCompare: {
    en: () => "There is no roster to compare with: neither a page nor a previous file was given.",
    es: () => "No hay lista con la que comparar: no se dio ni una página ni un archivo anterior.",
  },
  classesSeen: {
    en: (seen: number, of: number) => `${seen} of the ${of} classes of the file were seen on the portal.`,
    es: (seen: number, of: number) => `De las ${of} clases del archivo se vieron ${seen} en el portal.`,
  },
  partlySeen: {
    en: (seen: number, of: number) => `The portal showed ${seen} of ${of} students of a class.`,
    es: (seen: number, of: number) => `El portal mostró ${seen} de los ${of} estudiantes de una clase.`,
  },
  previousElsewhere: {
    en: () => "Where the portal was not seen, the previous file stands for it.",
    es: () => "Donde el portal no se vio, vale el archivo anterior.",
  },
  unseenStays: {
    en: () => "Students of classes that were not seen are listed as not seen, never as added or removed.",
    es: () => "Los estudiantes de clases no vistas figuran como no vistos, nunca como añadidos o quitados.",
  },
  modeAssumed: {
    en: () =>
      "No mode was given: the plan shows a complete upload, which makes students not in the file inactive.",
    es: () =>
      "No se indicó el modo: el plan muestra una carga completa, que inactiva a quienes no están en el archivo.",
  },
  noReceiver: {
    en: () => "No receiver was named: the plan shows what differs, not what a receiver does with it.",
    es: () => "No se indicó receptor: el plan muestra las diferencias, no lo que un receptor hace con ellas.",
  },
} as const;
