import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BenchFile, type Cells, columns } from "./columns.ts";
import { type CsvWriter, openCsv } from "./csv-writer.ts";
import { idOf, sessions, termOf } from "./district-year.ts";
import { makeClass, makeEnrollment, spoilClass, spoilEnrollment } from "./generate-classes.ts";
import { makeDemographics, makeUser, spoilUser } from "./generate-people.ts";
import { courseTitles, grades } from "./names.ts";
import {
  type ClassPlant,
  classPlants,
  homeroomPlants,
  spread,
  staffPlants,
  studentPlants,
} from "./plants.ts";
import { type Random, seedRandom } from "./random.ts";
import { coursesPerStudent, type SchoolShape, shapeSchools, studentsPerHomeroom } from "./sizes.ts";

/** What was written: file names in the order of writing, totals, and how often each kind of fault was planted. */
export type Planted = { rows: number; bytes: number; files: string[]; planted: Record<string, number> };

type Writers = {
  put: <File extends BenchFile>(file: File, cells: Cells<File>) => void;
  close: () => Planted;
};

const withBom = new Set<BenchFile>(["users", "enrollments"]);

const openPackage = (folder: string): Writers => {
  const names = Object.keys(columns) as BenchFile[];
  const open = new Map<BenchFile, CsvWriter>(
    names.map((name) => [name, openCsv(join(folder, `${name}.csv`), columns[name], withBom.has(name))]),
  );
  return {
    put(file, cells) {
      const byName = cells as Record<string, string | undefined>;
      open.get(file)!.row(columns[file].map((column) => byName[column] ?? ""));
    },
    close() {
      const written = [...open.values()].map((csv) => csv.close());
      return {
        rows: written.reduce((sum, { rows }) => sum + rows, 0),
        bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
        files: names.map((name) => `${name}.csv`),
        planted: {},
      };
    },
  };
};

const writeDistrict = ({ put }: Writers, schools: readonly SchoolShape[]): void => {
  put("manifest", { propertyName: "manifest.version", value: "1.0" });
  put("manifest", { propertyName: "oneroster.version", value: "1.1" });
  const bulk = new Set(Object.keys(columns));
  const roles = ["categories", "classResources", "courseResources", "lineItems", "resources", "results"];
  for (const role of [...bulk, ...roles].filter((name) => name !== "manifest").sort()) {
    put("manifest", { propertyName: `file.${role}`, value: bulk.has(role) ? "bulk" : "absent" });
  }
  for (const { id, type, title, start, end, parent } of sessions) {
    const dates = { startDate: start, endDate: end, schoolYear: "2027" };
    put("academicSessions", { sourcedId: id, title, type, ...dates, parentSourcedId: parent });
  }
  put("orgs", { sourcedId: idOf.district, name: "Valle Verde ISD", type: "district", identifier: "4800001" });
  for (const { index } of schools) {
    const name = `Escuela Núm. ${index + 1}`;
    const identifier = String(480_000_100 + index);
    put("orgs", {
      sourcedId: idOf.school(index),
      name,
      type: "school",
      identifier,
      parentSourcedId: idOf.district,
    });
  }
  ["Homeroom", ...courseTitles].forEach((title, number) => {
    put("courses", {
      sourcedId: idOf.course(number),
      schoolYearSourcedId: "sy-2027",
      title,
      courseCode: String(3000 + number),
      grades: grades.slice(1, 4 + (number % 9)).join(","),
      orgSourcedId: idOf.district,
    });
  });
};

type Run = {
  writers: Writers;
  random: Random;
  students: ReturnType<typeof spread<(typeof studentPlants)[number]>>;
  classes: Map<number, ClassPlant>;
};

const writeClasses = ({ writers, random, classes }: Run, shape: SchoolShape): void => {
  const school = idOf.school(shape.index);
  for (let at = 0; at < shape.homerooms + shape.scheduled; at += 1) {
    const number = shape.firstClass + at;
    const homeroom = at < shape.homerooms;
    const id = idOf.class(shape.index, number);
    const clean = makeClass({ id, school, number, homeroom, term: termOf(homeroom, number) }, random);
    const plant = classes.get(number);
    writers.put("classes", spoilClass(clean, plant));
    if (plant === "duplicate classes.sourcedId") writers.put("classes", clean);
  }
};

const writeStaff = ({ writers, random, classes }: Run, shape: SchoolShape): void => {
  const school = idOf.school(shape.index);
  for (let at = 0; at < shape.teachers; at += 1) {
    const number = shape.firstTeacher + at;
    const orgs = number % 20 === 0 ? `${school},${idOf.district}` : school;
    writers.put("users", makeUser({ id: idOf.teacher(number), role: "teacher", number, orgs }, random));
  }
  for (let at = 0; at < shape.homerooms + shape.scheduled; at += 1) {
    const number = shape.firstClass + at;
    if (classes.get(number) === "class-without-teacher") continue;
    const user = idOf.teacher(shape.firstTeacher + (at % shape.teachers));
    const term = termOf(at < shape.homerooms, number);
    const id = idOf.class(shape.index, number);
    writers.put("enrollments", makeEnrollment({ school, class: id, user, role: "teacher", term }, random));
  }
};

