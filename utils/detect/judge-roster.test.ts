import { describe, expect, it } from "vitest";
import { chooseColumns, factsOf } from "./classify-columns.ts";
import { type ColumnKind, kindsOfHeader } from "./header-words.ts";
import { judgeRoster, sureEnough } from "./judge-roster.ts";

const names = ["Rivera, Ana", "Roy, Ben", "Poe, Cy", "Orr, Dina", "Moss, Eve", "Ng, Flo"];
const adults = ["Ms. Ana Rivera", "Mr. Ben Roy", "Mrs. Cy Poe", "Dr. Dina Orr", "Ms. Eve Moss", "Mr. Flo Ng"];
const ids = ["100214", "100377", "100402", "100518", "100690", "100733"];
const grades = ["03", "03", "04", "03", "04", "04"];
const births = ["3/4/2016", "5/6/2016", "7/8/2015", "1/2/2016", "9/9/2015", "2/3/2015"];
const marks = ["88", "92.5", "--", "71", "100", "64"];

const judge = (columns: Record<string, string[]>, near: string[] = [], page: string[] = []) => {
  const facts = Object.entries(columns).map(([header, values], at) =>
    factsOf({ key: String(at), header, values }, 2026),
  );
  return judgeRoster(chooseColumns(facts), { near, page }, { strength: 0 });
};

describe("a roster", () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ["by its headers alone", { "Student Name": names, "Student ID": ids, Grade: grades }, []],
    ["in Spanish", { "Apellidos, Nombre": names, Matrícula: ids, Grado: grades }, ["Lista de alumnos"]],
    ["by birth dates", { Name: names, DOB: births, Gr: grades }, []],
    ["of names and ids under its heading", { Name: names, ID: ids }, ["Class Roster"]],
    [
      "with a homeroom teacher in each row",
      { Student: names, "Perm ID": ids, Teacher: Array(6).fill("Ms. Chen") },
      [],
    ],
  ])("%s", (_, columns, near) => {
    expect(judge(columns, near).confidence).toBeGreaterThanOrEqual(sureEnough);
  });
});

describe("no roster", () => {
  it.each<[string, Record<string, string[]>, string[], string[]]>([
    [
      "a gradebook",
      { Student: names, "Student ID": ids, "Quiz 1": marks, Homework: marks, Final: marks },
      [],
      ["Gradebook"],
    ],
    [
      "marks without a heading",
      { Student: names, "Student ID": ids, "Unit 1": marks, "Unit 2": marks, "Unit 3": marks },
      [],
      [],
    ],
    [
      "the staff",
      {
        Name: names,
        "Employee ID": ids,
        Position: Array(6).fill("Teacher"),
        Department: ["Art", "Math", "Art", "PE", "Math", "ELA"],
      },
      [],
      ["Staff Directory"],
    ],
    ["adults by their titles", { Name: adults, ID: ids }, [], ["People"]],
    ["dropped students", { Student: names, "Student ID": ids, Grade: grades }, ["Dropped Students"], []],
    [
      "those who have left, by the date",
      { Student: names, "Student ID": ids, "Drop Date": births.map((day) => day.replace(/\d{4}/, "2026")) },
      [],
      [],
    ],
    ["those one may add", { Student: names, "Student ID": ids }, ["Students not in this class"], []],
    [
      "an attendance log",
      { Student: names, Date: births, Status: ["Absent", "Tardy", "Present", "Absent", "Excused", "Absent"] },
      [],
      ["Attendance"],
    ],
    ["names and nothing else", { Name: names }, [], []],
  ])("%s", (_, columns, near, page) => {
    expect(judge(columns, near, page).confidence).toBeLessThan(sureEnough);
  });
});

describe("header words", () => {
  it.each<[string, ColumnKind]>([
    ["Student ID ↕", "id"],
    ["STUDENT NUMBER*", "id"],
    ["Sort by Name", "name"],
    ["Name: activate to sort column ascending", "name"],
    ["State Unique ID (TSDS)", "stateId"],
    ["Fecha de nacimiento", "birthDate"],
    ["Número de alumno", "id"],
    ["Drop Date", "leaving"],
    ["Grade Level*", "gradeLevel"],
  ])("%s is %s", (header, kind) => expect(kindsOfHeader(header)[0]).toBe(kind));

  it("says nothing of words it does not know", () => {
    for (const header of [
      "",
      "Notes to self about nothing in particular here",
      "constructor",
      "__proto__",
      "Locker",
    ])
      expect(kindsOfHeader(header)).toEqual([]);
  });
});

describe("one column", () => {
  it("is no identity when it numbers the rows, repeats, or is a date", () => {
    const choose = (values: string[], header = "") =>
      chooseColumns([
        factsOf({ key: "0", header: "Student", values: names }, 2026),
        factsOf({ key: "1", header, values }, 2026),
      ]).id?.key;
    expect(choose(ids)).toBe("1");
    expect(choose(["1", "2", "3", "4", "5", "6"])).toBeUndefined();
    expect(choose(["7", "7", "7", "7", "7", "7"], "Student ID")).toBeUndefined();
    expect(choose(births)).toBeUndefined();
  });
});
