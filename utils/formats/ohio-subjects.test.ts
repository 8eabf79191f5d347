import { describe, expect, it } from "vitest";
import { gradesOf, ohioSubjects, readGrade, readSubject } from "./ohio-subjects.ts";

describe("a subject of the verification", () => {
  it.each<[string, string | undefined, number | undefined]>([
    ["Mathematics", "Mathematics", undefined],
    ["math", "Mathematics", undefined],
    ["Grade 4 Mathematics", "Mathematics", 4],
    ["Math 7", "Mathematics", 7],
    ["5th Grade Science", "Science", 5],
    ["ELA", "English Language Arts", undefined],
    ["ENGLISH LANGUAGE ARTS 06", "English Language Arts", 6],
    ["Algebra 1", "Algebra I", undefined],
    ["Integrated Math II", "Integrated Mathematics II", undefined],
    ["English I", "English I", undefined],
    ["English III", undefined, undefined],
    ["Algebra II", undefined, undefined],
    ["Algebra 2", undefined, undefined],
    ["Biology 2", undefined, undefined],
    ["Visual Art", undefined, undefined],
    ["", undefined, undefined],
  ])("%s is %s of grade %s", (text, subject, grade) => {
    expect(readSubject(text)).toEqual(subject === undefined ? undefined : { subject, grade });
  });

  it("reads every name of the list as itself", () => {
    expect(ohioSubjects).toHaveLength(12);
    for (const subject of ohioSubjects) expect(readSubject(subject)).toEqual({ subject, grade: undefined });
  });

  it("has grades unless it is a high school course", () => {
    expect(gradesOf("Science")).toEqual([5, 8]);
    expect(gradesOf("Geometry")).toBeUndefined();
  });
});

describe("a grade", () => {
  it.each([
    ["05", 5],
    ["5", 5],
    ["5th", 5],
    ["Grade 8", 8],
    ["12", 12],
    ["K", undefined],
    ["", undefined],
    ["4-5", undefined],
  ])("%s is %s", (text, grade) => {
    expect(readGrade(text)).toBe(grade);
  });
});
