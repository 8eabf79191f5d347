import { existsSync, openAsBlob, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FormatId } from "../utils/formats/format.ts";
import { checkPackage } from "../utils/pipeline.ts";
import type { SourceFile } from "../utils/table/source.ts";

/** Root causes in public sets, read as the product reads them. Without the sets the tests are skipped, and say so. */
const corpus = join(import.meta.dirname, "..", "..", "shared", "corpus");
const here = (folder: string): boolean => existsSync(join(corpus, folder));

const open = (paths: readonly string[]): Promise<SourceFile[]> =>
  Promise.all(
    paths.map(async (path) => ({ name: basename(path), blob: await openAsBlob(join(corpus, path)) })),
  );
const filesOf = (folder: string, without: readonly string[] = []): string[] =>
  readdirSync(join(corpus, folder))
    .filter((name) => /\.csv$/i.test(name) && !without.includes(name))
    .map((name) => `${folder}/${name}`);

const check = async (paths: readonly string[], format?: FormatId) => {
  const { report } = await checkPackage(await open(paths), {
    date: "2026-11-22",
    now: "2026-11-22T08:00:00Z",
    version: "0.0.0",
    plan: false,
    format,
  });
  return { ...report, causes: report.causes ?? [] };
};

const classLink = "nicelion__oneroster-mocker";
describe.skipIf(!here(classLink))("ClassLink's generated users (skipped where the corpus is absent)", () => {
  it("all 1,999 hang on one org that is not in orgs.csv", async () => {
    const { causes, findings } = await check(filesOf(`${classLink}/outputs`, ["users.csv"]));
    const missing = causes.find(({ kind }) => kind === "missing-record");
    expect(missing).toMatchObject({ count: 1999, repairable: false });
    expect(missing?.proof).toContain("1,999 of 1,999 references to nothing");
    expect(missing?.proof).toContain("(100 %) name one school");
    const dangling = findings.filter(({ rule }) => rule === "dangling-reference");
    expect(dangling.map(({ count, cause }) => [count, cause])).toEqual([[1999, missing?.id]]);
  });
});

const edFi = "Ed-Fi-Alliance-OSS__LMS-Toolkit";
describe.skipIf(!here(edFi))("Ed-Fi's pair of one source (skipped where the corpus is absent)", () => {
  it("with the courses of the damaged one: the key 3100500 lost the zero that its class still has", async () => {
    const sound = filesOf(`${edFi}/OneRoster 1.1 Sample Data`, ["courses.csv"]);
    // A file of 1.0 among those of 1.1 is no format that is known: the person says what it is meant to be.
    const damaged = `${edFi}/OneRoster 1.0 Sample Data/courses.csv`;
    const { causes } = await check([...sound, damaged], "oneroster-1.1");
    const zeros = causes.find(({ kind }) => kind === "leading-zeros-lost");
    expect(zeros?.repairable).toBe(true);
    expect(zeros?.explains).toContainEqual({
      rule: "lost-leading-zeros",
      file: "classes.csv",
      column: "courseSourcedId",
      count: 1,
    });
    expect(zeros?.proof).toContain("“03100500”");
  });

  it("and nothing is explained in the sound one", async () => {
    expect((await check(filesOf(`${edFi}/OneRoster 1.1 Sample Data`))).causes).toEqual([]);
  });
});

const oneRosterNet = "rjeike__OneRoster.Net";
describe.skipIf(!here(oneRosterNet))("OneRoster.Net (skipped where the corpus is absent)", () => {
  it("has two grades of a list without their zero, and too few slash dates to speak of a cause", async () => {
    const { causes } = await check(filesOf(oneRosterNet));
    expect(causes).toMatchObject([{ kind: "leading-zeros-lost", count: 2 }]);
  });
});
