import type { Consequence, NotCheckedReason, Outcome } from "../finding.ts";
import type { Language } from "./rule-words.ts";

/** Words that all findings share. */
type Terms = {
  outcomes: Record<Outcome, string>;
  /** What the receiver does, as a sentence. */
  consequences: Record<Consequence, string>;
  whoCanFix: Readonly<Record<string, string>>;
  place: { line: string; column: string; related: string };
  notChecked: (reason: NotCheckedReason) => string;
};

const en: Terms = {
  outcomes: { fault: "Fault", warning: "Warning", note: "Note" },
  consequences: {
    "file-refused": "The receiver may refuse the whole file.",
    "sync-held": "The receiver may hold the whole update back.",
    "row-dropped": "The receiver leaves these rows out.",
    "value-dropped": "The receiver leaves these values out.",
    "duplicate-made": "The receiver makes a second record for the same person.",
    "records-removed":
      "The receiver makes everything inactive, or deletes it, that the file no longer holds.",
    none: "The receiver takes it as it is.",
  },
  whoCanFix: {
    "lea-data-team": "The LEA's data team",
    registrar: "The registrar",
    school: "The school",
    "sis-vendor": "Whoever sets up the export of the student information system",
    "person-uploading": "You, who are uploading",
  },
  place: { line: "line", column: "column", related: "see" },
  notChecked: (reason) => {
    switch (reason.kind) {
      case "file-missing":
        return `${reason.file} is not in the package.`;
      case "file-unreadable":
        return `${reason.file} could not be read.`;
      case "column-missing":
        return `${reason.file} has no column ${reason.column}.`;
      case "no-previous":
        return "There is no earlier file to compare with.";
      case "no-page":
        return "No roster page has been seen yet.";
      case "no-roster":
        return `${reason.format} files hold no roster that could be compared with the last one or with a page.`;
      case "no-manifest":
        return "Without manifest.csv nothing says whether the files are complete (bulk) or changes (delta).";
      case "delta-file":
        return `${reason.file} holds changes only, so what is not in it may be at the receiver already.`;
      case "not-configured":
        return `The LEA's policy does not set ${reason.setting}.`;
      case "our-fault":
        return `Rosterguard failed at this rule, which is not the file's fault (${reason.detail}).`;
    }
  },
};

const es: Terms = {
  outcomes: { fault: "Error", warning: "Advertencia", note: "Nota" },
  consequences: {
    "file-refused": "El sistema receptor puede rechazar todo el archivo.",
    "sync-held": "El sistema receptor puede retener toda la actualización.",
    "row-dropped": "El sistema receptor omite estas filas.",
    "value-dropped": "El sistema receptor omite estos valores.",
    "duplicate-made": "El sistema receptor crea un segundo registro de la misma persona.",
    "records-removed": "El sistema receptor desactiva o elimina todo lo que el archivo ya no contiene.",
    none: "El sistema receptor lo acepta tal como está.",
  },
  whoCanFix: {
    "lea-data-team": "El equipo de datos de la LEA",
    registrar: "La persona encargada del registro escolar",
    school: "La escuela",
    "sis-vendor": "Quien configura la exportación del sistema de información estudiantil",
    "person-uploading": "Usted, que hace la carga",
  },
  place: { line: "línea", column: "columna", related: "véase" },
  notChecked: (reason) => {
    switch (reason.kind) {
      case "file-missing":
        return `${reason.file} no está en el paquete.`;
      case "file-unreadable":
        return `${reason.file} no se pudo leer.`;
      case "column-missing":
        return `${reason.file} no tiene la columna ${reason.column}.`;
      case "no-previous":
        return "No hay un archivo anterior con el que comparar.";
      case "no-page":
        return "Todavía no se ha visto ninguna página de listas.";
      case "no-roster":
        return `Los archivos de ${reason.format} no contienen una lista que se pueda comparar con la anterior o con una página.`;
      case "no-manifest":
        return "Sin manifest.csv nada dice si los archivos son completos (bulk) o cambios (delta).";
      case "delta-file":
        return `${reason.file} contiene solo cambios; lo que no está en él puede estar ya en el sistema receptor.`;
      case "not-configured":
        return `La política de la LEA no define ${reason.setting}.`;
      case "our-fault":
        return `Rosterguard falló en esta regla, y no es culpa del archivo (${reason.detail}).`;
    }
  },
};

export const terms: Record<Language, Terms> = { en, es };
