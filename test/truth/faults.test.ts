import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../utils/checks/index.ts";
import { faults, findFault } from "../../utils/generate/faults/index.ts";
import { generateFaulty } from "../../utils/generate/generate.ts";
import { districtOf } from "./check-made.ts";
import { elsewhere } from "./elsewhere.ts";
import { formats, holdEachRule, pairs } from "./matrix.ts";

const root = join(import.meta.dirname, "../..");
const ids = rules.map(({ id }) => id);

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

holdEachRule(formats.filter((format) => !format.startsWith("oneroster")));
