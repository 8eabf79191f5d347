import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { openPackage } from "./open-package.ts";
import type { Table } from "./table.ts";
import { tableFromRows } from "./table-from-rows.ts";
import { csvLine, writeCsv } from "./write-csv.ts";

const write = (table: Table, more: Partial<Parameters<typeof writeCsv>[1]> = {}): Blob => {
  const columns = table.columns.map((column, index) => ({ column, header: table.header[index]! }));
  return new Blob([...writeCsv(table, { columns, lineEnding: "\r\n", ...more })]);
};

const read = async (blob: Blob): Promise<Table> => {
  for await (const { table, problems } of openPackage([{ name: "a.csv", blob }])) {
    if (table === undefined) throw new Error(JSON.stringify(problems));
    return table;
  }
  throw new Error("nothing was opened");
};

const rowsOf = (table: Table): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => column.valueOf(column.codes[row]!)),
  );

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !text.includes("\0")),
  fc.string({
    unit: fc.constantFrom('"', ",", ";", "|", "\t", "\r", "\n", " ", "ñ", "a", "\ufeff"),
    maxLength: 8,
  }),
);

// The reader takes a row of one empty cell for a blank line, quoted or not: no table has one.
const grid = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
  )
  .filter((rows) => rows.every((row) => row.length > 1 || row[0] !== ""));

describe("a written table", () => {
  test("reads back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom("\r\n" as const, "\n" as const), async (rows, lineEnding) => {
        const header = rows[0]!.map((_, index) => `column${index}`);
        const back = await read(write(tableFromRows("a.csv", header, rows), { lineEnding }));
        expect(back.header).toEqual(header);
        expect(rowsOf(back)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it("quotes only what needs it", async () => {
    const table = tableFromRows(
      "a.csv",
      ["id", "na,me"],
      [
        ["1", 'say "hi"'],
        ["2", " plain ñ "],
        ["3", "a\nb"],
      ],
    );
    expect(await write(table).text()).toBe('id,"na,me"\r\n1,"say ""hi"""\r\n2, plain ñ \r\n3,"a\nb"\r\n');
  });

  it("keeps a row of one empty cell a row", async () => {
    expect(await write(tableFromRows("a.csv", ["id"], [["1"], [""], ["2"]])).text()).toBe(
      'id\r\n1\r\n""\r\n2\r\n',
    );
  });

  it("leaves out rows, moves columns and puts in changed values", async () => {
    const table = tableFromRows(
      "a.csv",
      ["b", "a"],
      [
        ["x", "1"],
        ["", ""],
        ["x", "2"],
      ],
    );
    const [b, a] = [table.columns[0]!, table.columns[1]!];
    const columns = [
      { column: a, header: "a", changed: new Map([[a.codeOf("2"), { value: "2,5" }]]) },
      { column: b, header: "B", changed: new Map([[b.codeOf("x"), { value: "" }]]) },
    ];
    expect(await write(table, { columns, without: [1], lineEnding: "\n" }).text()).toBe('a,B\n1,\n"2,5",\n');
  });

  it("comes in pieces that together are the whole", () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [`id-${row}`, "x".repeat(row % 60)]);
    const table = tableFromRows("a.csv", ["id", "text"], rows);
    const columns = table.columns.map((column) => ({ column, header: column.name }));
    const pieces = [...writeCsv(table, { columns, lineEnding: "\n" })];
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(256 * 1024);
    const text = Buffer.concat(pieces).toString();
    expect(text).toBe(`id,text\n${rows.map((row) => `${row.join(",")}\n`).join("")}`);
  });

  it("does not let a header begin with what readers take for a byte order mark", async () => {
    const table = tableFromRows("a.csv", ["\ufeffid", "b"], [["1", "2"]]);
    expect((await read(write(table))).header).toEqual(["\ufeffid", "b"]);
  });
});

it("writes a line of text", () => {
  expect(csvLine(["a", "b,c", 'd"e', "f\ng", ""])).toBe('a,"b,c","d""e","f\ng",\r\n');
});
