import { describe, expect, it } from "vitest";
import { eachPair } from "../../utils/checks/enrollment-pairs.ts";
import { generateClean, writePackage } from "../../utils/generate/generate.ts";
import { hashBytes } from "../../utils/table/bytes.ts";
import { addValue, createColumn, findCode } from "../../utils/table/column-builder.ts";
import { openPackage } from "../../utils/table/open-package.ts";
import { checkFiles, date } from "./check-made.ts";

/**
 * Failures that say nothing: a checker that read nothing finds nothing wrong. That no count depends on the order of rows is
 * in together.test.ts.
 */

const open = async (text: string, pieceBytes: number) => {
  for await (const opened of openPackage([{ name: "a.csv", blob: new Blob([text]) }], { pieceBytes })) {
    return opened;
  }
  throw new Error("nothing was opened");
};

/** Sets and maps of the engine end at 2^24 entries. */
const engineLimit = 2 ** 24;
const isLong = Number(process.env.FUZZ_RUNS ?? 0) >= 20_000;
/** Of a million bytes, nearly. */
const megabytes = isLong ? 640 : 3;
const keys = isLong ? engineLimit + 300_000 : 150_000;

describe("silent failures", () => {
  it("every byte of every file is scanned", async () => {
    const files = writePackage(generateClean({ format: "clever-sftp", students: 200, seed: 2, date }));
    const report = await checkFiles(files);
    expect(report.files.map(({ name, bytes }) => [name, bytes]).sort()).toEqual(
      files.map(({ name, bytes }) => [name, bytes.length]).sort(),
    );
    expect(report.files.length).toBe(6);
  });

  it(`a file of ${megabytes} MB is read to its end${isLong ? "" : " (npm run fuzz: 640)"}`, async () => {
    const line = `${"é".repeat(31)},${"x".repeat(64)}\n`;
    const rowsOfOne = 8000;
    const one = new Blob([line.repeat(rowsOfOne)]);
    // Parts that are blobs are not copied. Engines give the empty string for a text of 512 Mi characters, and no error.
    const blob = new Blob(["name,note\n", ...Array.from({ length: megabytes }, () => one)]);
    for await (const { table, problems } of openPackage([{ name: "a.csv", blob }], {})) {
      expect(problems).toEqual([]);
      expect(table?.file).toMatchObject({ bytes: blob.size, rows: megabytes * rowsOfOne });
      expect(table?.lineOf(megabytes * rowsOfOne - 1)).toBe(megabytes * rowsOfOne + 1);
    }
  }, 600_000);

  it("no character is cut where one piece of a file ends and the next begins", async () => {
    const names = ["Sofía", "Nguyễn", "Łukasik", "😀 Zoë"];
    for (let shift = 0; shift < 24; shift++) {
      const rows = Array.from({ length: 40 }, (_, i) => `${i},${names[i % names.length]}`);
      const text = `id,name${"x".repeat(shift)}\n${rows.join("\n")}\n`;
      const { table, problems } = await open(text, 16);
      expect(problems).toEqual([]);
      const column = table?.columns[1];
      const read = rows.map((_, row) => column?.valueOf(column.codes[row] as number));
      expect(read).toEqual(rows.map((_, i) => names[i % names.length]));
    }
  });

  it(`a column takes ${keys.toLocaleString("en-US")} different values${isLong ? "" : " (npm run fuzz: 17 million)"}`, () => {
    const column = createColumn("id");
    const bytes = new Uint8Array(4);
    const view = new DataView(bytes.buffer);
    const write = (value: number): number => {
      view.setUint32(0, value);
      return hashBytes(view, 0, 4);
    };
    for (let value = 0; value < keys; value++) {
      if (addValue(column, view, 0, 4, write(value), value) !== value) throw new Error(`value ${value}`);
    }
    expect(column.size).toBe(keys);
    for (const value of [0, 1, keys >> 1, keys - 2, keys - 1]) {
      expect(findCode(column, view, 0, 4, write(value))).toBe(value);
    }
    expect(findCode(column, view, 0, 4, write(keys))).toBe(-1);
  }, 600_000);

  it(`${keys.toLocaleString("en-US")} pairs of class and student in no order are told apart`, () => {
    const classes = 4099;
    // Steps that share no factor with the counts visit every pair once, far from its neighbours.
    const klass = new Uint32Array(keys);
    const user = new Uint32Array(keys);
    for (let row = 0; row < keys; row++) {
      klass[row] = row % classes;
      user[row] = Math.floor(row / classes);
    }
    const users = Math.floor((keys - 1) / classes) + 1;
    klass[keys - 1] = klass[7] as number;
    user[keys - 1] = user[7] as number;
    const found: [number, number][] = [];
    eachPair(klass, user, { classes, users }, keys, (row, before) => found.push([row, before]));
    expect(found).toEqual([[keys - 1, 7]]);
  }, 600_000);
});
