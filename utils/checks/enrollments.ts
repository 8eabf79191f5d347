import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** Who is in which class, read the same way from OneRoster files and from a flat roster. */

/** A test of a row by one column: whether its value is among some words. An absent column passes nothing. */
export const isAmong = (column: Column | undefined, ...words: string[]): ((row: number) => boolean) => {
  if (column === undefined) return () => false;
  const codes = words.map((word) => column.codeOf(word)).filter((code) => code >= 0);
  if (codes.length === 0) return () => false;
  const only = codes.length === 1 ? (codes[0] as number) : -1;
  return only >= 0
    ? (row) => column.codes[row] === only
    : (row) => codes.includes(column.codes[row] as number);
};

/** Rows a delta file asks to delete; both spellings occur in exports. */
export const isDeleted = (file: RoleTable | undefined): ((row: number) => boolean) =>
  isAmong(columnOf(file, "status"), "tobedeleted", "toBeDeleted");

/** Which codes of classes.sourcedId are homerooms. A class listed twice is a homeroom when any of its rows says so. */
export const homeroomFlags = (classes: RoleTable, id: Column): Uint8Array => {
  const flags = new Uint8Array(id.size);
  const isHomeroom = isAmong(columnOf(classes, "classType"), "homeroom");
  const gone = isDeleted(classes);
  for (let row = 0; row < classes.table.rows; row++) {
    if (isHomeroom(row) && !gone(row)) flags[id.codes[row] as number] = 1;
  }
  return flags;
};

/** The columns by which students are placed in homerooms, and which rows do so. */
export type Placements = {
  file: RoleTable;
  student: Column;
  klass: Column;
  begin: Column | undefined;
  end: Column | undefined;
  isPlacement: (row: number) => boolean;
};

/** Placements of students in homerooms; undefined when a file or column for it is missing. */
export const homeroomPlacements = (context: CheckContext): Placements | undefined => {
  const roster = context.files.get("roster");
  const rosterStudent = columnOf(roster, "Student_Internal_ID");
  const rosterClass = columnOf(roster, "Class_Internal_ID");
  if (roster !== undefined && rosterStudent !== undefined && rosterClass !== undefined) {
    const noStudent = isAmong(rosterStudent, "");
    const noClass = isAmong(rosterClass, "");
    return {
      file: roster,
      student: rosterStudent,
      klass: rosterClass,
      begin: undefined,
      end: undefined,
      isPlacement: (row) => !noStudent(row) && !noClass(row),
    };
  }
  const file = context.files.get("enrollments");
  const classes = context.files.get("classes");
  const student = columnOf(file, "userSourcedId");
  const klass = columnOf(file, "classSourcedId");
  const id = columnOf(classes, "sourcedId");
  if (file === undefined || classes === undefined) return undefined;
  if (student === undefined || klass === undefined || id === undefined) return undefined;
  const flags = homeroomFlags(classes, id);
  const homeroom = Uint8Array.from(joinCodes(klass, id), (code) => (code < 0 ? 0 : (flags[code] as number)));
  const isStudent = isAmong(columnOf(file, "role"), "student");
  const gone = isDeleted(file);
  return {
    file,
    student,
    klass,
    begin: columnOf(file, "beginDate"),
    end: columnOf(file, "endDate"),
    isPlacement: (row) => homeroom[klass.codes[row] as number] === 1 && isStudent(row) && !gone(row),
  };
};

/** The first row of each code of a key column, for naming "the class of line 12". */
export const lineOfCode = (file: RoleTable, column: Column, code: number): number =>
  file.table.lineOf(column.firstRow[code] as number);
