import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Opened, type OpenOptions, openPackage } from "./open-package.ts";
import type { FileProblem } from "./table.ts";

type Input = [name: string, content: BlobPart];

const openAll = async (inputs: Input[], options: OpenOptions = {}): Promise<Opened[]> => {
  const all: Opened[] = [];
  const sources = inputs.map(([name, content]) => ({ name, blob: new Blob([content]) }));
  for await (const opened of openPackage(sources, options)) all.push(opened);
  return all;
};

const good = "sourcedId,name\nu1,Zoë\n";
const bytes = (...numbers: number[]) => new Uint8Array(numbers);
const utf16 = (text: string, mark: boolean, big = false): Uint8Array<ArrayBuffer> => {
  const units = [...(mark ? "\ufeff" : ""), ...text].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
const megabyte = "x".repeat(1_000_000);
const tooLong = "x".repeat(1024 * 1024);

type Expected = {
  kind: FileProblem["kind"];
  fatal: boolean;
  count?: number;
  args?: object;
  places?: object[];
};
type BadInput = [
  title: string,
  name: string,
  content: BlobPart,
  problems: Expected[],
  rows: number | undefined,
];

const table: BadInput[] = [
  ["an empty file", "a.csv", "", [{ kind: "empty-file", fatal: true }], undefined],
  ["nothing but blank lines", "a.csv", "\n\n\n", [{ kind: "empty-file", fatal: true }], undefined],
  ["nothing but a byte order mark", "a.csv", "\ufeff", [{ kind: "empty-file", fatal: true }], undefined],
  ["a header only", "a.csv", "sourcedId,name\r\n", [{ kind: "header-only", fatal: false }], 0],
  [
    "semicolons",
    "a.csv",
    "id;name\n1;a\n",
    [{ kind: "wrong-delimiter", fatal: false, args: { delimiter: ";", name: "semicolon" } }],
    1,
  ],
  ["tabs in a .csv", "a.csv", "id\tname\n1\ta\n", [{ kind: "wrong-delimiter", fatal: false }], 1],
  ["tabs in a .tsv", "a.tsv", "id\tname\n1\ta\n", [], 1],
  [
    "a PDF renamed .csv",
    "a.csv",
    "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj",
    [{ kind: "wrong-file-type", fatal: true, args: { found: "a PDF document" } }],
    undefined,
  ],
  [
    "a picture",
    "a.csv",
    bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    [{ kind: "wrong-file-type", fatal: true }],
    undefined,
  ],
  [
    "a web page",
    "a.csv",
    "\n<!DOCTYPE html><html>",
    [{ kind: "wrong-file-type", fatal: true, args: { found: "a web page" } }],
    undefined,
  ],
  ["JSON", "a.csv", '{"users": []}', [{ kind: "wrong-file-type", fatal: true }], undefined],
  [
    "a zip renamed .csv",
    "a.csv",
    zipSync({ "a.csv": strToU8(good) }),
    [{ kind: "wrong-file-type", fatal: true }],
    undefined,
  ],
  [
    "a Git LFS pointer",
    "a.csv",
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
    [{ kind: "git-lfs-pointer", fatal: true }],
    undefined,
  ],
  ["binary data", "a.csv", "id,name\n1,a\0b\n2,c\n", [{ kind: "nul-bytes", fatal: true }], undefined],
  [
    "NUL bytes far into the file",
    "a.csv",
    `id,name\n${"1,abcdefg\n".repeat(8000)}2,a\0b\n3,a\0b\n4,\0\n`,
    [
      {
        kind: "nul-bytes",
        fatal: false,
        count: 3,
        places: [
          { line: 8002, column: "name" },
          { line: 8004, column: "name" },
        ],
      },
    ],
    8003,
  ],
  ["a cell of one megabyte", "a.csv", `id,name\n1,${megabyte}\n2,b\n`, [], 2],
  ["a quoted cell of one megabyte", "a.csv", `id,name\n1,"${megabyte}"\n2,b\n`, [], 2],
  [
    "a cell past the limit",
    "a.csv",
    `id,name\n1,a\n2,${tooLong}\n3,b\n`,
    [
      {
        kind: "cell-too-long",
        fatal: false,
        args: { stoppedAtLine: 3, limit: "1 MB" },
        places: [{ line: 3 }],
      },
    ],
    1,
  ],
  [
    "no line ending for over a megabyte",
    "a.csv",
    `id,name\n1,a\n2,${tooLong}${tooLong}`,
    [{ kind: "cell-too-long", fatal: false }],
    1,
  ],
  [
    "a header past the limit",
    "a.csv",
    `id,${tooLong}\n1,a\n`,
    [{ kind: "cell-too-long", fatal: true }],
    undefined,
  ],
  [
    "a quote that never closes",
    "a.csv",
    'id,name\n1,"a\nb"\n2,"b\n3,c\n4,d\n',
    [
      {
        kind: "unclosed-quote",
        fatal: false,
        args: { stoppedAtLine: 4, limit: "1 MB" },
        places: [{ line: 4 }],
      },
    ],
    1,
  ],
  [
    "a quote that closes only past the limit",
    "a.csv",
    `id,name\n1,a\n2,"${"b\n".repeat(600_000)}"\n3,c\n`,
    [{ kind: "unclosed-quote", fatal: false, places: [{ line: 3 }] }],
    1,
  ],
  [
    "a quote never closed in the header",
    "a.csv",
    'id,"name\n1,a\n',
    [{ kind: "unclosed-quote", fatal: true }],
    undefined,
  ],
  [
    "a stray quote, and a quote that never closes",
    "a.csv",
    'id,name\n1,"a" b\n2,"c\n3,d\n',
    [{ kind: "unclosed-quote", fatal: false, places: [{ line: 2 }] }],
    0,
  ],
  [
    "text after a closing quote",
    "a.csv",
    'id,name\n\n1,"Ann "Bo" Lee"\n2,c\n',
    [{ kind: "irregular-quotes", fatal: false, count: 1, places: [{ line: 3 }] }],
    2,
  ],
  [
    "duplicate headers",
    "a.csv",
    "id,name,id,id\n1,a,2,3\n",
    [
      {
        kind: "duplicate-header",
        fatal: false,
        count: 1,
        args: { columns: "id" },
        places: [{ line: 1, column: "id" }],
      },
    ],
    1,
  ],
  [
    "empty headers",
    "a.csv",
    "id,,name,,\n1,a,b,,\n",
    [{ kind: "empty-header", fatal: false, count: 3, args: { columns: 3, trailing: 2 } }],
    1,
  ],
  [
    "a __proto__ header",
    "a.csv",
    "id,__proto__,constructor\n1,a,b\n",
    [{ kind: "reserved-header", fatal: false, count: 2, args: { columns: "__proto__, constructor" } }],
    1,
  ],
  [
    "rows of other widths",
    "a.csv",
    'id,name\n1\n2,b,c\n3,"d\ne"\n4,f,g,"h"\n',
    [
      {
        kind: "ragged-rows",
        fatal: false,
        count: 3,
        places: [
          { line: 2, value: "1 of 2 cells" },
          { line: 3, value: "3 of 2 cells" },
          { line: 6, value: "4 of 2 cells" },
        ],
      },
    ],
    4,
  ],
];

const expectProblems = (problems: FileProblem[], expected: Expected[]) => {
  expect(problems.map(({ kind }) => kind)).toEqual(expected.map(({ kind }) => kind));
  for (const [index, each] of expected.entries()) expect(problems[index]).toMatchObject(each);
};

describe("bad input gets one clear problem, and the rest of the package is read", () => {
  test.each(table)("%s", async (_, name, content, problems, rows) => {
    for (const pieceBytes of [50_000, 1 << 20, 1 << 22]) {
      const [bad, after] = await openAll(
        [
          [name, content],
          ["good.csv", good],
        ],
        { pieceBytes },
      );
      expectProblems(bad!.problems, problems);
      expect(bad!.table?.rows).toBe(rows);
      expect(after).toMatchObject({ file: "good.csv", problems: [] });
      expect(after!.table!.column("name")!.valueOf(0)).toBe("Zoë");
    }
  });
});

test("irregular quoting in a file too large for Papa Parse: what stands before it is kept", async () => {
  const chunk = "5,abcdefghij\n".repeat(100_000);
  const parts = ['id,name\n1,a\n2,"b "c" d"\n', ...new Array<string>(60).fill(chunk)];
  const all: Opened[] = [];
  for await (const opened of openPackage([{ name: "a.csv", blob: new Blob(parts) }])) all.push(opened);
  expect(all[0]!.table!.rows).toBe(1);
  expectProblems(all[0]!.problems, [
    {
      kind: "irregular-quotes",
      fatal: false,
      args: { stoppedAtLine: 3, limit: "64 MB" },
      places: [{ line: 3 }],
    },
  ]);
});

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
      expectProblems(opened!.problems, [
        { kind: "not-utf-8", fatal: false, args: { encoding: "windows-1252" }, places: [place] },
      ]);
      const last = opened!.table!.columns[1]!;
      const expected = new TextDecoder("windows-1252").decode(latin(text)).trimEnd().split(/[,\n]/).at(-1);
      expect(last.valueOf(last.codes[opened!.table!.rows - 1]!)).toBe(expected);
    }
  });

  test("windows-1252 with irregular quotes is read a third way", async () => {
    const [opened] = await openAll([["a.csv", latin('id,name\n1,"a "x" b"\n2,José\n')]]);
    expectProblems(opened!.problems, [
      { kind: "not-utf-8", fatal: false },
      { kind: "irregular-quotes", fatal: false },
    ]);
    expect(opened!.table!.column("name")!.codeOf("José")).toBe(1);
  });
});

