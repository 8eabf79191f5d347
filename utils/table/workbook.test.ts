import { describe, expect, test } from "vitest";
import { rosterRows, sheetXml, text, workbook } from "./workbook.fixture.ts";
import { openBeside, zip } from "./zip.fixture.ts";

describe("workbooks", () => {
  test("text and numbers as written, dates as ISO, rows by their numbers, the first sheet with data", async () => {
    const content = workbook({ Empty: sheetXml(""), Roster: sheetXml(rosterRows) });
    for (const name of ["roster.xlsx", "roster.zip"]) {
      const [opened] = await openBeside(name, content);
      const table = opened!.table!;
      expect(opened!.problems).toEqual([]);
      expect(table.file).toMatchObject({
        name: `${name}/Roster`,
        rows: 2,
        columns: 4,
        encoding: "utf-8",
        delimiter: "",
        lineEnding: "none",
        bytes: content.length,
      });
      expect(table.header).toEqual(["id", "name", "born", "on"]);
      const row = (index: number) => table.columns.map((column) => column.valueOf(column.codes[index]!));
      expect(row(0)).toEqual(["00123", " Zoë ", "2020-01-01", "TRUE"]);
      expect(row(1)).toEqual(["12345678901234", "b", "2020-01-01T12:00:00.000Z", "1.50"]);
      expect([table.lineOf(0), table.lineOf(1)]).toEqual([3, 6]);
    }
  });

  test("an error in a cell leaves it empty, a formula gives its last value", async () => {
    const rows = `<row r="1">${text("A1", "id")}${text("B1", "name")}</row><row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="str"><f>UPPER("a")</f><v>A</v></c></row>`;
    const [opened] = await openBeside("r.xlsx", workbook({ A: sheetXml(rows) }));
    expect(opened!.table!.columns.map((column) => column.valueOf(0))).toEqual(["", "A"]);
  });

  test("inside a zip", async () => {
    const content = zip({ "in/roster.xlsx": [workbook({ Roster: sheetXml(rosterRows) }), { level: 0 }] });
    const [opened] = await openBeside("p.zip", content);
    expect(opened!.file).toBe("p.zip/in/roster.xlsx/Roster");
    expect(opened!.table!.rows).toBe(2);
  });

  test("a cell without a place is the next one, a row without a number the next or its first cell's", async () => {
    const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row>${cell("id")}${cell("name")}</row><row/><row>${cell("1")}<c/>${cell("far")}</row><row>${text("B9", "b")}</row>`;
    const [opened] = await openBeside("r.xlsx", workbook({ A: sheetXml(rows) }));
    const table = opened!.table!;
    expect(table.header).toEqual(["id", "name", ""]);
    expect([table.lineOf(0), table.lineOf(1)]).toEqual([3, 9]);
    expect(table.columns.map((column) => column.valueOf(column.codes[0]!))).toEqual(["1", "", "far"]);
    expect(table.columns.map((column) => column.valueOf(column.codes[1]!))).toEqual(["", "b", ""]);
  });

  test("a day past the calendar stays the number it is", async () => {
    const rows = `<row r="1">${text("A1", "born")}</row><row r="2"><c r="A2" s="1"><v>99999999999</v></c></row>`;
    const [opened] = await openBeside("r.xlsx", workbook({ A: sheetXml(rows) }));
    expect(opened!.table!.columns[0]!.valueOf(0)).toBe("99999999999");
  });

  test("references to letters past 16 bits", async () => {
    const rows = `<row r="1">${text("A1", "id")}</row><row r="2">${text("A2", "&#x1F600;&#128513;&#x110000;")}</row>`;
    const [opened] = await openBeside("r.xlsx", workbook({ A: sheetXml(rows) }));
    expect(opened!.table!.columns[0]!.valueOf(0)).toBe("\u{1F600}\u{1F601}&#x110000;");
  });
});
