import { strToU8, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";
import type { FileProblem } from "./table.ts";
import { openBeside, zeros, zip } from "./zip.fixture.ts";

const sheetXml = (rows: string, extra = "") =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${extra}</worksheet>`;
const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const workbook = (sheets: Record<string, string>, more: Zippable = {}): Uint8Array => {
  const names = Object.keys(sheets);
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId99" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(sheets[name]!)]),
    ),
    ...more,
  });
};

const rosterRows =
  `<row r="2">${text("A2", "id")}${text("B2", "name")}${text("C2", "born")}${text("D2", "on")}</row>` +
  `<row r="3">${text("A3", "00123")}${text("B3", " Zoë ")}<c r="C3" s="1"><v>43831</v></c><c r="D3" t="b"><v>1</v></c></row>` +
  `<row r="6"><c r="A6"><v>1.2345678901234E+13</v></c>${text("B6", "b")}<c r="C6" s="1"><v>43831.5</v></c><c r="D6"><v>1.50</v></c></row>`;

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

  const ole2 = (name: string) => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes[30] = 9;
    bytes[48] = 1;
    for (let index = 0; index < name.length; index++) bytes[1024 + 128 + index * 2] = name.charCodeAt(index);
    return bytes;
  };

  test.each<[string, string, () => Uint8Array, FileProblem["kind"], object]>([
    [
      "with a password",
      "r.xlsx",
      () => ole2("EncryptedPackage"),
      "encrypted-file",
      { found: "a workbook with a password" },
    ],
    ["in the old format, renamed", "r.xlsx", () => ole2("Workbook"), "wrong-file-type", {}],
    ["in the old format", "r.xls", () => ole2("Workbook"), "wrong-file-type", {}],
    [
      "cut short",
      "r.xlsx",
      () => workbook({ A: sheetXml(rosterRows) }).slice(0, 900),
      "unreadable-workbook",
      {},
    ],
    ["that is a PDF", "r.xlsx", () => strToU8("%PDF-1.7 "), "wrong-file-type", { found: "a PDF document" }],
    ["that is text", "r.xlsx", () => strToU8("id,name\n1,a\n"), "unreadable-workbook", {}],
    ["without a sheet", "r.xlsx", () => workbook({ A: "<worksheet><sheetData>" }), "unreadable-workbook", {}],
    ["with nothing in it", "r.xlsx", () => workbook({ A: sheetXml("") }), "empty-file", {}],
    [
      "that claims a row far down",
      "r.xlsx",
      () =>
        workbook({
          A: sheetXml(`${rosterRows}<row spans="1:1" r="999999999">${text("A999999999", "x")}</row>`),
        }),
      "file-too-large",
      { limit: "200,000 rows" },
    ],
    [
      "that claims a column far right",
      "r.xlsx",
      () => workbook({ A: sheetXml(`<row r="1">${text("ZZZ1", "x")}</row>`) }),
      "file-too-large",
      { limit: "200 columns" },
    ],
    [
      "of too much XML",
      "r.xlsx",
      () => workbook({ A: sheetXml("") }, { "xl/worksheets/sheet2.xml": zeros(65) }),
      "file-too-large",
      { limit: "64 MB" },
    ],
    [
      "that is a bomb",
      "r.xlsx",
      () => workbook({ A: sheetXml("") }, { "xl/sharedStrings.xml": zeros(9) }),
      "unsafe-zip",
      {},
    ],
  ])("%s", async (_, name, make, kind, args) => {
    const [opened] = await openBeside(name, make());
    expect(opened!.table).toBeUndefined();
    expect(opened!.problems).toMatchObject([{ kind, fatal: true, args }]);
  });

  test("a row number is seen wherever a chunk cuts it", async () => {
    const far = '<row r="999999999">';
    for (let shift = 0; shift <= far.length; shift++) {
      const lead = sheetXml("").indexOf("<sheetData>") + "<sheetData>".length;
      const padding = `<!--${"x".repeat(65_536 - shift - lead - 7)}-->`;
      const sheet = strToU8(
        sheetXml(`${padding}${far}${text("A999999999", "x").replace(/ r="\w+"/, "")}</row>`),
      );
      const [opened] = await openBeside(
        "r.xlsx",
        workbook({ A: "" }, { "xl/worksheets/sheet1.xml": [sheet, { level: 0 }] }),
      );
      expect(opened!.problems).toMatchObject([{ kind: "file-too-large", args: { limit: "200,000 rows" } }]);
    }
  });
});