const writeStudent = ({ writers, random, students, classes }: Run, shape: SchoolShape, at: number): void => {
  const number = shape.firstStudent + at;
  const plant = students.get(number);
  const school = idOf.school(shape.index);
  const user = idOf.student(number);
  const clean = makeUser({ id: user, role: "student", number, orgs: school }, random);
  if (number % 20 === 0) {
    const guardian = { id: idOf.guardian(number), role: "guardian", number, orgs: school };
    writers.put("users", makeUser(guardian, random));
    clean.agentSourcedIds = guardian.id;
  }
  writers.put("users", spoilUser(clean, plant));
  writers.put("demographics", makeDemographics(number, clean.grades ?? "", random, plant));

  const enroll = (offset: number, homeroom: boolean): Cells<"enrollments"> => {
    const id = idOf.class(shape.index, shape.firstClass + offset);
    const term = termOf(homeroom, shape.firstClass + offset);
    return makeEnrollment({ school, class: id, user, role: "student", term }, random);
  };
  const home = Math.floor(at / studentsPerHomeroom);
  if (plant !== "student-without-homeroom") writers.put("enrollments", enroll(home, true));
  if (plant === "student-in-two-homerooms") {
    writers.put("enrollments", enroll((home + 1) % shape.homerooms, true));
  }
  const start = random.below(shape.scheduled);
  const step = Math.floor(shape.scheduled / coursesPerStudent);
  let waiting = plant;
  let before: Cells<"enrollments"> | undefined;
  for (let nth = 0; nth < coursesPerStudent; nth += 1) {
    const offset = shape.homerooms + ((start + nth * step) % shape.scheduled);
    let cells = enroll(offset, false);
    // The fault waits for a class without a fault of its own, or one count could hide another.
    if (before !== undefined && waiting !== undefined && !classes.has(shape.firstClass + offset)) {
      cells = spoilEnrollment(cells, waiting, before);
      waiting = undefined;
    }
    writers.put("enrollments", cells);
    before = cells;
  }
};

/** Administrators carry the faults of staff: nothing else in the package refers to them. */
const writeAdministrators = ({ writers, random }: Run, count: number, each: number): void => {
  const plants = spread(staffPlants, each, count);
  for (let number = 0; number < count; number += 1) {
    const id = idOf.administrator(number);
    const clean = makeUser({ id, role: "administrator", number, orgs: idOf.district }, random);
    const plant = plants.get(number);
    if (plant === "invalid users.role") clean.role = "Principal";
    if (plant === "invalid users.sourcedId") clean.sourcedId = `adm ${number}`;
    writers.put("users", clean);
    if (plant === "duplicate users.sourcedId") {
      const name = { id, role: "administrator", number: count + number, orgs: idOf.district };
      writers.put("users", makeUser(name, random));
    }
  }
};

const placeClassPlants = (schools: readonly SchoolShape[], each: number): Map<number, ClassPlant> => {
  const places = new Map<number, ClassPlant>();
  const place = (kinds: readonly ClassPlant[], numbers: readonly number[]): void => {
    for (const [slot, plant] of spread(kinds, each, numbers.length)) places.set(numbers[slot]!, plant);
  };
  const from = (first: number, count: number): number[] =>
    Array.from({ length: count }, (_, at) => first + at);
  place(
    homeroomPlants,
    schools.flatMap(({ firstClass, homerooms }) => from(firstClass, homerooms)),
  );
  place(
    classPlants,
    schools.flatMap(({ firstClass, homerooms, scheduled }) => from(firstClass + homerooms, scheduled)),
  );
  return places;
};

/**
 * Writes a OneRoster 1.1 package for a district of `students` (at least 60) into `folder`, byte for byte the same on
 * every run, and `planted.json` beside it. Rows come school by school and student by student, as an export has them.
 */
export const generatePackage = (folder: string, students: number): Planted => {
  const building = `${folder}.part`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const schools = shapeSchools(students);
  // About 17 rows a student, one in a thousand planted, over all kinds alike.
  const all = [...studentPlants, ...homeroomPlants, ...classPlants, ...staffPlants];
  const each = Math.max(1, Math.round((students * 0.0171) / all.length));
  const writers = openPackage(building);
  const run: Run = {
    writers,
    random: seedRandom(students),
    students: spread(studentPlants, each, students),
    classes: placeClassPlants(schools, each),
  };
  writeDistrict(writers, schools);
  for (const shape of schools) {
    writeClasses(run, shape);
    writeStaff(run, shape);
    for (let at = 0; at < shape.students; at += 1) writeStudent(run, shape, at);
  }
  writeAdministrators(run, Math.max(staffPlants.length * each, schools.length), each);
  const planted: Record<string, number> = {};
  for (const kind of all) {
    const name = kind.startsWith("enrollment-out-of-its-dates") ? "enrollment-out-of-its-dates" : kind;
    planted[name] = (planted[name] ?? 0) + each;
  }
  const result = { ...writers.close(), planted };
  writeFileSync(join(building, "planted.json"), `${JSON.stringify(result, null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return result;
};
