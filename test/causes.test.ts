import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { causes } from "../utils/checks/causes/index.ts";
import { rules } from "../utils/checks/index.ts";
import { runChecks } from "../utils/checks/run-checks.ts";
import { describeCause } from "../utils/findings/describe-cause.ts";
import { causesEn } from "../utils/findings/words/en-causes.ts";
import { causesEs } from "../utils/findings/words/es-causes.ts";
import { readExamples } from "./rule-docs.ts";
import { contextOf } from "./sample-package.ts";

const root = join(import.meta.dirname, "..");
const ids = causes.map(({ id }) => id);
const pageOf = (id: string): string => readFileSync(join(root, "docs/causes", `${id}.md`), "utf8");

describe("the catalogue of root causes", () => {
  it("has a page for every cause, under its English title, and no other page", () => {
    expect(readdirSync(join(root, "docs/causes")).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
    for (const id of ids) expect(pageOf(id).split("\n")[0]).toBe(`# ${causesEn[id]?.title}`);
  });

  it("has words in both languages for every cause and for no other", () => {
    expect(Object.keys(causesEn).sort()).toEqual([...ids].sort());
    expect(Object.keys(causesEs).sort()).toEqual([...ids].sort());
  });

  it("takes no id of a rule: both are named where something could not run", () => {
    expect(rules.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

describe.each(ids)("%s", (id) => {
  const { bad, good } = readExamples(pageOf(id));

  it("is found in its bad example, and alone", async () => {
    expect(bad.length).toBeGreaterThan(0);
    for (const example of bad) {
      const result = await runChecks(contextOf(example));
      expect(result.notChecked.filter(({ because }) => because.kind === "our-fault")).toEqual([]);
      expect([...new Set(result.causes?.map(({ kind }) => kind))]).toEqual([id]);
    }
  });

  it("explains as many rows as the findings that name it have", async () => {
    const { findings, causes: found = [] } = await runChecks(contextOf(bad[0]));
    for (const cause of found) {
      const ours = findings.filter((finding) => finding.cause === cause.id);
      expect(ours.reduce((sum, { count }) => sum + count, 0)).toBe(cause.count);
      expect(cause.explains.reduce((sum, { count }) => sum + count, 0)).toBe(cause.count);
      expect(cause.count).toBeGreaterThan(0);
      expect(cause.samples.length).toBeGreaterThan(0);
    }
  });

  it("is not found in its good example", async () => {
    expect(good.length).toBeGreaterThan(0);
    for (const example of good) expect((await runChecks(contextOf(example))).causes).toBeUndefined();
  });

  it("proves itself in one sentence with numbers, and says what to do, in both languages", async () => {
    const { causes: [found] = [] } = await runChecks(contextOf(bad[0]));
    if (found === undefined) throw new Error(`${id} was not found in its bad example`);
    for (const language of ["en", "es"] as const) {
      const { title, proof, fix } = describeCause(found, language);
      expect(proof).toMatch(/\d/);
      expect(proof.match(/[.!?] \p{Lu}/u), "a proof is one sentence").toBeNull();
      expect(title.length).toBeLessThan(60);
      for (const text of [proof, fix]) {
        expect(text).toMatch(/^[\p{L}\p{N}].*[.]$/su);
        expect(text, "a fact is missing").not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });
});
