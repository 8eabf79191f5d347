import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { FileProblem } from "./table.ts";
import { declare, rosterRows, sharedRow, sheetXml, text, workbook } from "./workbook.fixture.ts";
import { openBeside, zeros } from "./zip.fixture.ts";

describe("a workbook that is not read", () => {
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
      { limit: "1,048,576 rows" },
    ],
    [
      "that claims a column far right",
      "r.xlsx",
      () => workbook({ A: sheetXml(`<row r="1">${text("ZZZ1", "x")}</row>`) }),
      "file-too-large",
      { limit: "200 columns" },
    ],
    [
      "of too many shared texts",
      "r.xlsx",
      () =>
        declare(workbook({ A: sheetXml("") }, { "xl/sharedStrings.xml": strToU8("<sst/>") }), 2 ** 27 + 1),
      "file-too-large",
      { limit: "128 MB", saveAs: "CSV" },
    ],
    [
      "of which the shared texts are a bomb",
      "r.xlsx",
      () =>
        workbook({ A: sheetXml(sharedRow) }, { "xl/sharedStrings.xml": strToU8("<si/>".repeat(2_000_000)) }),
      "unsafe-zip",
      { because: "ratio" },
    ],
    [
      "of which the sheet is a bomb",
      "r.xlsx",
      () => workbook({ A: sheetXml("<row/>".repeat(2_000_000)) }),
      "unsafe-zip",
      { because: "ratio" },
    ],
    [
      "with text that has no end",
      "r.xlsx",
      () => workbook({ A: sheetXml(sharedRow) }, { "xl/sharedStrings.xml": [zeros(3), { level: 0 }] }),
      "unreadable-workbook",
      {},
    ],
    [
      "with a document type, which may define entities",
      "r.xlsx",
      () => workbook({ A: `<!DOCTYPE w [<!ENTITY a "aaaa">]>${sheetXml(text("A1", "&a;"))}` }),
      "unreadable-workbook",
      {},
    ],
    [
      "with elements in elements without an end",
      "r.xlsx",
      () => workbook({ A: sheetXml("<row>".repeat(5000)) }),
      "unreadable-workbook",
      {},
    ],
    [
      "that names a shared text it does not have",
      "r.xlsx",
      () => workbook({ A: sheetXml(sharedRow) }, { "xl/sharedStrings.xml": strToU8("<sst><si/></sst>") }),
      "unreadable-workbook",
      {},
    ],
    [
      "with rows that go back",
      "r.xlsx",
      () =>
        workbook({ A: sheetXml(`<row r="2">${text("A2", "x")}</row><row r="1">${text("A1", "x")}</row>`) }),
      "unreadable-workbook",
      {},
    ],
  ])("%s", async (_, name, make, kind, args) => {
    const [opened] = await openBeside(name, make());
    expect(opened!.table).toBeUndefined();
    expect(opened!.problems).toMatchObject([{ kind, fatal: true, args }]);
  });
});
