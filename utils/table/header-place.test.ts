import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { openAll } from "./open-all.fixture.ts";
import type { HeaderPlace } from "./open-options.ts";

const rows = ["u1,Ana", "u2,Zoë", 'u3,"two', 'lines"', "u4,Bo"];
const wide = (text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
  const whole = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < whole.length; at++) view.setUint16(at * 2, whole.charCodeAt(at), little);
  return bytes;
};
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const encodings: [string, (text: string) => BlobPart][] = [
  ["UTF-8", (text) => text],
  ["UTF-8 with a mark", (text) => `\uFEFF${text}`],
  ["UTF-16 little end first", (text) => wide(text, true, true)],
  ["UTF-16 without a mark", (text) => wide(text, true, false)],
  ["UTF-16 big end first", (text) => wide(text, false, true)],
  ["Windows-1252", (text) => latin(text)],
];
const endings: [string, string][] = [
  ["line feeds", "\n"],
  ["both", "\r\n"],
  ["carriage returns", "\r"],
];

const read = async (content: BlobPart, findHeader: () => HeaderPlace, pieceBytes = 1024) => {
  const [opened] = await openAll([["users.csv", content]], { findHeader, pieceBytes });
  const table = opened?.table;
  if (opened === undefined || table === undefined) throw new Error("the file was not read");
  const cells = (name: string) => {
    const column = table.column(name);
    return Array.from({ length: table.rows }, (_, row) => column?.valueOf(column.codes[row] ?? 0));
  };
  return {
    file: table.file,
    header: table.header,
    ids: cells(table.header[0] ?? ""),
    names: cells(table.header[1] ?? ""),
    lines: Array.from({ length: table.rows }, (_, row) => table.lineOf(row)),
    problems: opened.problems.filter(({ kind }) => kind !== "not-utf-8"),
  };
};

describe.each(encodings)("in %s", (_name, encode) => {
  describe.each(endings)("with lines ended by %s", (_ending, end) => {
    const ids = ["u1", "u2", "u3", "u4"];
    const names = ["Ana", "Zoë", `two${end}lines`, "Bo"];

    it("passes over a title and counts its lines", async () => {
      const text = ["Zoë's school, 2026", "", "id,name", ...rows, ""].join(end);
      const found = await read(encode(text), () => ({ row: 1 }));
      expect(found).toMatchObject({ header: ["id", "name"], ids, names, lines: [4, 5, 6, 8] });
      expect(found.file.titleLines).toEqual(["Zoë's school,  2026"]);
      expect(found.file.bytes).toBe(new Blob([encode(text)]).size);
      expect(found.problems).toMatchObject([
        { kind: "title-lines-before-header", fatal: false, count: 2, args: { lines: 2, header: 3 } },
      ]);
    });

    it("puts the header there that is missing, and loses no row", async () => {
      const text = [...rows, ""].join(end);
      const found = await read(encode(text), () => ({ row: -1, header: ["id", "name"], like: "x" }));
      expect(found).toMatchObject({ header: ["id", "name"], ids, names, lines: [1, 2, 3, 5] });
      expect(found.file.headerless).toBe(true);
      expect(found.problems).toMatchObject([{ kind: "header-missing", args: { like: "x", width: 2 } }]);
    });
  });
});

describe("a file that begins elsewhere", () => {
  it.each([1, 2, 3, 5, 7, 11])("is the same when read %i bytes at a time", async (pieceBytes) => {
    const text = `Title\n\nid,name\n${rows.join("\n")}\n`;
    const found = await read(text, () => ({ row: 1 }), pieceBytes);
    expect(found).toMatchObject({ ids: ["u1", "u2", "u3", "u4"], lines: [4, 5, 6, 8] });
    const without = await read(
      rows.join("\n"),
      () => ({ row: -1, header: ["id", "name"], like: "" }),
      pieceBytes,
    );
    expect(without).toMatchObject({ ids: ["u1", "u2", "u3", "u4"], lines: [1, 2, 3, 5] });
  });

  it("keeps its lines true where quotation marks are irregular", async () => {
    const found = await read('Title\nid,name\nu1,Ana\nu2,"B "o" x"\nu3\n', () => ({ row: 1 }));
    expect(found.lines).toEqual([3, 4, 5]);
    const places = found.problems.filter(({ kind }) => kind !== "title-lines-before-header");
    expect(places.map(({ kind, places: [first] }) => [kind, first?.line])).toEqual([
      ["irregular-quotes", 4],
      ["ragged-rows", 5],
    ]);
  });

  it.each([
    ["regular", "u1,x,y"],
    ["irregular", 'u1,x,"y"z'],
  ])("names the line of its header where that is wrong and quoting is %s", async (_name, row) => {
    const found = await read(`Title\nid,id,\n${row}\n`, () => ({ row: 1 }));
    const lines = found.problems.filter(
      ({ kind }) => kind.endsWith("-header") && kind !== "title-lines-before-header",
    );
    expect(lines.map(({ kind, places: [first] }) => [kind, first?.line])).toEqual([
      ["duplicate-header", 2],
      ["empty-header", 2],
    ]);
  });

  it("is read from its first row when nobody knows headers", async () => {
    const [opened] = await openAll([["a.csv", "Title\nid,name\n"]]);
    expect(opened?.table?.header).toEqual(["Title"]);
    expect(opened?.table?.file.titleLines).toBeUndefined();
  });

  it("is shown whole rows only, ten at most, and no blank one", async () => {
    const shown: (readonly (readonly string[])[])[] = [];
    const findHeader = (given: readonly (readonly string[])[]): HeaderPlace => {
      shown.push(given);
      return { row: 0 };
    };
    const many = `id\n\n${Array.from({ length: 30 }, (_, index) => `u${index}\n`).join("")}`;
    await openAll([["a.csv", many]], { findHeader });
    expect(shown[0]?.map(([cell]) => cell)).toEqual([
      "id",
      ...Array.from({ length: 9 }, (_, index) => `u${index}`),
    ]);
  });
});

describe("a template's example", () => {
  it.each([
    ["ex: 1001,Ana", true],
    ['"“Example: 1001",Ana', true],
    [",e.g.: Ana", true],
    ["1001,ex: Ana", false],
    ["example,Ana", false],
  ])("%s", async (row, expected) => {
    const [opened] = await openAll([["a.csv", strToU8(`id,name\n${row}\n2,Bo\n`) as BlobPart]]);
    expect(opened?.problems.some(({ kind }) => kind === "example-row")).toBe(expected);
    expect(opened?.table?.rows).toBe(2);
  });
});
