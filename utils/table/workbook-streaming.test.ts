import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { ByteFile } from "./byte-reader.ts";
import { sharedRow, sheetXml, text, workbook } from "./workbook.fixture.ts";
import { type SheetRow, sheetHandlers } from "./workbook-cells.ts";
import { readXml } from "./workbook-xml.ts";
import { openBeside } from "./zip.fixture.ts";

describe("workbooks, piece by piece", () => {
  const long = (count: number) => {
    const rows = Array.from({ length: count }, (_, row) => `<row><c t="s"><v>${row}</v></c></row>`);
    const texts = Array.from({ length: count }, (_, row) => `<si><t>${row === 0 ? "id" : row}</t></si>`);
    return workbook(
      { A: sheetXml(rows.join("")) },
      { "xl/sharedStrings.xml": strToU8(`<sst>${texts.join("")}</sst>`) },
    );
  };

  test("rows are handed on while the sheet and the shared texts are read", async () => {
    const seen: number[] = [];
    const progress: [number, number][] = [];
    const [opened] = await openBeside("r.xlsx", long(250_001), {
      onPiece: ({ rows }) => seen.push(rows),
      onProgress: ({ bytesDone, bytesTotal }) => progress.push([bytesDone, bytesTotal]),
    });
    const table = opened!.table!;
    expect(table.rows).toBe(250_000);
    expect(table.columns[0]!.size).toBe(250_000);
    expect(table.columns[0]!.valueOf(249_999)).toBe("250000");
    expect(seen[0]).toBeLessThan(5000);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.slice(0, -1)).toEqual([...seen.slice(0, -1)].sort((a, b) => a - b));
    const sheets = progress.filter(([, total]) => total > 1000);
    expect(sheets.every(([done, total]) => done <= total)).toBe(true);
    expect(sheets.at(-1)![0]).toBe(sheets.at(-1)![1]);
  });

  test("a cancel ends the reading", async () => {
    const stop = new AbortController();
    const reading = openBeside("r.xlsx", long(250_001), {
      signal: stop.signal,
      onPiece: () => stop.abort(new Error("enough")),
    });
    await expect(reading).rejects.toThrow("enough");
  });

  test("damage in shared texts that no cell names is told", async () => {
    const texts = `<sst><si><t>id</t></si>${`<si><t>${"x".repeat(50)}</t></si>`.repeat(5000)}</sst>`;
    const content = workbook(
      { A: sheetXml(sharedRow) },
      { "xl/sharedStrings.xml": [strToU8(texts), { level: 0 }] },
    );
    const at = new TextDecoder("latin1").decode(content).lastIndexOf("xxxxx");
    expect(at).toBeGreaterThan(200_000);
    content[at] = 0x79;
    const [opened] = await openBeside("r.xlsx", content);
    expect(opened!.problems).toMatchObject([{ kind: "truncated-zip", args: { because: "checksum" } }]);
  });

  test("a sheet is the same wherever its pieces end", async () => {
    const bytes = strToU8(
      sheetXml(`<!-- é --><row r="1">${text("A1", "Zoë &amp; 李")}</row><row r="7">${text("C7", "x")}</row>`),
    );
    for (let size = 1; size <= 64; size++) {
      const rows: SheetRow[] = [];
      const part: ByteFile = {
        name: "s",
        size: bytes.length,
        open: () => {
          let given = 0;
          return {
            read: async (buffer, at, want) => {
              const piece = bytes.subarray(given, given + Math.min(want, size));
              given += piece.length;
              buffer.set(piece, at);
              return { buffer, length: piece.length };
            },
            close: async () => {},
          };
        },
      };
      const handlers = sheetHandlers({ styles: () => false, from1904: false }, (row) => rows.push(row));
      let done = 0;
      for await (const bytesDone of readXml(part, handlers)) done = bytesDone;
      expect(done).toBe(bytes.length);
      expect(rows).toEqual([
        { line: 1, cells: ["Zoë & 李"] },
        { line: 7, cells: ["", "", "x"] },
      ]);
    }
  });
});
