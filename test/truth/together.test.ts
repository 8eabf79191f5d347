import { describe, expect, it } from "vitest";
import { faults } from "../../utils/generate/faults/index.ts";
import { generateFaulty, type PlantedPlace, writePackage } from "../../utils/generate/generate.ts";
import type { Package } from "../../utils/generate/package.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { createRandom } from "../../utils/generate/random.ts";
import { checkFiles, date, policyWith } from "./check-made.ts";

const formats = Object.keys(recipes) as Made[];
const standing = faults.filter(({ alone }) => alone === undefined);
const policy = policyWith({ metadataColumns: { users: ["metadata.stateUniqueId"] } });

const makeAll = (format: Made) => generateFaulty({ format, students: 300, seed: 1, date }, standing);

const keyOf = (rule: string, { file, line, column, value }: PlantedPlace): string =>
  JSON.stringify([rule, file, line ?? null, column ?? null, value ?? null]);

const shuffle = ({ format, files }: Package, seed: number): Package => {
  const random = createRandom(seed);
  return { format, files: files.map((file) => ({ ...file, rows: random.shuffle(file.rows) })) };
};

describe.each(formats)("every fault that can stand beside others, in %s", (format) => {
  it("is found in its place, and nothing else is", async () => {
    const { made, planted, leftOut } = makeAll(format);
    expect(leftOut.filter(({ because }) => because.includes("too small"))).toEqual([]);
    expect(planted.length).toBeGreaterThan(12);
    const { findings } = await checkFiles(writePackage(made), { format, policy });
    const found = findings.flatMap(({ rule, samples }) => samples.map((place) => keyOf(rule, place)));
    const wanted = planted.flatMap((one) =>
      [one, ...(one.also ?? [])].map((place) => keyOf(one.rule, place)),
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it("is counted alike in whatever order the rows are", async () => {
    const { made } = makeAll(format);
    const counts = async (one: Package) => {
      const { findings } = await checkFiles(writePackage(one), { format, policy });
      return findings
        .map(({ rule, count, outcome, samples }) => `${rule} ${samples[0]?.file} ${outcome} ${count}`)
        .sort();
    };
    const before = await counts(made);
    expect(before.length).toBeGreaterThan(12);
    for (const seed of [1, 2]) expect(await counts(shuffle(made, seed))).toEqual(before);
  });
});
