import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faults } from "../../utils/generate/faults/index.ts";
import { generateClean, generateFaulty, writePackage } from "../../utils/generate/generate.ts";
import type { Package } from "../../utils/generate/package.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { writeFile } from "../../utils/generate/write-file.ts";
import { date, policyWith } from "./check-made.ts";
import { expectConserved } from "./conservation.ts";

const formats = Object.keys(recipes) as Made[];

/** A workbook's rows are counted by nobody else here: the roster is written as CSV. */
const asCsv = (made: Package) =>
  made.format.id === "cli-engage-workbook"
    ? made.files.map((file) => ({ name: file.name, bytes: writeFile(file) }))
    : writePackage(made);

describe("rows read = rows accepted + rows named in findings", () => {
  it.each(formats)("%s, clean", async (format) => {
    const made = generateClean({ format, students: 120, seed: 3, date });
    const { report, named } = await expectConserved(asCsv(made), { format });
    expect(report.totals.rows).toBe(
      made.files.filter(({ spare }) => !spare).reduce((sum, { rows }) => sum + rows.length, 0),
    );
    expect(named).toEqual([]);
  });

  it.each(formats)("%s, with every fault", async (format) => {
    const standing = faults.filter(({ alone }) => alone === undefined);
    const { made, planted } = generateFaulty({ format, students: 300, seed: 4, date }, standing);
    const { named } = await expectConserved(asCsv(made), { format, policy: policyWith({}) });
    expect(named.length).toBeGreaterThanOrEqual(planted.length - 2);
  });

  // What is done to a whole file does not depend on what it holds.
  it.each(
    (["clever-sftp", "nyc-ats-stars"] as const).flatMap((format) =>
      faults.filter(({ alone }) => alone?.includes("whole file")).map(({ rule }) => [format, rule] as const),
    ),
  )("%s with %s", async (format, rule) => {
    const fault = faults.find((one) => one.rule === rule);
    const { made } = generateFaulty(
      { format, students: 30, seed: 5, date },
      fault === undefined ? [] : [fault],
    );
    await expectConserved(asCsv(made), { format });
  });
});

const corpus = join(import.meta.dirname, "../../../shared/corpus");

const setsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name))
    .map(({ parentPath }) => parentPath);

describe.skipIf(!existsSync(corpus))("the public sets (skipped where the corpus is absent)", () => {
  const folders = existsSync(corpus) ? [...new Set(setsIn(corpus))].sort() : [];

  it("are there", () => expect(folders.length).toBeGreaterThan(10));

  it.each(folders.map((folder) => [folder.slice(corpus.length + 1), folder]))("%s", async (_name, folder) => {
    const files = readdirSync(folder)
      .filter((name) => /\.csv$/i.test(name))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    await expectConserved(files);
  });
});
