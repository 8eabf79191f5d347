import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { detectDialect } from "./dialect.ts";
import { type Opened, openPackage } from "./open-package.ts";
import type { RangeRequest } from "./range.ts";
import { readRange } from "./read-range.ts";
import type { Table } from "./table.ts";

const openHelper = () => ({ read: (request: RangeRequest) => readRange(request), close: () => {} });

const open = async (bytes: BlobPart, pieceBytes?: number, splitAt?: number): Promise<Opened> => {
  const options = {
    ...(pieceBytes !== undefined && { pieceBytes }),
    ...(splitAt !== undefined && { splitAt: [splitAt], openHelper }),
  };
  for await (const opened of openPackage([{ name: "a.csv", blob: new Blob([bytes]) }], options))
    return opened;
  throw new Error("nothing was opened");
};

const cellsOf = (table: Table): string[][] => [
  [...table.header],
  ...Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => column.valueOf(column.codes[row]!)),
  ),
];

/** What Papa Parse makes of the text: rows cut or filled to the header's width, up to a quote that never closes. */
const papaCells = (text: string): { cells: string[][]; unclosed: boolean } => {
  const { delimiter, newline } = detectDialect(text, true);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  const unclosed = errors.some(({ code }) => code === "MissingQuotes");
  if (unclosed) data.pop();
  const rows = data.filter((row) => row.length !== 1 || row[0] !== "");
  const width = rows[0]?.length ?? 0;
  const cells = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ""));
  return { cells, unclosed };
};

/**
 * The lines on which the rows start; undefined when a cell outside quotes holds a line break of another kind than the
 * file's, which is data to Papa Parse and no line of ours.
 */
const papaLines = (text: string): number[] | undefined => {
  const { delimiter, newline } = detectDialect(text, true);
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  let stray = false;
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === "MissingQuotes")) return;
      if (data.length !== 1 || data[0] !== "") lines.push(line);
      const span = text.slice(from, meta.cursor);
      if (errors.length === 0)
        stray ||= data.some((cell) => /[\r\n]/.test(cell) && !span.includes(quoteCell(cell)));
      line += span.match(/\r\n|\r|\n/g)?.length ?? 0;
      from = meta.cursor;
    },
  });
  return stray ? undefined : lines.slice(1);
};

const quoteCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

const expectSame = (opened: Opened, text: string) => {
  const { cells, unclosed } = papaCells(text);
  expect(opened.table === undefined ? [] : cellsOf(opened.table)).toEqual(cells);
  expect(opened.problems.some(({ kind }) => kind === "unclosed-quote")).toBe(unclosed);
  const { table } = opened;
  if (table === undefined) return;
  for (const column of table.columns) {
    const counts = new Array<number>(column.size).fill(0);
    const first = new Array<number>(column.size).fill(-1);
    for (let row = 0; row < table.rows; row++) {
      const code = column.codes[row]!;
      counts[code]!++;
      if (first[code] === -1) first[code] = row;
    }
    expect([...column.counts.subarray(0, column.size)]).toEqual(counts);
    expect([...column.firstRow.subarray(0, column.size)]).toEqual(first);
    for (let code = 0; code < column.size; code++) expect(column.codeOf(column.valueOf(code))).toBe(code);
    expect(column.codeOf("no cell holds this")).toBe(-1);
  }
};

const fragment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("a", "b", "12", "active", "", "Zoë", "Ñandú", "𝒳", " ", "\t", "|", ";"),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }).filter((text) => !/[\0\ufeff\uffff]/.test(text)),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', '""', ",", "\n", "\r", "\r\n") },
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("active", "", "x", "Zoë") },
  { weight: 2, arbitrary: fc.array(fragment, { maxLength: 4 }).map((parts) => parts.join("")) },
);
/** A cell as an exporter writes it: quoted when it must be, or for no reason. */
const cell = fc
  .tuple(value, fc.boolean())
  .map(([text, quoted]) =>
    quoted || /[",\r\n;|\t]/.test(text) || text.startsWith('"') ? quoteCell(text) : text,
  );
const row = fc.array(cell, { minLength: 1, maxLength: 5 });

const regularFile = fc
  .record({
    rows: fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.constant([""]) }), {
      maxLength: 12,
    }),
    delimiter: fc.constantFrom(",", ",", ",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "", "\ufeff"),
    ended: fc.boolean(),
  })
  .map(
    ({ rows, delimiter, newline, mark, ended }) =>
      mark + rows.map((cells) => cells.join(delimiter)).join(newline) + (ended ? newline : ""),
  );

