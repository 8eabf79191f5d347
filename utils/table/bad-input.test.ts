import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Expected, good, openAll } from "./open-all.fixture.ts";
import { type Opened, openPackage } from "./open-package.ts";

const bytes = (...numbers: number[]) => new Uint8Array(numbers);
const megabyte = "x".repeat(1_000_000);
const tooLong = "x".repeat(1024 * 1024);

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
  ["nothing but two of them", "a.csv", "\ufeff\ufeff", [{ kind: "empty-file", fatal: true }], undefined],
  ["nothing but blanks", "a.csv", "  \n\t\r\n ", [{ kind: "empty-file", fatal: true }], undefined],
  ["a header only", "a.csv", "sourcedId,name\r\n", [{ kind: "header-only", fatal: false }], 0],
  [
    "semicolons",
    "a.csv",
    "id;name\n1;a\n",
    [{ kind: "wrong-delimiter", fatal: false, args: { delimiter: ";", name: "semicolon" } }],
    1,
  ],
  ["tabs in a .csv", "a.csv", "id\tname\n1\ta\n", [{ kind: "wrong-delimiter", fatal: false }], 1],
  [
    "commas as wide as letters",
    "a.csv",
    "id，name，grade\n1，a，KG\n",
    [{ kind: "wrong-delimiter", fatal: false, args: { delimiter: "，", name: "full-width comma" } }],
    1,
  ],
  ["one wide comma in the name of one column", "a.csv", "name，of the student\na\n", [], 1],
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
      expect(bad!.problems).toMatchObject(problems);
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
  expect(all[0]!.problems).toMatchObject([
    {
      kind: "irregular-quotes",
      fatal: false,
      args: { stoppedAtLine: 3, limit: "64 MB" },
      places: [{ line: 3 }],
    },
  ]);
});
