import { describe, expect, test } from "vitest";
import { openAll } from "./open-all.fixture.ts";

const utf16 = (text: string, mark: boolean, big = false): Uint8Array<ArrayBuffer> => {
  const units = [...(mark ? "\ufeff" : ""), ...text].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

describe("encodings are recognised and named", () => {
  const text = 'id,name\r\n1,"Zoë, Ñandú 𝒳"\r\n2,b\r\n';
  test.each([
    ["utf-8", text, "utf-8", []],
    ["utf-8 with a mark", `\ufeff${text}`, "utf-8-bom", []],
    ["utf-16 little-endian with a mark", utf16(text, true), "utf-16le", ["not-utf-8"]],
    ["utf-16 little-endian without", utf16(text, false), "utf-16le", ["not-utf-8"]],
    ["utf-16 big-endian with a mark", utf16(text, true, true), "utf-16be", ["not-utf-8"]],
    ["utf-16 big-endian without", utf16(text, false, true), "utf-16be", ["not-utf-8"]],
  ] as const)("%s", async (_, content, encoding, kinds) => {
    for (const pieceBytes of [1, 2, 3, 1000]) {
      const [opened] = await openAll([["a.csv", content]], { pieceBytes });
      expect(opened!.table!.file).toMatchObject({ encoding, lineEnding: "crlf", delimiter: ",", rows: 2 });
      expect(opened!.table!.file.bytes).toBe(new Blob([content]).size);
      expect(opened!.table!.column("name")!.valueOf(0)).toBe("Zoë, Ñandú 𝒳");
      expect(opened!.problems.map(({ kind }) => kind)).toEqual(kinds);
    }
  });

  const latin = (text: string) => new Uint8Array([...text].map((character) => character.charCodeAt(0)));
  test.each([
    ["in the first rows", "id,name\n1,José\x80\n", { line: 2, column: "name", value: "José€" }],
    ["late", `id,name\n${"1,a\n".repeat(40_000)}2,Peña\n`, { line: 40_002, column: "name", value: "Peña" }],
    ["in the header", "id,año\n1,a\n", { line: 1 }],
    [
      "in a cell that ends where the next begins a character",
      "id,name\n\xa9a,b\xc3\n",
      { line: 2, column: "id" },
    ],
  ])("windows-1252 %s", async (_, text, place) => {
    for (const pieceBytes of [1000, 1 << 20]) {
      const [opened] = await openAll([["a.csv", latin(text)]], { pieceBytes });
      expect(opened!.table!.file.encoding).toBe("windows-1252");
      expect(opened!.problems).toMatchObject([
        { kind: "not-utf-8", fatal: false, args: { encoding: "windows-1252" }, places: [place] },
      ]);
      const last = opened!.table!.columns[1]!;
      const expected = new TextDecoder("windows-1252").decode(latin(text)).trimEnd().split(/[,\n]/).at(-1);
      expect(last.valueOf(last.codes[opened!.table!.rows - 1]!)).toBe(expected);
    }
  });

  test("windows-1252 with irregular quotes is read a third way", async () => {
    const [opened] = await openAll([["a.csv", latin('id,name\n1,"a "x" b"\n2,José\n')]]);
    expect(opened!.problems).toMatchObject([
      { kind: "not-utf-8", fatal: false },
      { kind: "irregular-quotes", fatal: false },
    ]);
    expect(opened!.table!.column("name")!.codeOf("José")).toBe(1);
  });

  test("no character is torn where a chunk of 64 kB ends", async () => {
    const name = `${"x".repeat(32_766 - "id,name\n1,".length)}𝒳`;
    const [opened] = await openAll([["a.csv", utf16(`id,name\n1,${name}\n`, true)]]);
    expect(opened!.table!.column("name")!.valueOf(0)).toBe(name);
  });
});
