import { describe, expect, test, vi } from "vitest";
import { type OpenOptions, openPackage } from "./open-package.ts";
import type { OpenRangeReader, RangeReader, RangeRequest } from "./range.ts";
import { readRange } from "./read-range.ts";
import { helperThat, helpHere, open, openAfter, seen } from "./split.fixture.ts";

/** Opens `text` split after these bytes, expects what it is unsplit, and tells how many ranges were taken. */
const openSplit = async (
  text: BlobPart,
  splitAt: readonly number[],
  more: Pick<OpenOptions, "pieceBytes" | "ownValues"> = {},
): Promise<number> => {
  const { openHelper, ranges } = helpHere(more.pieceBytes);
  const opened = await open(text, { ...more, openHelper, splitAt });
  expect(seen(opened)).toEqual(seen(await open(text, more)));
  return ranges.filter((range) => range?.columns.length === 0).length;
};

/** Opens `text` split after these shares of it, all of them taken, and expects what it is unsplit. */
const expectShared = async (
  text: string,
  shares: readonly number[],
  more: Pick<OpenOptions, "pieceBytes" | "ownValues"> = {},
) => {
  const splitAt = shares.map((share) => Math.floor(text.length * share));
  const { openHelper, ranges } = helpHere(more.pieceBytes);
  expect(seen(await openAfter(text, splitAt, more, openHelper))).toEqual(seen(await open(text, more)));
  expect(ranges.map((range) => range?.columns.length)).toEqual(shares.map(() => 0));
};

const drain = async (reading: AsyncIterable<unknown>) => {
  for await (const _ of reading);
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
  const texts: [string, string][] = [
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
  ];
  test.each(texts)("with %s", async (kind, text) => {
    let taken = 0;
    for (let splitAt = 0; splitAt <= sizeOf(text); splitAt++) {
      for (const pieceBytes of [1, 7, 1 << 20]) taken += await openSplit(text, [splitAt], { pieceBytes });
    }
    expect(taken > 0).toBe(!neverTaken.has(kind));
  });

  test.each(texts)("and twice, with %s", async (_, text) => {
    for (let last = 0; last <= sizeOf(text); last++) {
      for (let first = 0; first < last; first += 3) await openSplit(text, [last, first], { pieceBytes: 1 });
    }
  });

  test("in another encoding than its beginning shows", async () => {
    const text = Uint8Array.from("a,b\n1,x\n2,\xe9\n3,x\n", (char) => char.charCodeAt(0));
    for (let splitAt = 0; splitAt <= text.length; splitAt++) await openSplit(text, [splitAt]);
  });
});

test("a header below title lines is found as ever, and the file is read by one alone", async () => {
  const text = "Our school\n\na,b\n1,x\n2,y\n3,z\n";
  const findHeader = (rows: readonly (readonly string[])[]) => ({
    row: rows.findIndex((cells) => cells.length === 2),
  });
  const plain = await open(text, { findHeader });
  for (let splitAt = 0; splitAt <= text.length; splitAt++) {
    const { openHelper, ranges } = helpHere();
    const opened = await open(text, { findHeader, openHelper, splitAt: [splitAt] });
    expect(seen(opened)).toEqual(seen(plain));
    expect(ranges).toEqual([]);
  }
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
    for (const shares of [[0.2], [0.5], [0.62], [0.9, 0.6, 0.3]]) {
      await expectShared(text, shares, { pieceBytes: 1 << 12 });
    }
  });

  test("and kept without their text are told apart, across ranges too", async () => {
    const repeated = new Set([20, 5000, 11_000]);
    let text = "id,class\n";
    for (let row = 0; row < rows; row++) {
      const id = repeated.has(row)
        ? "enrollment-that-repeats"
        : `enrollment-number-${row % 9000}-${row >> 12}`;
      text += `${row % 700 === 3 ? `"${id}"` : id},class ${row >> 5}\n`;
    }
    text += "short,class\n";
    for (const shares of [[0.5], [0.9, 0.6, 0.3]]) {
      await expectShared(text, shares, { pieceBytes: 1 << 12, ownValues: () => [0] });
    }
  });
});

test("a range with a byte of zero is read again", async () => {
  const text = `id,class\n${"1,x\n".repeat(30_000)}2,y\0\n`;
  expect(await openSplit(text, [60_000])).toBe(0);
});