const noise = fc
  .array(
    fc.constantFrom("a", "b", "é", '"', '"', '""', ",", ",", "\n", "\n", "\r\n", " ", '",', ',"', '"\n'),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const oneEnding = noise.map((text) => text.replaceAll("\r\n", "\n"));

const pieces = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1 << 20));
/** The byte after which a helper reads, if one does. */
const splits = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
const numRuns = Number(process.env.FUZZ_RUNS ?? 300);
/** Text that a file recognised as something else than a table, or as UTF-16, is not compared. */
const isTable = (text: string) => text.replace(/^\ufeff/, "").trim() !== "" && !/^\s*[{[<]/.test(text);

describe("cells are those of Papa Parse", () => {
  test("in files as exporters write them", async () => {
    await fc.assert(
      fc.asyncProperty(regularFile.filter(isTable), pieces, splits, async (text, pieceBytes, splitAt) => {
        expectSame(await open(text, pieceBytes, splitAt), text.replace(/^\ufeff/, ""));
      }),
      { numRuns },
    );
  });

  test("in files with quotes anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(noise.filter(isTable), pieces, splits, async (text, pieceBytes, splitAt) => {
        expectSame(await open(text, pieceBytes, splitAt), text);
      }),
      { numRuns },
    );
  });

  test("and rows start on the same lines", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(regularFile, oneEnding).filter(isTable),
        pieces,
        splits,
        async (text, pieceBytes, splitAt) => {
          const expected = papaLines(text.replace(/^\ufeff/, ""));
          fc.pre(expected !== undefined);
          const { table } = await open(text, pieceBytes, splitAt);
          const lines =
            table === undefined ? [] : Array.from({ length: table.rows }, (_, row) => table.lineOf(row));
          expect(lines).toEqual(expected);
        },
      ),
      { numRuns },
    );
  });
});

// The scanner guesses that a cell equals the one above it: equal bytes need not mean an equal cell.
test.each([
  ["a delimiter", 'a,b\nx,1\nx,1\nx,1\n"y,z",1\ny,z\n"y,z",1\n'],
  ["a quote at the end", 'a,b\nx,1\nx,1\nx,1\n"y""",1\n"y"",1",2\n"y""",1\n'],
  ["a quote in an unquoted cell", 'a,b\nx,1\nx,1\ny",1\n"y"",1",2\n'],
  ["a line break", 'a,b\nx,1\nx,1\n"y\n",1\ny\n"y\n",2\n"y\n",2\nz,1\n'],
  ["nothing", 'a,b\n,\n,\n,\n"",""\n"","""x"\n"""",\n'],
])("a cell that repeats the one above, with %s in it", async (_, text) => {
  for (const pieceBytes of [1, 7, 1000]) expectSame(await open(text, pieceBytes), text);
  const { table } = await open(text);
  expect(Array.from({ length: table!.rows }, (_, row) => table!.lineOf(row))).toEqual(papaLines(text));
});

describe("a piece may end at every byte", () => {
  const text =
    '\ufeffid,"na""me",note\r\n1,Zoë,"a ""b"" c"\r\n\r\n2,"Ñandú, ""𝒳""","line\r\nbreak"\r\n3,x,y,"extra ""z"""\r\n4\r\n"5","",\r\n';
  const bytes = new TextEncoder().encode(text);
  test.each(Array.from({ length: bytes.length }, (_, index) => index + 1))(
    "of %i bytes",
    async (pieceBytes) => {
      const opened = await open(bytes, pieceBytes);
      expectSame(opened, text.slice(1));
      expect(opened.problems).toEqual([
        {
          kind: "ragged-rows",
          file: "a.csv",
          fatal: false,
          count: 2,
          args: {},
          places: [
            { line: 6, value: "4 of 3 cells" },
            { line: 7, value: "1 of 3 cells" },
          ],
        },
      ]);
      expect(Array.from({ length: 5 }, (_, row) => opened.table!.lineOf(row))).toEqual([2, 4, 6, 7, 8]);
    },
  );
});

const corpus = join(import.meta.dirname, "../../../shared/corpus");
const corpusFiles = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".csv"))
  : [];

describe.skipIf(corpusFiles.length === 0)(
  "every file of the corpus (skipped where ../shared/corpus is not there)",
  () => {
    test.each(corpusFiles)("%s", async (name) => {
      const bytes = readFileSync(join(corpus, name));
      const opened = await open(bytes, 4096);
      if (opened.table === undefined) {
        expect(opened.problems.filter(({ fatal }) => fatal)).toHaveLength(1);
        return;
      }
      const text = new TextDecoder(opened.table.file.encoding.replace("-bom", "")).decode(bytes);
      expectSame(opened, text);
      expect(opened.table.file).toMatchObject({ bytes: bytes.length, rows: opened.table.rows });
    });
  },
);
