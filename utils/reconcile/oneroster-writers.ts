import type { RoleTable } from "../checks/rule.ts";
import type { PartWriter } from "../packed/part-writer.ts";
import { placesHeader, sectionFlags } from "../packed/records.ts";
import { type StudentField, studentFields } from "../roster/roster.ts";
import { codeWriter, repeatedWriter, trimmedWriter, type WriteCode } from "./cell-bytes.ts";
import { fieldColumn, readField } from "./cells.ts";
import { linesOf } from "./lines-of.ts";
import type { OneRosterParts } from "./oneroster-parts.ts";
import { type Enrolled, findTeachers } from "./placements.ts";
import { homeroomFlag } from "./roster-from-oneroster.ts";
import { findStudentColumns } from "./student-fields.ts";

/** Writes sections, by their position in `rows`. */
export const sectionsWriter = (
  parts: OneRosterParts,
  writer: PartWriter,
  rows: readonly number[],
  enrolled: Enrolled,
) => {
  const { classes, classIds, enrolledUsers } = parts;
  const { body } = writer;
  const titles = fieldColumn(classes, "title");
  const isHomeroom = homeroomFlag(parts);
  const teachers = findTeachers(parts, enrolled, rows.length);
  const lines = linesOf(classes.table, rows);
  const [writeId, writeTeacher] = [codeWriter(classIds), codeWriter(enrolledUsers)];
  const writeTitle = titles && trimmedWriter(titles);
  return (positions: Uint32Array, hasSchool: boolean) => {
    for (const position of positions) {
      const row = rows[position] as number;
      const taughtBy = teachers[position] as readonly number[];
      writeId(body, classIds.codes[row] as number);
      if (titles && writeTitle) writeTitle(body, titles.codes[row] as number);
      else body.text("");
      body.number(sectionFlags(isHomeroom(row), hasSchool));
      body.number(taughtBy.length);
      for (const user of taughtBy) writeTeacher(body, user);
      writer.endRecord(lines[position] as number);
    }
  };
};

/** Writes teachers, by their row. */
export const teachersWriter = ({ users, userIds }: OneRosterParts, writer: PartWriter) => {
  const { body } = writer;
  const writeId = codeWriter(userIds);
  const cells = ["givenName", "familyName", "email"].map((name) => readField(users, name));
  return (rows: readonly number[]) => {
    for (const row of rows) {
      writeId(body, userIds.codes[row] as number);
      for (const cell of cells) body.text(cell?.(row));
      body.number(0);
      writer.endRecord(0);
    }
  };
};

/** A field's column in users.csv and its column in demographics.csv, which wins where there is a row. */
type FieldWriter = { own?: CodesAndWriter; theirs?: CodesAndWriter };
type CodesAndWriter = { codes: { readonly [row: number]: number }; write: WriteCode };

/** Writes students, by their position in `rows`, and answers what their part tells of them all. */
export const studentsWriter = (
  parts: OneRosterParts,
  demographics: RoleTable | undefined,
  writer: PartWriter,
  {
    rows,
    placements,
    sectionSchools,
    sectionRows,
  }: {
    rows: readonly number[];
    placements: readonly (readonly number[])[];
    sectionSchools: Uint32Array;
    sectionRows: readonly number[];
  },
) => {
  const { users, userIds, classIds } = parts;
  const { body } = writer;
  const { own, theirs, rowOf } = findStudentColumns(users, demographics, userIds);
  const byField = new Map<StudentField, FieldWriter>();
  for (const [source, fields] of [
    ["own", own],
    ["theirs", theirs],
  ] as const)
    for (const [field, column] of fields) {
      const found = byField.get(field) ?? {};
      byField.set(field, { ...found, [source]: { codes: column.codes, write: repeatedWriter(column) } });
    }
  const names = studentFields.filter((name) => byField.has(name));
  const fieldWriters = names.map((name) => byField.get(name)!);
  const writeId = codeWriter(userIds);
  const lines = linesOf(users.table, rows);
  /** By section, the number under which the part that is written names it. */
  const places = new Uint32Array(sectionRows.length);

  return (members: Uint32Array, sections: Uint32Array, school: number, hasSchool: boolean) => {
    sections.forEach((section, place) => {
      places[section] = place;
    });
    const others: string[] = [];
    const otherPlaces = new Map<number, number>();
    const placeOf = (section: number): number => {
      if (sectionSchools[section] === school) return places[section] as number;
      let place = otherPlaces.get(section);
      if (place === undefined) {
        place = sections.length + others.length;
        otherPlaces.set(section, place);
        others.push(classIds.valueOf(classIds.codes[sectionRows[section] as number] ?? 0));
      }
      return place;
    };
    let enrollments = 0;
    for (const position of members) {
      const row = rows[position] as number;
      writeId(body, userIds.codes[row] as number);
      const other = rowOf(row);
      for (const { own, theirs } of fieldWriters) {
        if (theirs !== undefined && other >= 0) theirs.write(body, theirs.codes[other] as number);
        else if (own !== undefined) own.write(body, own.codes[row] as number);
        else body.number(0);
      }
      const placed = placements[position] as readonly number[];
      body.number(placesHeader(placed.length, hasSchool));
      for (const section of placed) body.number(placeOf(section));
      enrollments += placed.length;
      writer.endRecord(lines[position] as number);
    }
    return { names, others, enrollments };
  };
};
