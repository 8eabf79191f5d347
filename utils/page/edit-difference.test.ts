import { describe, expect, it } from "vitest";
import type { Edit, PageRoster } from "../messages/contracts.ts";
import { arrivalsIn, canShow, departuresIn, differencesIn } from "./edit-difference.ts";

/** A class whose page shows no ids. */
const named = (...students: [first: string, last: string, grade?: string][]): PageRoster => ({
  schools: [],
  sections: [{ id: "A", title: "A", teacherIds: [], homeroom: true }],
  students: students.map(([firstName, lastName, gradeLevel = "01"]) => ({
    id: "",
    fields: { firstName, lastName, gradeLevel, status: "" },
    sectionIds: ["A"],
  })),
  seen: students.length,
  whole: true,
});
const edit = (change: Edit["change"], more: Partial<Edit> = {}): Edit => ({
  change,
  studentId: "",
  sectionId: "A",
  schoolId: "",
  ...more,
});
const before = named(["Ana", "Rivera"], ["Ben", "Okafor"]);

describe("students of whom the page shows no id", () => {
  const grade = edit("correct-details", { field: "gradeLevel", name: "Ana Rivera" });
  const edits = new Map([["gradeLevel", grade]]);

  it("are told by their name where what was changed shows otherwise", () => {
    expect(differencesIn({ edits, before }, [named(["Ana", "Rivera", "02"], ["Ben", "Okafor"])])).toEqual([
      { ...grade, before: "01", after: "02" },
    ]);
  });

  it("are not told where two have the same name", () => {
    const two = named(["Ana", "Rivera"], ["Ana", "Rivera"]);
    const after = [named(["Ana", "Rivera", "02"], ["Ana", "Rivera"])];
    expect(differencesIn({ edits, before: two }, after)).toEqual([]);
  });

  it("come and go by their names", () => {
    expect(departuresIn(edit("withdraw", { name: "Ben Okafor" }), before, named(["Ana", "Rivera"]))).toEqual([
      edit("withdraw", { name: "Ben Okafor" }),
    ]);
    const more = named(["Ana", "Rivera"], ["Ben", "Okafor"], ["Cy", "Yang"]);
    expect(arrivalsIn(edit("enroll-new-student"), before, more)).toEqual([
      edit("enroll-new-student", { name: "Cy Yang" }),
    ]);
  });
});

describe("canShow", () => {
  it.each<[string, Partial<Edit>, boolean]>([
    ["a field that was read", { field: "gradeLevel", name: "Ana Rivera" }, true],
    ["a name", { field: "name", name: "Ana Rivera" }, true],
    ["a field in which nothing was read", { field: "status", name: "Ana Rivera" }, false],
    ["no field", { name: "Ana Rivera" }, false],
    ["somebody unknown", { field: "gradeLevel", name: "Zoila Paz" }, false],
  ])("%s", (_, more, shows) => expect(canShow(edit("correct-details", more), before)).toBe(shows));
});

describe("a student who is in another class", () => {
  const inClass = (id: string, ...ids: string[]): PageRoster => ({
    schools: [],
    sections: [{ id, title: id, teacherIds: [], homeroom: true }],
    students: ids.map((student) => ({ id: student, fields: { firstName: "Ana" }, sectionIds: [id] })),
    seen: ids.length,
    whole: true,
  });
  const touched = edit("correct-details", { field: "firstName", studentId: "1" });
  const was = { edits: new Map([["firstName", touched]]), before: inClass("A", "1", "2") };

  it.each<[string, PageRoster[], Edit["change"][]]>([
    [
      "has moved where this class is shown without them",
      [inClass("A", "2"), inClass("B", "1")],
      ["move-between-classes"],
    ],
    ["tells nothing where this class is not shown", [inClass("B", "1")], []],
    ["has not moved where they are in this class still", [inClass("A", "1"), inClass("B", "1")], []],
  ])("%s", (_, after, changes) => {
    expect(differencesIn(was, after).map(({ change }) => change)).toEqual(changes);
  });
});
