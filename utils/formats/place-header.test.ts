import { describe, expect, it } from "vitest";
import type { Field } from "./format.ts";
import { formats } from "./index.ts";
import { placeHeader } from "./place-header.ts";

const header = ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"];
const row = ["S1", "", "", "Lakeview Elementary", "school", "480001", "D1"];
const other = ["S2", "", "", "Oak Elementary", "school", "480002", "D1"];

/** A value of the field's type, and another one. */
const valuesOf = (field: Field): [string, string] => {
  if (field.values !== undefined) return [field.values[0] ?? "", field.values[1] ?? field.values[0] ?? ""];
  if (field.dateForms?.[0] === "YYYYMMDD") return ["20260817", "20260818"];
  const byType: Partial<Record<Field["type"], [string, string]>> = {
    date: ["2026-08-17", "2026-08-18"],
    datetime: ["2026-08-17T06:00:00.000Z", "2026-08-18T06:00:00.000Z"],
    year: ["2027", "2026"],
    boolean: ["true", "false"],
    float: ["12.5", "3"],
    integer: ["12", "3"],
    email: ["ana@example.org", "bo@example.org"],
    userId: ["{SIS:12}", "{SIS:13}"],
    guid: ["0b6f7a10-6d3c-4a5e-9d0b-6a1f6c6f0a01", "0b6f7a10-6d3c-4a5e-9d0b-6a1f6c6f0a02"],
    phone: ["+15125550100", "+15125550101"],
  };
  return byType[field.type] ?? ["1001", "1002"];
};

describe("placeHeader", () => {
  it.each([
    ["on the first row", [header, row], 0],
    ["below a title", [["Lakeview ISD"], header, row], 1],
    ["below a title as wide as the file", [["Lakeview ISD", "", "", "", "", "", ""], header, row], 1],
    [
      "below three lines of groups",
      [["", "School", ""], ["", "", ""], ["as of", "2026-11-01"], header, row],
      3,
    ],
    ["when misspelt here and there", [["sourcedID", "Status", "lastModified", "nme", "type"], row], 0],
    [
      "when nobody knows a word of it",
      [
        ["Ruta", "Conductor", "Parada"],
        ["12", "Ana", "4"],
      ],
      0,
    ],
    [
      "when years are among the columns",
      [
        ["Student", "2025", "2026"],
        ["Ana", "4", "5"],
        ["Bo", "3", "4"],
      ],
      0,
    ],
    ["alone", [header], 0],
    ["in an empty file", [], 0],
  ])("finds the header %s", (_name, rows, at) => {
    expect(placeHeader(rows, "orgs.csv")).toEqual({ row: at });
  });

  it("knows the LEA's own headers, wherever they hold", () => {
    const rows = [["Bericht"], ["Kennung", "Bezeichnung"], ["1", "2"]];
    expect(placeHeader(rows, "a.csv")).toEqual({ row: 0 });
    const names = { Kennung: "sourcedId", Bezeichnung: "name" };
    expect(placeHeader(rows, "a.csv", names)).toEqual({ row: 1 });
    expect(placeHeader(rows, "a.csv", (format) => (format === "sds-1" ? names : {}))).toEqual({ row: 1 });
  });

  it("says what columns a file without a header appears to hold, by its name and values", () => {
    expect(placeHeader([row, other], "orgs.csv")).toMatchObject({ row: -1, header });
  });

  it.each<[string, string, string[][], readonly string[] | undefined]>([
    [
      "a type of its list",
      "orgs.csv",
      [
        ["elm", "", "", "Elm Elementary", "school", "", "ISD"],
        ["ISD", "", "", "Lakeview ISD", "district", "", ""],
      ],
      header,
    ],
    [
      "the same, in a file of another name",
      "places.csv",
      [
        ["elm", "", "", "Elm Elementary", "school", "", "ISD"],
        ["oak", "", "", "Oak Elementary", "school", "", "ISD"],
      ],
      undefined,
    ],
    [
      "a header in other words",
      "orgs.csv",
      [
        ["Kennung", "Stand", "Datum", "Bezeichnung", "Art", "Nummer", "Träger"],
        ["elm", "", "", "Elm Elementary", "school", "", "ISD"],
      ],
      undefined,
    ],
  ])("tells words from headers by %s", (_name, file, rows, expected) => {
    expect(placeHeader(rows, file)).toEqual(
      expected === undefined ? { row: 0 } : expect.objectContaining({ row: -1, header: expected }),
    );
  });

  it.each<[string, string[][], boolean]>([
    [
      "words that recur below, each in its column",
      [
        ["Elm", "Kinder", "Ana", "Ortiz"],
        ["Elm", "Kinder", "Bo", "Lee"],
        ["Oak", "First", "Ana", "Ruiz"],
      ],
      true,
    ],
    [
      "one word alone that does",
      [
        ["Elm", "Kinder", "Ana", "Ortiz"],
        ["Elm", "First", "Bo", "Lee"],
        ["Elm", "First", "Eva", "Ruiz"],
      ],
      false,
    ],
    [
      "a header repeated on each page",
      [
        ["Escuela", "Clase", "Persona"],
        ["Elm", "Kinder", "Ana"],
        ["Escuela", "Clase", "Persona"],
      ],
      false,
    ],
    [
      "words that recur in another column",
      [
        ["Ana", "Ortiz", "Elm"],
        ["Ortiz", "Elm", "Ana"],
        ["Elm", "Ana", "Ortiz"],
      ],
      false,
    ],
    [
      "two rows",
      [
        ["Elm", "Kinder", "Ana"],
        ["Elm", "Kinder", "Bo"],
      ],
      false,
    ],
  ])("a file of %s", (_name, rows, isData) => {
    const columns = (rows[0] ?? []).map((_, at) => `Column ${at + 1}`);
    expect(placeHeader(rows, "a.csv")).toEqual(isData ? { row: -1, header: columns, like: "" } : { row: 0 });
  });

  it("numbers the columns when their values fit no file, or two files alike", () => {
    const rows = [
      ["SPA-310", "101", "SHS", "9"],
      ["SPA-310", "102", "SHS", "9"],
    ];
    expect(placeHeader(rows, "grades.csv")).toEqual({
      row: -1,
      header: ["Column 1", "Column 2", "Column 3", "Column 4"],
      like: "",
    });
  });

  it.each([
    ["one row alone", [["1", "2", "3"]]],
    [
      "words only",
      [
        ["Ana", "Ortiz"],
        ["Bo", "Lee"],
      ],
    ],
    [
      "rows that differ",
      [
        ["1", "2"],
        ["Ana", "Ortiz"],
      ],
    ],
  ])("takes the first row for the header of %s, as ever", (_name, rows) => {
    expect(placeHeader(rows, "a.csv")).toEqual({ row: 0 });
  });
});

describe.each(formats.map((format) => [format.id, format] as const))("files of %s", (id, format) => {
  it.each(format.files.map((spec) => [spec.fileName, spec] as const))("%s", (fileName, spec) => {
    const names = spec.fields.map(({ name }) => name);
    const rows = [0, 1].map((at) => spec.fields.map((field) => valuesOf(field)[at] ?? ""));
    expect(placeHeader([names, ...rows], fileName)).toEqual({ row: 0 });
    expect(placeHeader([["A title"], names, ...rows], fileName)).toEqual({ row: names.length > 1 ? 1 : 0 });
    const without = placeHeader(rows, fileName);
    // Never another file's columns: its own, numbers, or the first row as it stands.
    if ("like" in without && without.like !== "") {
      expect(without.header, id).toHaveLength(names.length);
      expect(without.like).toContain(fileName);
    }
  });
});
