import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { enrollmentFacts } from "./enrollment-facts.ts";
import { student } from "./enrollment-lookups.ts";
import { isAmong } from "./enrollments.ts";
import { findSeveral } from "./intervals.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** Which rows place a student in a homeroom, read the same way from OneRoster files and from a flat roster. */
export type Placements = {
  file: RoleTable;
  student: Column;
  klass: Column;
  begin: Column | undefined;
  end: Column | undefined;
  isPlacement: (row: number) => boolean;
  /** By code of `student`: 1 for those of two homerooms, whatever the days. */
  several: Uint8Array;
};

/** Placements of students in homerooms; undefined when a file or column for it is missing. */
export const homeroomPlacements = (context: CheckContext): Placements | undefined =>
  rosterPlacements(context) ?? enrollmentPlacements(context);

const rosterPlacements = (context: CheckContext): Placements | undefined => {
  const file = context.files.get("roster");
  const person = columnOf(file, "Student_Internal_ID");
  const klass = columnOf(file, "Class_Internal_ID");
  if (file === undefined || person === undefined || klass === undefined) return undefined;
  const noStudent = isAmong(person, "");
  const noClass = isAmong(klass, "");
  const isPlacement = (row: number) => !noStudent(row) && !noClass(row);
  const several = findSeveral(file.table.rows, isPlacement, person, klass);
  return { file, student: person, klass, begin: undefined, end: undefined, isPlacement, several };
};

const enrollmentPlacements = (context: CheckContext): Placements | undefined => {
  const facts = enrollmentFacts(context);
  const id = columnOf(context.files.get("classes"), "sourcedId");
  if (facts === undefined || id === undefined) return undefined;
  const { file, twoHomerooms } = facts;
  const { homeroom, kind, gone } = facts.lookups;
  const person = columnOf(file, "userSourcedId");
  const klass = columnOf(file, "classSourcedId");
  const role = columnOf(file, "role");
  const status = columnOf(file, "status");
  if (person === undefined || klass === undefined || role === undefined) return undefined;
  return {
    file,
    student: person,
    klass,
    begin: columnOf(file, "beginDate"),
    end: columnOf(file, "endDate"),
    isPlacement: (row) =>
      homeroom[klass.codes[row] as number] === 1 &&
      kind[role.codes[row] as number] === student &&
      (status === undefined || gone[status.codes[row] as number] === 0),
    several: twoHomerooms,
  };
};