test("bytes read elsewhere count as done, and the sum is the file's", async () => {
  const text = `a,b\n${"1,x\n2,y\n".repeat(2000)}`;
  const told: { bytesDone: number; bytesTotal: number; ahead?: true }[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const openHelper = helperThat(async (request, onBytes) => {
    onBytes(100);
    begin();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return readRange(request);
  });
  const blob = new Blob([text]);
  const sources = [
    { name: "small.csv", blob: new Blob(["a\n1\n"]) },
    { name: "a.csv", blob },
  ];
  const onProgress: OpenOptions["onProgress"] = (each) => {
    if (each.file === "a.csv") told.push(each);
  };
  const reading = openPackage(sources, { openHelper, splitAt: [9000], onProgress });
  await Promise.all([drain(reading), begun]);
  expect(told.some(({ bytesDone, ahead }) => ahead && bytesDone === 100)).toBe(true);
  expect(told.at(-1)).toMatchObject({ bytesDone: blob.size, bytesTotal: blob.size });
  expect(told.every(({ bytesDone }) => bytesDone <= blob.size)).toBe(true);
});

describe("a helper changes nothing", () => {
  const text = `a,b\n${"1,x\n2,y\n".repeat(20)}`;
  const plain = async () => seen(await open(text, {}));

  test.each<[string, OpenRangeReader]>([
    ["when it fails", helperThat(() => Promise.reject(new Error("no memory")))],
    ["when it has nothing to give", helperThat(async () => undefined)],
    ["when it read with another header", helperThat((request) => readRange({ ...request, header: ["a"] }))],
    [
      "when it lost bytes",
      helperThat(async (request) => {
        const range = await readRange(request);
        return range && { ...range, bytes: range.bytes - 1 };
      }),
    ],
    [
      "when it throws",
      helperThat(() => {
        throw new Error("no worker");
      }),
    ],
    [
      "when it cannot be opened",
      () => {
        throw new Error("no worker");
      },
    ],
  ])("%s", async (_, openHelper) => {
    expect(seen(await open(text, { openHelper, splitAt: [80] }))).toEqual(await plain());
  });

  test("when the second of its ranges fails", async () => {
    let asked = 0;
    const read = async (request: RangeRequest) => (asked++ === 0 ? readRange(request) : undefined);
    expect(seen(await openAfter(text, [120, 60], {}, helperThat(read)))).toEqual(await plain());
    expect(asked).toBe(2);
  });

  test("when it never answers", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const close = vi.fn();
      const opened = open(text, {
        openHelper: helperThat(() => new Promise(() => {}), close),
        splitAt: [80],
      });
      while (close.mock.calls.length === 0) {
        vi.advanceTimersByTime(500);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      expect(seen(await opened)).toEqual(await plain());
    } finally {
      vi.useRealTimers();
    }
  });

  test("and is not asked about small files, zips, or files that are none of ours", async () => {
    const openHelper = vi.fn<OpenRangeReader>(helperThat(async () => undefined));
    await open(text, { openHelper });
    await open("PK\u0003\u0004 and no zip\n1\n2\n", { openHelper, splitAt: [5] });
    await open("<html>\n<body>\n<p>\n", { openHelper, splitAt: [5] });
    await open("a,b,c", { openHelper, splitAt: [2] });
    expect(openHelper).not.toHaveBeenCalled();
  });

  test("and a cancel does not wait for it; it is told to stop", async () => {
    const cancel = new AbortController();
    const close = vi.fn();
    const openHelper = helperThat(() => {
      setTimeout(() => cancel.abort(new Error("enough")), 5);
      return new Promise(() => {});
    }, close);
    await expect(open(text, { openHelper, splitAt: [80], signal: cancel.signal })).rejects.toThrow("enough");
    expect(close).toHaveBeenCalled();
  });

  test("and is told to stop when the package is read, or given up", async () => {
    for (const given of [text, 'a,b\n1,x\n2,"x"y\n3,x\n4,x\n']) {
      const close = vi.fn();
      const sources = [{ name: "a.csv", blob: new Blob([given]) }];
      const openHelper = helperThat(readRange as RangeReader["read"], close);
      await drain(openPackage(sources, { openHelper, splitAt: [given.length - 6] }));
      expect(close).toHaveBeenCalled();
    }
  });
});
