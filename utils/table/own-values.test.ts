import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Opened, openPackage } from "./open-package.ts";
import { zip } from "./zip.fixture.ts";

const open = async (text: string, own: number[], pieceBytes = 64, packed = false): Promise<Opened> => {
  const options = { pieceBytes, ownValues: () => own };
  const name = packed ? "a.zip" : "a.csv";
  const blob = packed
    ? new Blob([zip({ "a.csv": new TextEncoder().encode(text) }) as BlobPart])
    : new Blob([text]);
  for await (const opened of openPackage([{ name, blob }], options)) return opened;
  throw new Error("nothing was opened");
};

/** What can be known of a column whose tokens are only told apart, from one that has all its text. */
const expectSame = async (text: string, pieceBytes?: number, index = 0, packed = false) => {
  const plain = (await open(text, [], pieceBytes)).table!.columns[index]!;
  const { table } = await open(text, [index], pieceBytes, packed);
  const own = table!.columns[index]!;
  const rows = table!.rows;
  for (let row = 0; row < rows; row++) {
    const code = own.codes[row]!;
    const before = plain.codes[row]!;
    if (code === own.ownCode) {
      expect(plain.counts[before]).toBe(1);
      expect(plain.valueOf(before)).toMatch(/^[0-9A-Za-z./@_-]{11,255}$/);
      continue;
    }
    expect(own.valueOf(code)).toBe(plain.valueOf(before));
    expect(own.counts[code]).toBe(plain.counts[before]);
    expect(own.firstRow[code]).toBe(plain.firstRow[before]);
    expect(own.codeOf(plain.valueOf(before))).toBe(code);
  }
  const firsts = [...own.firstRow.subarray(0, own.size)].filter((_, code) => own.counts[code]! > 0);
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  expect([...own.counts.subarray(0, own.size)].reduce((a, b) => a + b, 0)).toBe(rows);
  return own;
};

describe("a column whose values are only told apart", () => {
  test("keeps one code for all tokens that stand in one row", async () => {
    const text = `id,x\n${Array.from({ length: 300 }, (_, row) => `enrollment-${row},y`).join("\n")}\n`;
    const column = await expectSame(text);
    expect(column.size).toBe(1);
    expect(column.valueOf(0)).toBe("");
    expect(column.codeOf("enrollment-0")).toBe(-1);
  });

  test("knows every token that stands in two, wherever they stand", async () => {
    const ids = Array.from({ length: 5000 }, (_, row) => `enrollment-${row % 1250 === 7 ? 7 : row}`);
    const column = await expectSame(`id\n${ids.join("\n")}\n`, 1 << 20);
    expect(column.counts[column.codeOf("enrollment-7")]).toBe(4);
  });

  test.each([
    ["from the first rows on", 5],
    ["later", 7000],
  ])("tells tokens among keys that are all different and none, %s", async (_, firstToken) => {
    // Only in large files are values that are all different not looked up.
    const filler = "x".repeat(2800);
    const ids = Array.from({ length: 9000 }, (_, row) => `key ${row}`);
    for (const row of [firstToken, 8000, 8500]) ids[row] = "enrollment-1";
    ids[8700] = "enrollment-2";
    ids[8800] = "key 4";
    const column = await expectSame(`id,x\n${ids.map((id) => `${id},${filler}\n`).join("")}`, 1 << 20);
    expect(column.counts[column.codeOf("enrollment-1")]).toBe(3);
    expect(column.counts[column.codeOf("key 4")]).toBe(2);
    expect(column.ownCode !== undefined).toBe(firstToken === 5);
  });

  test.each([
    ["short values, which may be numbers", "1,2,1,3"],
    ["blanks", ",,enrollment-1,"],
    ["other characters", "enrollment 1,enrollment 2,enrollment 1,Zoë-enrollment"],
    ["quoted tokens", '"enrollment-1",enrollment-1,"enrollment-2"'],
    ["quoted line breaks and quotes", '"enrollment\n1","enrollment""1","enrollment""1"'],
    ["the first token again", "enrollment-1,enrollment-2,enrollment-1"],
    ["nothing but one token", "enrollment-1,enrollment-1,enrollment-1"],
    ["tokens longer than any", `${"x".repeat(256)},${"x".repeat(255)},${"x".repeat(256)}`],
  ])("keeps the text of %s", async (_, values) => {
    await expectSame(`id,x\n${values.replaceAll(",", ",y\n")},y\n`, 16);
  });

  test("is read as text when most tokens repeat", async () => {
    const ids = Array.from({ length: 20_000 }, (_, row) => `enrollment-${row >> 1}`);
    const column = await expectSame(`id\n${ids.join("\n")}\n`, 1 << 20);
    expect(column.ownCode).toBeUndefined();
  });

  test("is what it is as text, whatever stands in it", async () => {
    const id = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map((n) => `enrollment-${n}`),
      fc.integer({ min: 0, max: 30 }).map((n) => `"enrollment-${n}"`),
      fc.constantFrom("", "x", "Zoë Zoë Zoë Zoë", '"a ""b"" c d e f"', '"line\nline line line"'),
    );
    const file = fc.tuple(fc.array(id, { minLength: 1, maxLength: 60 }), fc.constantFrom("\n", "\r\n"));
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 90 }), async ([ids, end], pieceBytes) => {
        await expectSame(`id,x${end}${ids.map((one) => `${one},y${end}`).join("")}`, pieceBytes);
      }),
    );
  });

  test("is found again wherever its rows begin, in a zip as well", async () => {
    const before = fc.oneof(
      { weight: 4, arbitrary: fc.constant("y,") },
      fc.constantFrom('"line\nline\r\nline",', '"a ""b"", c",', '"",', `${"long ".repeat(4000)},`),
    );
    const id = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => `enrollment-${n}`) },
      fc.constantFrom('"enrollment-7"', "x", "", "Zoë Zoë Zoë Zoë"),
    );
    // Blank lines, rows too short and too wide, and none of it.
    const after = fc.oneof(
      { weight: 4, arbitrary: fc.constant(",z") },
      fc.constantFrom("", ',z,"w\nw"', ",z\n\n", ',z\n""\n'),
    );
    const row = fc.tuple(before, id, after).map((cells) => cells.join(""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 100, maxLength: 300 }),
        fc.boolean(),
        fc.boolean(),
        async (rows, packed, ended) => {
          await expectSame(`x,id,y\n${rows.join("\n")}${ended ? "\n" : ""}`, 5000, 1, packed);
        },
      ),
      { numRuns: 40 },
    );
  });
});
