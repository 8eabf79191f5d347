import Papa from "papaparse";
import type { LogLine, PortalSchool, PortalTeacher, StudentValues } from "./state.ts";

/** What a package asks for, read but not yet applied. */
export type IncomingStudent = {
  file: string;
  line: number;
  internalId: string;
  classInternalId: string;
  /** Only what the package tells is overwritten. */
  values: Partial<StudentValues>;
};

export type IncomingClass = {
  file: string;
  line: number;
  internalId: string;
  schoolInternalId: string;
  teacherInternalId: string;
  dayType: string;
  level: string;
};

export type Incoming = {
  schools: Omit<PortalSchool, "engageId">[];
  teachers: Omit<PortalTeacher, "engageId" | "invitations">[];
  classes: IncomingClass[];
  students: IncomingStudent[];
  /** Rows of classes that are not a homeroom. */
  ignored: number;
  log: LogLine[];
};

export type NamedBytes = { name: string; bytes: Uint8Array };

/** Something that stops the whole upload; its message is shown in the log. */
export type Refusal = { refused: string; file: string };

/** Rows of one file by column name, with their 1-based line. */
export type Rows = { line: number; get: (column: string) => string }[];

/** Turns a header and rows of cells into `Rows`, or says which column is missing. */
export const toRows = (
  file: string,
  lines: readonly string[][],
  required: readonly string[],
): Rows | Refusal => {
  const columns = new Map((lines[0] ?? []).map((name, index) => [name.trim(), index]));
  const missing = required.find((name) => !columns.has(name));
  if (missing !== undefined) return { refused: `Column "${missing}" was not found.`, file };
  return lines.slice(1).map((cells, index) => ({
    line: index + 2,
    get: (column: string) => cells[columns.get(column) ?? -1]?.trim() ?? "",
  }));
};

/** Reads UTF-8 CSV text; blank lines are kept out of the rows but not out of the line numbers. */
export const readCsvRows = (file: NamedBytes, required: readonly string[]): Rows | Refusal => {
  const text = new TextDecoder().decode(file.bytes);
  const rows = toRows(file.name, Papa.parse<string[]>(text).data, required);
  return Array.isArray(rows) ? rows.filter((row) => required.some((column) => row.get(column) !== "")) : rows;
};

const isRealDate = (iso: string) => {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
};

/** YYYY-MM-DD or MM/DD/YYYY as an ISO date; undefined when it is neither or no day of the calendar. */
export const readDate = (text: string): string | undefined => {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = us ? `${us[3]}-${us[1]!.padStart(2, "0")}-${us[2]!.padStart(2, "0")}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && isRealDate(iso) ? iso : undefined;
};
