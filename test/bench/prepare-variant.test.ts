import { mkdtempSync, openAsBlob, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatePackage } from "./generate.ts";
import { checkOurs } from "./ours.ts";
import type { BenchSet } from "./prepare-set.ts";
import { prepareVariant, splitLine } from "./prepare-variant.ts";
import { type VariantName, variants } from "./variants.ts";

const root = mkdtempSync(join(tmpdir(), "rosterguard-variants-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let plain: BenchSet;
beforeAll(() => {
  const folder = join(root, "plain");
  plain = { ...generatePackage(folder, 200), folder };
});

const make = (name: VariantName): Promise<BenchSet> => prepareVariant(plain, name, () => {});
const read = (set: BenchSet, file: string): string => readFileSync(join(set.folder, file), "utf8");

describe("a variant of a set", () => {
  it.each(variants)("%s shows exactly what it must", async (name) => {
    const set = await make(name);
    const files = await Promise.all(
      set.files.map(async (file) => ({ name: file, blob: await openAsBlob(join(set.folder, file)) })),
    );
    const { rows, counts } = await checkOurs(files, () => 0);
    expect(rows).toBe(plain.rows);
    expect(counts).toMatchObject(set.planted);
    expect(set.bytes).toBe(files.reduce((sum, { blob }) => sum + blob.size, 0));
  });

  it("quoted holds the same cells, each in quotes", async () => {
    const [before, after] = [read(plain, "users.csv"), read(await make("quoted"), "users.csv")];
    expect(Papa.parse(after.slice(1)).data).toEqual(Papa.parse(before.slice(1)).data);
    expect(after.slice(1).replaceAll(/"(?:[^"]|"")*"/g, "")).toMatch(/^[,\r\n]*$/);
  });

  it("shuffled holds the same lines in another order", async () => {
    const [before, after] = [read(plain, "enrollments.csv"), read(await make("shuffled"), "enrollments.csv")];
    expect(after).not.toBe(before);
    expect(after.split("\r\n").sort()).toEqual(before.split("\r\n").sort());
    expect(after.split("\r\n")[0]).toBe(before.split("\r\n")[0]);
  });

  it.each([
    ["a,b,", ["a", "b", ""]],
    ['"a,b",c', ["a,b", "c"]],
    ['c,"say ""hi"""', ["c", 'say "hi"']],
    ['"",x', ["", "x"]],
    ['a,"b",', ["a", "b", ""]],
  ])("is made of the cells of %s", (line, cells) => {
    expect(splitLine(line)).toEqual(cells);
  });
});
