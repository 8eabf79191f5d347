import { describe, expect, test, vi } from "vitest";
import { type Opened, type OpenOptions, openPackage } from "./open-package.ts";
import type { RangeReader, ReadRange } from "./range.ts";
import { listBuffers, readRange } from "./read-range.ts";

const open = async (text: BlobPart, options: OpenOptions): Promise<Opened> => {
  for await (const opened of openPackage([{ name: "a.csv", blob: new Blob([text]) }], options)) return opened;
  throw new Error("nothing was opened");
};

/** A helper in this thread whose ranges pass a border as a worker's do; `ranges` shows what it gave. */
const helpHere = (pieceBytes?: number) => {
  const ranges: (ReadRange | undefined)[] = [];
  const helper: RangeReader = async (request) => {
    const options = pieceBytes === undefined ? {} : { pieceBytes };
    const read = await readRange(
      { ...structuredClone({ ...request, blob: null }), blob: request.blob },
      options,
    );
    const range = read && structuredClone(read, { transfer: listBuffers(read) });
    ranges.push(range);
    return range;
  };
  return { helper, ranges };
};

/** Everything that can be seen of an opened file. */
const seen = ({ table, problems }: Opened) => ({
  problems,
  facts: table?.file,
  header: table?.header,
  lines: table && Array.from({ length: table.rows }, (_, row) => table.lineOf(row)),
  columns: table?.columns.map(({ size, codes, counts, firstRow, arena, starts, ...column }) => ({
    name: column.name,
    codes: [...codes.subarray(0, table.rows)],
    counts: [...counts.subarray(0, size)],
    firstRow: [...firstRow.subarray(0, size)],
    starts: [...starts.subarray(0, size + 1)],
    arena: [...arena.subarray(0, starts[size])],
    found: Array.from({ length: size }, (_, code) => column.codeOf(column.valueOf(code))),
  })),
});

/** Opens `text` split after byte `splitAt`, expects what it is unsplit, and tells whether the range was taken. */
const openSplit = async (text: BlobPart, splitAt: number, pieceBytes?: number): Promise<boolean> => {
  const pieces = pieceBytes === undefined ? {} : { pieceBytes };
  const { helper, ranges } = helpHere(pieceBytes);
  const opened = await open(text, { ...pieces, helper, splitAt });
  expect(seen(opened)).toEqual(seen(await open(text, pieces)));
  return ranges.some((range) => range?.columns.length === 0);
};

const sizeOf = (text: string) => new TextEncoder().encode(text).length;

/** Reading ends before the range, or is none of the scanner's. */
const neverTaken = new Set([
  "an unclosed quote",
  "irregular quotes",
  "a byte of zero",
  "a header alone",
  "nothing",
]);

describe("a file split at every byte is what it is unsplit", () => {
  test.each([
    ["line feeds", "a,b\n1,x\n2,x\n1,Zoë\n3,x\n"],
    ["both", "\ufeffa,b\r\n1,x\r\n\r\n2,\r\n1,y\n\r\n3,x"],
    ["carriage returns", "a,b\r1,x\r\r2,y\r1,x\r"],
    ["blank lines", "\n\na,b\n\n1,x\n\n\n2,x\n\n1,y\n\n"],
    ["quoted line breaks", 'a,b\n1,"x\ny"\n2,"x\n\n""y"""\n3,"x\ny"\n"4",z\n'],
    ["line breaks that look like rows", 'a,b\n1,"\n2,x\n3,x\n"\n4,x\n5,"\n6,x\n"\n'],
    ["ragged rows", "a,b\n1\n2,x\n3,x,y\n4,x\n"],
    ["an unclosed quote", 'a,b\n1,x\n2,x\n3,"x\n4,x\n'],
    ["irregular quotes", 'a,b\n1,x\n2,"x"y\n3,x\n4,x\n'],
    ["a byte of zero", "a,b\n1,x\n2,\0\n3,x\n"],
    ["one column", "a\n1\n2\n1\n"],
    ["a header alone", "a,b\n"],
    ["nothing", ""],
  ])("with %s", async (kind, text) => {
    let taken = 0;
    for (let splitAt = 0; splitAt <= sizeOf(text); splitAt++) {
      for (const pieceBytes of [1, 7, undefined]) {
        if (await openSplit(text, splitAt, pieceBytes)) taken++;
      }
    }
    expect(taken > 0).toBe(!neverTaken.has(kind));
  });

  test("in another encoding than its beginning shows", async () => {
    const text = Uint8Array.from("a,b\n1,x\n2,\xe9\n3,x\n", (char) => char.charCodeAt(0));
    for (let splitAt = 0; splitAt <= text.length; splitAt++) await openSplit(text, splitAt);
  });
});

