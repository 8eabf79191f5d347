import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { kernelOfThread } from "./kernel.ts";
import { openPackage } from "./open-package.ts";
import { seen } from "./split.fixture.ts";

vi.resetModules();
vi.doMock("./kernel.ts", () => ({ kernelOfThread: () => undefined }));
const without = await import("./open-package.ts");

const ownValues = () => [0];

const read = async (open: typeof openPackage, text: string, own: boolean) => {
  const source = { name: "a.csv", blob: new Blob([text]) };
  for await (const opened of open([source], own ? { ownValues } : {})) return seen(opened);
  throw new Error("nothing was opened");
};

const expectSame = async (text: string) => {
  for (const own of [false, true]) {
    expect(await read(openPackage, text, own)).toEqual(await read(without.openPackage, text, own));
  }
};

test("there is a kernel here", () => {
  const kernel = kernelOfThread();
  expect(kernel?.blockBytes).toBe(128 * 1024);
});

/** Enough rows for several blocks; `cells` gives those of a row. */
const rowsOf = (count: number, cells: (row: number) => string[], ending = "\r\n") =>
  Array.from({ length: count }, (_, row) => cells(row).join(",") + ending).join("");

const plain = (row: number) => [
  `enrollment-${String(row).padStart(6, "0")}`,
  `class-${row % 700}`,
  ["student", "teacher"][row % 2]!,
  "",
  `2026-08-${10 + (row % 20)}`,
];

describe("a block of rows is what its rows are one by one", () => {
  test.each([
    ["lf", "\n"],
    ["crlf", "\r\n"],
    ["cr", "\r"],
  ])("with line ends of %s", async (_, ending) => {
    await expectSame(`id,class,role,note,date${ending}${rowsOf(6000, plain, ending)}`);
  });

  test("wherever in a row the block ends", async () => {
    for (let filler = 0; filler < 60; filler++) {
      const first = ["x".repeat(filler), "", "", "", ""].join(",");
      await expectSame(`id,class,role,note,date\r\n${first}\r\n${rowsOf(3200, plain)}`);
    }
  });

  test.each<[string, string]>([
    ["another width", "a,b"],
    ["too many cells", "a,b,c,d,e,f,g,h"],
    ["nothing in it", ""],
    ["a pair of quotes alone", '""'],
    ["a doubled quote", 'a,"b""c",d,e,f'],
    ["a line break in quotes", 'a,"b\r\nc",d,e,f'],
    ["a lone line feed in quotes", 'a,"b\nc",d,e,f'],
    ["a lone carriage return", "a,b\rc,d,e,f"],
    ["a lone line feed", "a,b\nc,d,e,f"],
    ["a quote inside a cell", 'a,b"c,d,e,f'],
    ["delimiters in quotes", 'a,"b,c,d",d,e,f'],
    ["everything in quotes", '"a","","c","d","e"'],
    ["a cell longer than a cache's slot", `a,${"long ".repeat(40)},c,d,e`],
    ["a cell longer than a block", `a,${"longer ".repeat(30_000)},c,d,e`],
    ["letters beyond ASCII", "Zoë,Ñandú,𝒳,é,日本"],
    ["a byte of zero", "a,b\0c,d,e,f"],
  ])("with a row of %s among them", async (_, odd) => {
    const rows = (row: number) => (row % 997 === 5 || row % 997 === 6 ? [odd] : plain(row));
    await expectSame(`id,class,role,note,date\r\n${rowsOf(6000, rows)}`);
    await expectSame(`id,class,role,note,date\r\n${rowsOf(1, () => [odd])}${rowsOf(2500, plain)}${odd}`);
  });

  test("with keys of every length, repeated ones among them, and cells that are no tokens", async () => {
    const rows = (row: number) => [
      row % 50 === 7 ? `key ${row}` : "k".repeat(row % 300) + String(row - (row % 1999 === 3 ? 1 : 0)),
      "v".repeat(row % 90) + String(row % 11),
    ];
    await expectSame(`id,value\n${rowsOf(5000, rows, "\n")}`);
  });

  test("with more columns than it takes, and with as many", async () => {
    for (const columns of [2, 63, 64, 65]) {
      const header = Array.from({ length: columns }, (_, index) => `c${index}`);
      const rows = (row: number) => header.map((_, index) => String((row * index) % (index + 3)));
      await expectSame(`${header.join(";")}\n${rowsOf(900, rows, "\n").replaceAll(",", ";")}`);
    }
  });

  test("in files made up at random", async () => {
    const cell = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("", "a", "student", "2026-08-17", "class-000123", "Zoë") },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 5000 }).map((id) => `enrollment-${id}`) },
      { weight: 1, arbitrary: fc.constantFrom('"x"', '"x,y"', '""', '"a ""b"""', '"a\nb"', 'a"b', "a\rb") },
      { weight: 1, arbitrary: fc.nat(200).map((length) => "w".repeat(length)) },
    );
    const row = fc.oneof(
      { weight: 30, arbitrary: fc.tuple(cell, cell, cell) },
      { weight: 1, arbitrary: fc.array(cell, { maxLength: 5 }) },
    );
    const file = fc.record({
      rows: fc.array(row, { minLength: 20, maxLength: 60 }),
      times: fc.integer({ min: 1, max: 150 }),
      ending: fc.constantFrom("\n", "\r\n"),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, times, ending }) => {
        const text = rows.map((cells) => cells.join(",") + ending).join("");
        await expectSame(`a,b,c${ending}${text.repeat(times)}`);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) / 10 },
    );
  });
});
