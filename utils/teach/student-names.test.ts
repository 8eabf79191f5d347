import { describe, expect, it } from "vitest";
import { namesStudent, withoutStudent } from "./student-names.ts";

const students = [
  { fields: { firstName: "Khloe", lastName: "Zúñiga" } },
  { fields: { firstName: "Ana María", lastName: "De León" } },
  { fields: { lastName: "Grade" } },
];

describe("labels that name a student", () => {
  it.each([
    ["Grade of Khloe Zúñiga", "Grade"],
    ["Grado de Ana María De León", "Grado"],
    ["Birth date: De León, Ana María", "Birth date"],
    ["KHLOE ZÚÑIGA", ""],
    ["Remove for Zúñiga Khloe (10)", "Remove"],
  ])("%s becomes %j", (text, left) => {
    expect(namesStudent(text, students)).toBe(true);
    expect(withoutStudent(text, students)).toBe(left);
  });

  it.each(["Grade", "Grade level", "Student, last first", "Zúñiga", ""])("%j stays as it is", (text) => {
    expect(namesStudent(text, students)).toBe(false);
    expect(withoutStudent(text, students)).toBe(text);
  });
});