describe("reading can be followed and stopped", () => {
  const long = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},n${index % 7}\n`).join("")}`;

  test("the table so far holds whole rows, and is the one given at the end", async () => {
    const seen: unknown[] = [];
    let rows = 0;
    const [opened] = await openAll([["a.csv", long]], {
      pieceBytes: 10_000,
      onPiece: (live, file) => {
        expect(file).toBe("a.csv");
        expect(live.rows).toBeGreaterThan(rows);
        rows = live.rows;
        const id = live.columns[0]!;
        expect(id.size).toBe(rows);
        expect(id.counts.subarray(0, id.size).every((count) => count === 1)).toBe(true);
        expect(id.valueOf(rows - 1)).toBe(String(rows - 1));
        seen.push(live);
      },
    });
    expect(new Set(seen)).toEqual(new Set([opened!.table]));
    expect(seen.length).toBeGreaterThan(10);
    expect(opened!.table!.rows).toBe(20_000);
  });

  test("progress ends with all bytes", async () => {
    const bytesDone: number[] = [];
    await openAll([["a.csv", long]], {
      pieceBytes: 10_000,
      onProgress: (each) => bytesDone.push(each.bytesDone),
    });
    expect(bytesDone.at(-1)).toBe(long.length);
    expect(bytesDone).toEqual([...bytesDone].sort((a, b) => a - b));
  });

  test("a cancel throws the signal's reason", async () => {
    const controller = new AbortController();
    const reading = openAll([["a.csv", long]], {
      pieceBytes: 10_000,
      signal: controller.signal,
      onPiece: () => controller.abort(new Error("stopped by hand")),
    });
    await expect(reading).rejects.toThrow("stopped by hand");
  });

  test("a file that changes while it is read is a problem of that file", async () => {
    const gone = {
      size: 10,
      slice: () => gone,
      stream: () =>
        new ReadableStream({
          type: "bytes",
          pull: (controller) => controller.error(new DOMException("gone", "NotReadableError")),
        }),
    } as unknown as Blob;
    const all: Opened[] = [];
    const sources = [
      { name: "a.csv", blob: gone },
      { name: "b.csv", blob: new Blob([good]) },
    ];
    for await (const opened of openPackage(sources)) all.push(opened);
    expect(all[0]).toMatchObject({ file: "a.csv", problems: [{ kind: "file-changed", fatal: true }] });
    expect(all[1]!.table!.rows).toBe(1);
  });

  test("bytes lost on the way are our fault, and thrown", async () => {
    const short = new Blob(["id,name\n1,a\n"]);
    Object.defineProperty(short, "size", { value: 99 });
    const reading = async () => {
      for await (const _ of openPackage([{ name: "a.csv", blob: short }]));
    };
    await expect(reading()).rejects.toThrow("lost some");
  });
});
