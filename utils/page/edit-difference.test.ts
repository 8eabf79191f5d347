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
