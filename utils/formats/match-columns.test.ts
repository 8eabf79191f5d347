import { describe, expect, it } from "vitest";
import { cliEngageWorkbook } from "./cli-engage-workbook.ts";
import { findNearest, matchColumns } from "./match-columns.ts";
import { oneRoster11 } from "./oneroster-1.1.ts";

const spec = (role: string) => {
  const found = [...oneRoster11.files, ...cliEngageWorkbook.files].find((file) => file.role === role);
  if (found === undefined) throw new Error(`no file ${role}`);
  return found;
};

describe("matchColumns", () => {
  it("matches letter for letter, whatever the order", () => {
    const match = matchColumns(["type", "name", "sourcedId"], spec("orgs"));
    expect(Object.fromEntries(match.fieldColumn)).toEqual({ type: 0, name: 1, sourcedId: 2 });
    expect(match.inexact).toEqual([]);
    expect(match.unknown).toEqual([]);
  });

  it("matches without case, blanks and punctuation, and says so", () => {
    const match = matchColumns(["SourcedID", "birth_date", "Sex"], spec("demographics"));
    expect(match.inexact).toEqual([
      { field: "sourcedId", header: "SourcedID", by: "spelling" },
      { field: "birthDate", header: "birth_date", by: "spelling" },
      { field: "sex", header: "Sex", by: "spelling" },
    ]);
  });

  it("prefers the exact header to an alias of the same field", () => {
    const match = matchColumns(["userSourcedId", "sourcedId"], spec("demographics"));
    expect(match.fieldColumn.get("sourcedId")).toBe(1);
    expect(match.unknown.map(({ header }) => header)).toEqual(["userSourcedId"]);
  });

  it("knows the names of older versions and common misspellings", () => {
    const match = matchColumns(["userSourcedId", "dataLastModified"], spec("demographics"));
    expect(match.inexact.map(({ field, by }) => [field, by])).toEqual([
      ["sourcedId", "alias"],
      ["dateLastModified", "alias"],
    ]);
  });

  it("lets the LEA's mapping decide before anything else", () => {
    const header = ["ID", "Student_Internal_ID", "Fecha de nacimiento"];
    const match = matchColumns(header, spec("roster"), {
      id: "Student_Internal_ID",
      "FECHA DE NACIMIENTO": "Student_Birth_Date",
      other: "No_Such_Field",
    });
    expect(match.fieldColumn.get("Student_Internal_ID")).toBe(0);
    expect(match.fieldColumn.get("Student_Birth_Date")).toBe(2);
    expect(match.unknown.map(({ header: name }) => name)).toEqual(["Student_Internal_ID"]);
  });

  it.each([
    ["enableUser", "enabledUser"],
    ["familyNames", "familyName"],
    ["colour", undefined],
  ])("suggests for %s the nearest field that the file lacks: %s", (header, nearest) => {
    const { unknown, fieldColumn } = matchColumns([header], spec("users"));
    expect(unknown).toEqual([{ header, index: 0 }]);
    expect(findNearest(header, spec("users"), fieldColumn)).toBe(nearest);
  });

  it("suggests no field that the file has already", () => {
    const { fieldColumn } = matchColumns(["enableUser", "enabledUser"], spec("users"));
    expect(findNearest("enableUser", spec("users"), fieldColumn)).toBeUndefined();
  });

  it("passes over metadata columns and blank headers", () => {
    expect(matchColumns(["metadata.city", "", "  ", "__proto__"], spec("orgs")).unknown).toEqual([
      { header: "__proto__", index: 3 },
    ]);
  });
});
