import type { Policy } from "../policy/policy.ts";

/** The few sentences about a check that a page may show: counts only, never a name or a value. */
export type VerdictWords = {
  headline: Record<"accept" | "reject" | "could-not-check", string>;
  read(rows: string, files: number): string;
  /** `acknowledged`: how many of them the LEA knows of, where there are any. */
  faults(count: string, acknowledged?: string): string;
  warnings(count: string, acknowledged?: string): string;
  students(parts: string[]): string;
  plan: Record<"added" | "moved" | "changed" | "removed" | "rekeyed", (count: string) => string>;
  notChecked(count: number): string;
  /** Files this tab gave the portal before, checked with these as one package. */
  together(files: number): string;
  /** `names` are those of the format, e.g. "orgs.csv", not of anybody's files. */
  missing(names: string[]): string;
  failed(because: "crashed" | "error", detail: string): string;
};

const english: VerdictWords = {
  headline: {
    accept: "Nothing was found that would stop this upload.",
    reject: "This upload has faults that the portal will not accept as they are.",
    "could-not-check": "This upload could not be checked completely.",
  },
  read: (rows, files) =>
    `${rows} ${rows === "1" ? "row" : "rows"} in ${files} ${files === 1 ? "file" : "files"} ${rows === "1" ? "was" : "were"} read.`,
  faults: (count, known) => `Faults: ${count}${known ? `, ${known} of them acknowledged by your LEA` : ""}.`,
  warnings: (count, known) =>
    `Warnings: ${count}${known ? `, ${known} of them acknowledged by your LEA` : ""}.`,
  students: (parts) => `Students: ${parts.join(", ")}.`,
  plan: {
    added: (count) => `${count} added`,
    moved: (count) => `${count} moved`,
    changed: (count) => `${count} changed`,
    removed: (count) => `${count} made inactive`,
    rekeyed: (count) => `${count} with a new Internal ID`,
  },
  notChecked: (count) => `${count} ${count === 1 ? "rule" : "rules"} could not be checked.`,
  together: (files) =>
    files === 1
      ? "Checked together with the file you gave the portal before."
      : `Checked together with the ${files} files you gave the portal before.`,
  missing: (names) => `Still missing: ${names.join(", ")}.`,
  failed: (because, detail) =>
    because === "crashed"
      ? "The check stopped twice without a result; this computer may be short of memory. The file was not checked."
      : `The check did not finish because of a fault of ours${detail && ` (${detail})`}. The file was not checked.`,
};

const spanish: VerdictWords = {
  headline: {
    accept: "No se encontró nada que impida esta carga.",
    reject: "Esta carga tiene errores que el portal no aceptará tal como están.",
    "could-not-check": "Esta carga no se pudo revisar por completo.",
  },
  read: (rows, files) =>
    `${rows === "1" ? "Se leyó 1 fila" : `Se leyeron ${rows} filas`} en ${files} ${files === 1 ? "archivo" : "archivos"}.`,
  faults: (count, known) => `Errores: ${count}${known ? `, de ellos ${known} aceptados por su LEA` : ""}.`,
  warnings: (count, known) =>
    `Advertencias: ${count}${known ? `, de ellas ${known} aceptadas por su LEA` : ""}.`,
  students: (parts) => `Estudiantes: ${parts.join(", ")}.`,
  plan: {
    added: (count) => (count === "1" ? "1 agregado" : `${count} agregados`),
    moved: (count) => (count === "1" ? "1 cambiado de clase" : `${count} cambiados de clase`),
    changed: (count) => (count === "1" ? "1 modificado" : `${count} modificados`),
    removed: (count) => (count === "1" ? "1 pasado a inactivo" : `${count} pasados a inactivo`),
    rekeyed: (count) => `${count} con un nuevo Internal ID`,
  },
  notChecked: (count) =>
    count === 1 ? "1 regla no se pudo revisar." : `${count} reglas no se pudieron revisar.`,
  together: (files) =>
    files === 1
      ? "Se revisó junto con el archivo que usted dio antes al portal."
      : `Se revisó junto con los ${files} archivos que usted dio antes al portal.`,
  missing: (names) => `Todavía falta: ${names.join(", ")}.`,
  failed: (because, detail) =>
    because === "crashed"
      ? "La revisión se detuvo dos veces sin resultado; puede que falte memoria en este equipo. El archivo no se revisó."
      : `La revisión no terminó por una falla nuestra${detail && ` (${detail})`}. El archivo no se revisó.`,
};

export const verdictWords = (language: Policy["language"]): VerdictWords =>
  language === "es" ? spanish : english;
