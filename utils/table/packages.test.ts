import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Opened, type OpenOptions, openPackage } from "./open-package.ts";
import type { FileProblem } from "./table.ts";

const openAll = async (name: string, content: Uint8Array, options: OpenOptions = {}): Promise<Opened[]> => {
  const all: Opened[] = [];
  const sources = [
    { name, blob: new Blob([content as BlobPart]) },
    { name: "good.csv", blob: new Blob([users]) },
  ];
  for await (const opened of openPackage(sources, options)) all.push(opened);
  const last = all.pop();
  expect(last, "the rest of the package is read").toMatchObject({ file: "good.csv", problems: [] });
  return all;
};

const users = "sourcedId,name\r\nu1,Zoë\r\nu2,b\r\n";
const zip = (files: Zippable) => zipSync(files, { level: 6 });
const usersZip = () => zip({ "users.csv": strToU8(users), "orgs.csv": strToU8("sourcedId\no1\n") });

/** Positions of a 4-byte signature: local headers, directory entries, the end record. */
const find = (bytes: Uint8Array, signature: number): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) found.push(at);
  return found;
};
const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
const patch = (bytes: Uint8Array, at: number, value: number, length: 2 | 4): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (length === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return bytes;
};
const encrypt = (bytes: Uint8Array, which: number[]): Uint8Array => {
  for (const index of which) {
    patch(bytes, find(bytes, local)[index]! + 6, 1, 2);
    patch(bytes, find(bytes, central)[index]! + 8, 1, 2);
  }
  return bytes;
};
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(0x61);

const kinds = (opened: Opened[]) =>
  opened.map(({ file, problems }) => [file, problems.map(({ kind }) => kind)]);

describe("zips are read", () => {
  test("each file of one, in its order, by its path", async () => {
    const all = await openAll("p.zip", usersZip());
    expect(kinds(all)).toEqual([
      ["p.zip/users.csv", []],
      ["p.zip/orgs.csv", []],
    ]);
    expect(all[0]!.table!.column("name")!.valueOf(0)).toBe("Zoë");
    expect(all[0]!.table!.file).toMatchObject({ name: "p.zip/users.csv", bytes: 31, lineEnding: "crlf" });
  });

  test("with stored entries, a folder inside, and what systems leave behind", async () => {
    const content = zip({
      "export/users.csv": [strToU8(users), { level: 0 }],
      "__MACOSX/export/._users.csv": strToU8("x"),
      "export/.DS_Store": strToU8("x"),
      "export/users.csv:Zone.Identifier": strToU8("[ZoneTransfer]"),
      "empty/": new Uint8Array(0),
    });
    const all = await openAll("p.zip", content);
    expect(kinds(all)).toEqual([["p.zip/export/users.csv", []]]);
    expect(all[0]!.table!.rows).toBe(2);
  });

  test("past one megabyte, in small pieces, in another encoding", async () => {
    const text = `id,name\n${Array.from({ length: 120_000 }, (_, index) => `${index},José ${index % 99}\n`).join("")}`;
    const latin = new Uint8Array([...text].map((character) => character.charCodeAt(0)));
    const [opened] = await openAll("p.zip", zip({ "a.csv": latin }), { pieceBytes: 5000 });
    expect(opened!.table!.file).toMatchObject({ rows: 120_000, encoding: "windows-1252" });
    expect(opened!.problems.map(({ kind }) => kind)).toEqual(["not-utf-8"]);
  });

  test("with a broken file among good ones", async () => {
    const all = await openAll("p.zip", zip({ "a.csv": strToU8("%PDF-1.4"), "b.csv": strToU8(users) }));
    expect(kinds(all)).toEqual([
      ["p.zip/a.csv", ["wrong-file-type"]],
      ["p.zip/b.csv", []],
    ]);
  });
});

type Case = [title: string, make: () => Uint8Array, kind: FileProblem["kind"], args: object, file?: string];

