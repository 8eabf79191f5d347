import { expect, test } from "vitest";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { rosterFromWorkbook } from "./roster-from-workbook.ts";

const header = [
  "School_Internal_ID",
  "School_Name",
  "Teacher_Internal_ID",
  "Teacher_Last_Name",
  "Class_Internal_ID",
  "Class_Name",
  "Student_Internal_ID",
  "Student_First_Name",
  "Student_Birth_Date",
];

const read = (rows: string[], columns = header) => {
  const table = tableFromRows(
    "roster.csv",
    columns,
    rows.map((row) => row.split(",")),
  );
  const format = findFormat("cli-engage-workbook")!;
  const files = makeRoleTables(format, [{ role: "roster", file: "roster.csv" }], [table]);
  return rosterFromWorkbook(files.get("roster")!, { name: "roster.csv", checkedAt: "2026-11-16T08:00:00Z" });
};

test("every row places one student in one homeroom", () => {
  const roster = read([
    "S1,Elm,T1,Vega,C1,Vega AM,1,Ana,2021-04-05",
    "S1,Elm,T1,Vega,C1,Vega AM,2,Beto,2021-04-05",
    "S1,Elm,T2,Gil,C2,Gil PM,1,Anna,2021-04-05",
  ])!;
  expect(roster.students).toMatchObject([
    {
      id: "1",
      fields: { firstName: "Ana", birthDate: "2021-04-05" },
      sectionIds: ["C1", "C2"],
      schoolId: "S1",
      line: 2,
    },
    { id: "2", sectionIds: ["C1"], line: 3 },
  ]);
  expect(roster.sections).toMatchObject([
    { id: "C1", title: "Vega AM", teacherIds: ["T1"], homeroom: true },
    { id: "C2", teacherIds: ["T2"] },
  ]);
  expect(roster.teachers.map(({ id, lastName }) => [id, lastName])).toEqual([
    ["T1", "Vega"],
    ["T2", "Gil"],
  ]);
  expect(roster.schools).toEqual([{ id: "S1", name: "Elm" }]);
});

test("rows without an id are as many people, and a row without a class places nobody", () => {
  const roster = read(["S1,Elm,T1,Vega,C1,Vega AM,,Ana,2021-04-05", "S1,Elm,T1,Vega,,,,Ana,2021-04-05"])!;
  expect(roster.students.map(({ id, sectionIds }) => [id, sectionIds])).toEqual([
    ["", ["C1"]],
    ["", []],
  ]);
});

test("there is no roster without the students' or the classes' ids", () => {
  expect(read(["Ana"], ["Student_First_Name"])).toBeUndefined();
});