describe("columns whose values are nearly all different", () => {
  const rows = 12_000;
  const ids = {
    "in both parts": (row: number) => `id-${row % 50 === 7 ? row - 7 : row}`,
    "with values of the first in the second": (row: number) => `id-${row % 97 === 3 ? row >> 1 : row}`,
    "in the first alone": (row: number) => `id-${row < rows / 2 ? row : row % 40}`,
    "in the second alone": (row: number) => `id-${row < rows / 2 ? row % 40 : row}`,
  };
  test.each(Object.entries(ids))("%s", async (_, idOf) => {
    let text = "id,class,note\n";
    for (let row = 0; row < rows; row++) {
      text += `${idOf(row)},class ${row >> 5},${row % 1000 === 0 ? `"a\n${row}"` : ""}\n`;
      if (row % 3000 === 0) text += "\n";
    }
    for (const share of [0.2, 0.5, 0.62]) {
      expect(await openSplit(text, Math.floor(text.length * share), 1 << 16)).toBe(true);
    }
  });
});

test("a range with a byte of zero is read again", async () => {
  const text = `id,class\n${"1,x\n".repeat(30_000)}2,y\0\n`;
  expect(await openSplit(text, 60_000)).toBe(false);
});

describe("a helper changes nothing", () => {
  const text = `a,b\n${"1,x\n2,y\n".repeat(20)}`;
  const plain = async () => seen(await open(text, {}));

  test.each<[string, RangeReader]>([
    ["when it fails", () => Promise.reject(new Error("no memory"))],
    ["when it has nothing to give", async () => undefined],
    [
      "when it read with another header",
      async (request) => {
        const range = await readRange({ ...request, header: ["a"] });
        return range;
      },
    ],
    [
      "when it throws at once",
      () => {
        throw new Error("no worker");
      },
    ],
  ])("%s", async (_, helper) => {
    expect(seen(await open(text, { helper, splitAt: 80 }))).toEqual(await plain());
  });

  test("and is not asked about small files, zips, or files that are none of ours", async () => {
    const helper = vi.fn<RangeReader>(async () => undefined);
    await open(text, { helper });
    await open("PK\u0003\u0004 and no zip\n1\n2\n", { helper, splitAt: 5 });
    await open("<html>\n<body>\n<p>\n", { helper, splitAt: 5 });
    await open("a,b,c", { helper, splitAt: 2 });
    expect(helper).not.toHaveBeenCalled();
  });

  test("and a range that lost bytes is our fault, told as such", async () => {
    const helper: RangeReader = async (request) => {
      const range = await readRange(request);
      return range && { ...range, bytes: range.bytes - 1 };
    };
    await expect(open(text, { helper, splitAt: 80 })).rejects.toThrow(/lost/);
  });

  test("and a cancel does not wait for it; it is told to stop", async () => {
    const cancel = new AbortController();
    let stopped: AbortSignal | undefined;
    const helper: RangeReader = (_, signal) => {
      stopped = signal;
      setTimeout(() => cancel.abort(new Error("enough")), 5);
      return new Promise(() => {});
    };
    await expect(open(text, { helper, splitAt: 80, signal: cancel.signal })).rejects.toThrow("enough");
    expect(stopped?.aborted).toBe(true);
  });

  test("and is told to stop when the package is read", async () => {
    let stopped: AbortSignal | undefined;
    const helper: RangeReader = (_, signal) => {
      stopped = signal;
      return Promise.resolve(undefined);
    };
    const sources = [{ name: "a.csv", blob: new Blob([text]) }];
    for await (const _ of openPackage(sources, { helper, splitAt: 80 })) expect(stopped?.aborted).toBe(false);
    expect(stopped?.aborted).toBe(true);
  });
});
