import { expect, test } from "vitest";
import * as library from "./library.ts";
import type * as Told from "./library-types.d.ts";

/** The hand-written types hold for what there is: the assignments below are what tsc checks. */
const rules: typeof Told.rules = library.rules;
const formats: typeof Told.formats = library.formats;
const openPaths: typeof Told.openPaths = library.openPaths;
const describeRule: typeof Told.describeRule = library.describeRule;
const reportSchema: typeof Told.reportSchema = library.reportSchema;
/** The library's own report is what the types promise. */
const report = (made: Awaited<ReturnType<typeof library.checkPackage>>["report"]): Told.Report => made;

test("everything the types promise is there, and nothing they keep quiet about", async () => {
  const { readFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const text = readFileSync(join(import.meta.dirname, "library-types.d.ts"), "utf8");
  const told = [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
  expect(Object.keys(library).sort()).toEqual(told.sort());
});

test("works as the types say", async () => {
  const { report: made } = await library.checkPackage([
    { name: "users.csv", blob: new Blob(["sourcedId\n1\n"]) },
  ]);
  expect(report(made).files[0]?.rows).toBe(1);
  expect(made.tool.version).toMatch(/^\d/);
  expect(describeRule(rules[0]?.id ?? "")?.title).not.toBe("");
  expect(describeRule("no-such-rule")).toBeUndefined();
  expect(formats.length).toBeGreaterThan(1);
  expect(reportSchema()).toHaveProperty("properties");
  await expect(openPaths(["nowhere"])).rejects.toThrow("Cannot read nowhere");
});
