import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findDifferences } from "./compare.ts";
import { generatePackage, type Planted } from "./generate.ts";
import { checkObvious, type NamedFile } from "./obvious.ts";
import { checkOurs } from "./ours.ts";

const folder = mkdtempSync(join(tmpdir(), "rosterguard-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openFiles = (name: string, set: Planted): Promise<NamedFile[]> =>
  Promise.all(
    set.files.map(async (file) => ({ name: file, blob: await openAsBlob(join(folder, name, file)) })),
  );

describe("the two sides of the benchmark", () => {
  it("both find exactly what was planted", async () => {
    const set = generatePackage(join(folder, "both"), 700);
    const files = await openFiles("both", set);
    const obvious = await checkObvious(files);
    const ours = await checkOurs(files, () => performance.now());
    expect(findDifferences(set.planted, ours.counts, obvious.counts)).toEqual([]);
    expect([ours.rows, obvious.rows]).toEqual([set.rows, set.rows]);
  });

  it("the obvious one keeps where each fault is", async () => {
    const set = generatePackage(join(folder, "places"), 120);
    const { samples } = await checkObvious(await openFiles("places", set));
    const [place] = samples["invalid enrollments.endDate"] ?? [];
    expect(place?.value).toMatch(/^202[67]-(11-31|02-30)$/);
    expect(place).toMatchObject({ file: "enrollments.csv", column: "endDate" });
  });

  it("the obvious one names a file that is missing", async () => {
    await expect(checkObvious([])).rejects.toThrow("manifest.csv is missing");
  });
});

describe("findDifferences", () => {
  it.each([
    ["agreement", { a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 }, []],
    ["ours misses one", { a: 2 }, { a: 1 }, { a: 2 }, ["a: planted 2, ours 1, obvious 2"]],
    ["both miss it", { a: 2 }, {}, {}, ["a: planted 2, ours 0, obvious 0"]],
    ["ours finds more", {}, { b: 1 }, {}, ["b: planted no number of its own, ours 1, obvious 0"]],
  ])("%s", (_, planted, ours, obvious, expected) => {
    expect(findDifferences(planted, ours, obvious)).toEqual(expected);
  });
});
