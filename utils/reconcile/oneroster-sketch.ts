import type { RoleTable } from "../checks/rule.ts";
import type { Roster, Section, Student, Teacher } from "../roster/roster.ts";
import { findParts, liveRows, type OneRosterParts } from "./oneroster-parts.ts";
import { type People, readPeople } from "./oneroster-people.ts";
import { findPlaced, type PlacingRows, placeStudents } from "./placements.ts";
import {
  placingRows,
  type RosterOptions,
  readSections,
  readStudents,
  readTeachers,
} from "./roster-from-oneroster.ts";

/** How many records of a kind a roster has, and how many of them the receiver ignores; `first` has the first of both. */
export type Sketched<T> = { all: number; ignored: number; first: T };

/** A roster in numbers. */
export type RosterSketch = {
  source: Roster["source"];
  students: Sketched<{ students: Student[] /** Those that they are in. */; sections: Section[] }>;
  classes: Sketched<Section[]>;
  teachers: Sketched<Teacher[]>;
};

/**
 * What `rosterFromOneRoster` would make, counted from the columns: records are made of the first `most` that the receiver takes,
 * and of the first `most` that it ignores. `undefined` where it would be `undefined`.
 */
export const sketchOneRoster = (
  files: ReadonlyMap<string, RoleTable>,
  options: RosterOptions,
  most: number,
): RosterSketch | undefined => {
  const parts = findParts(files);
  if (parts === undefined) return undefined;
  const sectionRows = liveRows(parts.classes, parts.classIds);
  const placing = placingRows(parts, sectionRows, options);
  const people = readPeople(files, parts);
  const userRows = liveRows(parts.users, parts.userIds);
  const studentRows = userRows.filter(people.isStudent);
  const teacherRows = userRows.filter(people.isTeacher);
  const students = sortOut(
    studentRows,
    options.homeroomOnly ? findPlaced(parts, placing, studentRows) : undefined,
    most,
  );
  const classes = sortOut(sectionRows, placing.counts, most);
  return {
    source: { kind: "file", name: options.name, checkedAt: options.checkedAt },
    students: {
      all: studentRows.length,
      ignored: students.ignored,
      first: readPlaced(parts, students.rows, { files, placing, people, date: options.date }),
    },
    classes: { all: sectionRows.length, ignored: classes.ignored, first: readSections(parts, classes.rows) },
    teachers: { all: teacherRows.length, ignored: 0, first: readTeachers(parts, teacherRows.slice(0, most)) },
  };
};

/** Counts the rows that are not flagged 1, and takes the first of either, in the file's order. Without flags all are. */
const sortOut = (rows: readonly number[], flags: Uint8Array | undefined, most: number) => {
  let [taken, ignored] = [0, 0];
  const first: number[] = [];
  for (const [position, row] of rows.entries()) {
    const isTaken = flags === undefined || flags[position] === 1;
    if ((isTaken ? taken++ : ignored++) < most) first.push(row);
  }
  return { ignored, rows: first };
};

type Around = {
  files: ReadonlyMap<string, RoleTable>;
  placing: PlacingRows;
  people: People;
  date: string;
};

/** The students of these rows, with the sections they are in. */
const readPlaced = (
  parts: OneRosterParts,
  rows: readonly number[],
  { files, placing, people, date }: Around,
) => {
  const placements = placeStudents(parts, placing, rows, date);
  const positions = [...new Set(placements.flat())];
  const placeOf = new Map(positions.map((position, place) => [position, place]));
  const sections = readSections(
    parts,
    positions.map((position) => placing.rows[position] ?? 0),
  );
  const students = readStudents(parts, rows, files.get("demographics"), {
    sections,
    schoolOf: people.schoolOf,
    placements: placements.map((places) => places.map((position) => placeOf.get(position) ?? 0)),
  });
  return { students, sections };
};