const refused: Case[] = [
  ["cut in its directory", () => usersZip().slice(0, -40), "truncated-zip", {}],
  ["cut in its middle", () => usersZip().slice(0, 60), "truncated-zip", {}],
  [
    "without its beginning",
    () => new Uint8Array([0x50, 0x4b, 3, 4, ...usersZip().slice(100)]),
    "truncated-zip",
    {},
    "*",
  ],
  [
    "with a password",
    () => encrypt(usersZip(), [0, 1]),
    "encrypted-file",
    { found: "a zip with a password" },
  ],
  ["with a password on one file", () => encrypt(usersZip(), [0]), "encrypted-file", {}, "p.zip/users.csv"],
  ["that is empty", () => zip({}), "empty-file", {}],
  [
    "within a zip",
    () => zip({ "in.zip": zip({ "a.csv": strToU8(users) }) }),
    "zip-in-zip",
    {},
    "p.zip/in.zip",
  ],
  ["with a path upwards", () => zip({ "../a.csv": strToU8(users) }), "unsafe-zip", { because: "path" }],
  ["with an absolute path", () => zip({ "/etc/a.csv": strToU8(users) }), "unsafe-zip", { because: "path" }],
  [
    "with a Windows path upwards",
    () => zip({ "x\\..\\..\\a.csv": strToU8(users) }),
    "unsafe-zip",
    { because: "path" },
  ],
  ["with a drive letter", () => zip({ "C:a.csv": strToU8(users) }), "unsafe-zip", { because: "path" }],
  [
    "of too many files",
    () =>
      zip(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.csv`, strToU8("a\n1\n")]))),
    "unsafe-zip",
    { because: "entries", count: 201, limit: 200 },
  ],
  ["that is a bomb", () => zip({ "a.csv": zeros(8) }), "unsafe-zip", { because: "ratio" }, "p.zip/a.csv"],
  [
    "whose directory understates a size",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 24, 10, 4);
    },
    "unsafe-zip",
    { because: "size" },
    "p.zip/users.csv",
  ],
  [
    "whose directory overstates a size",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 24, 1000, 4);
    },
    "truncated-zip",
    { because: "checksum" },
    "p.zip/users.csv",
  ],
  [
    "with another checksum",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 16, 12345, 4);
    },
    "truncated-zip",
    { because: "checksum" },
    "p.zip/users.csv",
  ],
  [
    "with damaged data",
    () => {
      const bytes = usersZip();
      bytes.fill(0xff, find(bytes, local)[0]! + 40, find(bytes, local)[0]! + 48);
      return bytes;
    },
    "truncated-zip",
    {},
    "p.zip/users.csv",
  ],
  [
    "with a method nobody reads",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 10, 12, 2);
    },
    "unsafe-zip",
    { because: "method" },
    "p.zip/users.csv",
  ],
  [
    "in zip64",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, end)[0]! + 16, 0xffffffff, 4);
    },
    "unsafe-zip",
    { because: "zip64" },
  ],
];

describe("zips are refused", () => {
  test.each(refused)("%s", async (_, make, kind, args, file = "p.zip") => {
    const all = await openAll("p.zip", make());
    const wrong = all.find(({ problems }) => problems.length > 0);
    if (file !== "*") expect(wrong!.file).toBe(file);
    expect(wrong!.table).toBeUndefined();
    expect(wrong!.problems).toMatchObject([{ kind, fatal: true, args }]);
    // The other file of the package, where the zip could be opened at all.
    if (file === "p.zip/users.csv") expect(all[1]!.table!.rows).toBe(1);
  });

  test("past the bytes they may unpack to, all files together", async () => {
    const random = () => {
      const bytes = new Uint8Array(700_000);
      for (let at = 0; at < bytes.length; at++)
        bytes[at] = at % 11 === 0 ? 10 : 97 + (((at * 7919) >> 5) % 26);
      return bytes;
    };
    const all = await openAll("p.zip", zip({ "a.csv": random(), "b.csv": random() }), {
      maxBytes: 1024 * 1024,
    });
    expect(all[0]!.problems).toEqual([]);
    expect(all[1]!.problems).toMatchObject([
      { kind: "file-too-large", fatal: true, args: { limit: "1 MB" } },
    ]);
  });
});

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
      const [opened] = await openAll(name, content);
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
    const [opened] = await openAll("r.xlsx", workbook({ A: sheetXml(rows) }));
    expect(opened!.table!.columns.map((column) => column.valueOf(0))).toEqual(["", "A"]);
  });

  test("inside a zip", async () => {
    const content = zip({ "in/roster.xlsx": [workbook({ Roster: sheetXml(rosterRows) }), { level: 0 }] });
    const [opened] = await openAll("p.zip", content);
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
    const [opened] = await openAll(name, make());
    expect(opened!.table).toBeUndefined();
    expect(opened!.problems).toMatchObject([{ kind, fatal: true, args }]);
  });
});
