import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../utils/checks/index.ts";
import { faults, findFault } from "../../utils/generate/faults/index.ts";
import { generateFaulty, type PlantedPlace } from "../../utils/generate/generate.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { checkMade, districtOf } from "./check-made.ts";
import { elsewhere } from "./elsewhere.ts";

const root = join(import.meta.dirname, "../..");
const formats = Object.keys(recipes) as Made[];
const ids = rules.map(({ id }) => id);

/** Every format a rule is for, by the rule itself; nobody writes this list. */
const pairs = rules
  .filter(({ id }) => elsewhere[id] === undefined)
  .flatMap(({ id, formats: own = formats }) =>
    formats.filter((format) => own.includes(format)).map((format) => [id, format] as const),
  );

const keyOf = ({ file, line, column, value }: PlantedPlace): string =>
  JSON.stringify([file, line ?? null, column ?? null, value ?? null]);

describe("every rule", () => {
  it("has a fault that is planted, or says where it is tested instead", () => {
    const without = ids.filter((id) => findFault(id) === undefined && elsewhere[id] === undefined);
    expect(
      without,
      "utils/generate/faults: plant a fault for these rules in every format they are for, or say in test/truth/elsewhere.ts why none can be and which test raises them",
    ).toEqual([]);
  });

  it("is in the catalogue when a fault names it, and plants it once", () => {
    const planted = faults.map(({ rule }) => rule);
    expect(planted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(planted).size).toBe(planted.length);
  });

  it("that is tested elsewhere is in the catalogue, and in that test", () => {
    for (const [id, { test }] of Object.entries(elsewhere)) {
      expect(ids).toContain(id);
      expect(existsSync(join(root, test)), test).toBe(true);
      // test/catalogue.test.ts runs the examples of every rule's page.
      const text = test === "test/catalogue.test.ts" ? `docs/rules/${id}.md` : test;
      expect(readFileSync(join(root, text), "utf8"), `${text} does not name ${id}`).toContain(id);
    }
  });

  it("is planted in at least one format that it is for", () => {
    const planted = new Set(
      pairs
        .filter(([id, format]) => {
          const fault = findFault(id);
          return fault !== undefined && generateFaulty(districtOf(format), [fault]).planted.length > 0;
        })
        .map(([id]) => id),
    );
    expect(ids.filter((id) => !planted.has(id) && elsewhere[id] === undefined)).toEqual([]);
  });
});

describe.each(formats)("%s", (format) => {
  const own = pairs.filter(([, one]) => one === format).map(([id]) => id);

  it.each(own)("%s: the one planted fault is the one finding", async (id) => {
    const fault = findFault(id);
    if (fault === undefined) throw new Error(`${id} has no fault in utils/generate/faults`);
    const { made, planted, leftOut } = generateFaulty(districtOf(format), [fault]);
    if (planted.length === 0) {
      // A reason, and never that this district is too small.
      expect(leftOut.map(({ because }) => because)).toEqual([expect.not.stringContaining("too small")]);
      expect(leftOut[0]?.because.length).toBeGreaterThan(10);
      return;
    }
    const report = await checkMade(made, format, fault.needs);
    const mine = report.findings.filter(({ rule }) => rule === id);
    const others = report.findings.filter(({ rule }) => rule !== id).map(({ rule }) => rule);
    const places = planted.flatMap((one) => [one, ...(one.also ?? [])]);
    expect(
      mine
        .flatMap(({ samples }) => samples)
        .map(keyOf)
        .sort(),
    ).toEqual(places.map(keyOf).sort());
    expect(mine.reduce((sum, { count }) => sum + count, 0)).toBe(
      planted.reduce((sum, { count = 1 }) => sum + count, 0),
    );
    expect([...new Set(others)].sort()).toEqual([...(fault.brings?.[format] ?? [])].sort());
    expect(report.notChecked.filter(({ because }) => /fault is ours|our own/i.test(because))).toEqual([]);
  });
});
