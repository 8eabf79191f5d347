import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../test/sample-package.ts";
import type { Roster } from "../roster/roster.ts";
import { cleverLayout } from "./roster-from-clever.ts";
import { rosterFromFiles } from "./roster-from-files.ts";
import { sds1Layout, sds21Layout } from "./roster-from-sds.ts";
import type { RosterLayout } from "./roster-layout.ts";

const read = (format: string, layout: RosterLayout, example: Example = {}): Roster | undefined =>
  rosterFromFiles(contextOf({ format, ...example }).files, layout, {
    name: "x",
    checkedAt: "2026-11-22T00:00:00.000Z",
  });

describe.each([
  ["clever-sftp", cleverLayout, "P1", "C1", "T1", "S1", "3"],
  ["sds-1", sds1Layout, "13001", "11001", "14001", "10001", "3"],
  ["sds-2.1", sds21Layout, "P1", "C1", "T1", "S1", "03"],
] as const)("the roster of %s", (format, layout, student, section, teacher, school, grade) => {
  const roster = read(format, layout);

  it("has the student with what the files tell of them", () => {
    expect(roster?.students).toHaveLength(1);
    expect(roster?.students[0]).toMatchObject({
      id: student,
      sectionIds: [section],
      schoolId: school,
      line: 2,
      fields: { firstName: "Mía", lastName: "Núñez", birthDate: "2018-03-09", gradeLevel: grade },
    });
  });

  it("has the section with its teacher, and the school", () => {
    expect(roster?.sections).toMatchObject([{ id: section, schoolId: school, teacherIds: [teacher] }]);
    expect(roster?.teachers).toMatchObject([{ id: teacher, firstName: "Ana", lastName: "Ortiz" }]);
    expect(roster?.schools).toContainEqual({ id: school, name: "Lakeview Elementary" });
  });

  it("is none when a file or an id column is not there", () => {
    for (const role of [layout.students.role, layout.sections.role, layout.enrollments.role]) {
      expect(read(format, layout, { without: [`${role}.csv`] })).toBeUndefined();
    }
  });
});

describe("rosterFromFiles", () => {
  it("takes a student with a row for each guardian once", () => {
    const rows = { "students.csv": [{ Student_id: "P1", Contact_sis_id: "G2", Contact_name: "Luis" }] };
    expect(read("clever-sftp", cleverLayout, { rows })?.students.map(({ id }) => id)).toEqual(["P1"]);
  });

  it("keeps the order of a section's teachers", () => {
    const rows = { "sections.csv": [{ Section_id: "C1", Teacher_id: "T9", Teacher_2_id: "T1" }] };
    expect(read("clever-sftp", cleverLayout, { rows })?.sections[0]?.teacherIds).toEqual(["T9", "T1"]);
  });

  it("places nobody in a section that is not there, nor twice in the same", () => {
    const rows = {
      "enrollments.csv": [
        { School_id: "S1", Section_id: "C9", Student_id: "P1" },
        { School_id: "S2", Section_id: "C1", Student_id: "P1" },
      ],
    };
    expect(read("clever-sftp", cleverLayout, { rows })?.students[0]?.sectionIds).toEqual(["C1"]);
  });

  it("takes neither parents nor teachers of SDS 2.1 for students", () => {
    const roster = read("sds-2.1", sds21Layout);
    expect(roster?.students.map(({ id }) => id)).toEqual(["P1"]);
    expect(roster?.teachers.map(({ id }) => id)).toEqual(["T1"]);
  });

  it("knows no roster of SDS 2.1 without roles", () => {
    expect(read("sds-2.1", sds21Layout, { without: ["roles.csv"] })).toBeUndefined();
  });
});
