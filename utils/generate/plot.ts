import type { Field, FileSpec } from "../formats/format.ts";
import type { DataFile, Package, Row } from "./package.ts";
import type { Made } from "./packages/index.ts";
import type { Random } from "./random.ts";
import type { SchoolYear } from "./school-year.ts";

/** Where a fault stands: a cell, a row (its line), the header of a column, or a file. */
export type Spot = {
  file: DataFile;
  row?: Row;
  /** The fault is in the header line. */
  isHeader?: true;
  column?: string;
  /** What the cell says; told from the row when a column is named. */
  value?: string;
};

/** What one fault is: its place, other places that are the other side of it, and a sentence about what was done. */
export type Planted = {
  spot: Spot;
  also?: readonly Spot[];
  note: string /** How many the finding counts, when not one. */;
  count?: number;
};

/** Columns that say whom or what a row is about: what a fault changed, no other fault touches. */
const subjects = [
  "sourcedId",
  "userSourcedId",
  "studentSourcedId",
  "Student_id",
  "Teacher_id",
  "Staff_id",
  "Section_id",
  "SIS ID",
  "StudentID",
  "EISNumber",
  "ssid",
  "Student_Internal_ID",
  "Email",
] as const;

/** In Ohio's files a claim names its class and teacher too; only the rows of these themselves are about them. */
const ohioSubject = (row: Row): string | undefined => {
  if (row.ssid !== undefined) return undefined;
  return row.class_name === undefined ? row.educator_state_id : row.class_id;
};

const subjectsOf = (row: Row): string[] =>
  [...subjects.map((name) => row[name]), ohioSubject(row)].filter(
    (subject): subject is string => subject !== undefined && subject !== "",
  );

export type Plot = {
  format: Made;
  made: Package;
  random: Random;
  schoolYear: SchoolYear;
  /** The file of a role, written from now on if it was only kept in reserve. */
  file: (role: string) => DataFile;
  spec: (role: string) => FileSpec | undefined;
  /** A row that no other fault has anything to do with, and that fits. */
  take: (role: string, fits?: (row: Row) => boolean) => Row;
  /** All rows that fit, whether another fault uses them or not. */
  rows: (role: string, fits: (row: Row) => boolean) => Row[];
  /** Rows as they were before any fault, for making others like them. */
  clean: (role: string, fits?: (row: Row) => boolean) => Row[];
  /** Adds a row at the end of a file and keeps it from other faults. */
  add: (role: string, row: Row) => Row;
  remove: (role: string, row: Row) => void;
  /** A number nobody has been given. */
  fresh: () => number;
};

/** A person asked for a fault that a district of this size has no room for. */
export class NoRoom extends Error {}

export const createPlot = (
  made: Package,
  { random, schoolYear }: { random: Random; schoolYear: SchoolYear },
): Plot => {
  const taken = new Set<string>();
  const originals = new Map(made.files.map(({ role, rows }) => [role, rows.map((row) => ({ ...row }))]));
  let number = 7000;
  const claim = (row: Row) => {
    for (const subject of subjectsOf(row)) taken.add(subject);
  };
  const isFree = (row: Row) => !subjectsOf(row).some((subject) => taken.has(subject));
  const find = (role: string): DataFile => {
    const file = made.files.find((one) => one.role === role);
    if (file === undefined) throw new Error(`${made.format.id} has no file ${role}`);
    return file;
  };
  const file = (role: string): DataFile => {
    const found = find(role);
    found.spare = false;
    return found;
  };
  const spec = (role: string) => made.format.files.find((one) => one.role === role);
  return {
    format: made.format.id as Made,
    made,
    random,
    schoolYear,
    file,
    spec,
    take: (role, fits = () => true) => {
      const { rows } = file(role);
      const start = random.int(0, Math.max(0, rows.length - 1));
      for (let i = 0; i < rows.length; i++) {
        const row = rows[(start + i) % rows.length] as Row;
        if (!isFree(row) || !fits(row)) continue;
        claim(row);
        return row;
      }
      throw new NoRoom(`no row of ${find(role).name} is left`);
    },
    rows: (role, fits) => file(role).rows.filter(fits),
    clean: (role, fits = () => true) => (originals.get(role) ?? []).filter(fits),
    add: (role, row) => {
      file(role).rows.push(row);
      claim(row);
      return row;
    },
    remove: (role, row) => {
      const { rows } = file(role);
      rows.splice(rows.indexOf(row), 1);
    },
    fresh: () => number++,
  };
};

export type FieldPlace = { role: string; field: Field };

/** The fields of a package's files that fit, in the format's order. */
export const fieldsOf = (plot: Plot, fits: (field: Field) => boolean): FieldPlace[] =>
  plot.made.files.flatMap(({ role }) =>
    (plot.spec(role)?.fields ?? []).filter(fits).map((field) => ({ role, field })),
  );
