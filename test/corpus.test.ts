import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { runChecks } from "../utils/checks/run-checks.ts";
import { detect } from "../utils/formats/detect.ts";
import { makeRoleTables } from "../utils/formats/make-role-tables.ts";
import { readManifest } from "../utils/formats/read-manifest.ts";
import { tableFromRows } from "../utils/table/table-from-rows.ts";

/**
 * Public sets with known truths. They are not part of the repository: without them the tests are skipped, and say so.
 * Papa Parse reads the files here, so that what is tested is the formats and the rules alone.
 */
const corpus = join(import.meta.dirname, "..", "..", "shared", "corpus");

const readSet = (folder: string, without: readonly string[] = []) =>
  readdirSync(join(corpus, folder))
    .filter((name) => /\.csv$/i.test(name) && !without.includes(name))
    .map((name) => {
      const text = readFileSync(join(corpus, folder, name), "utf8").replace(/^\uFEFF/, "");
      const [header = [], ...rows] = Papa.parse<string[]>(text, {
        delimiter: ",",
        skipEmptyLines: true,
      }).data;
      return tableFromRows(name, header, rows);
    });

const seen = (tables: ReturnType<typeof readSet>) =>
  tables.map(({ file, header, rows }) => ({ name: file.name, header, rows }));

const check = async (folder: string, without: readonly string[] = []) => {
  const tables = readSet(folder, without);
  const { format, roles, id } = detect(seen(tables));
  if (format === undefined) throw new Error(`${folder} is ${id}`);
  const files = makeRoleTables(format, roles, tables);
  const result = await runChecks({
    format,
    system: undefined,
    files,
    fileNames: tables.map(({ file }) => file.name),
    problems: [],
    manifest: readManifest(files.get("manifest")),
    mode: undefined,
    date: "2026-11-22",
    settings: { idLengths: {}, metadataColumns: {} },
    previous: undefined,
  });
  const ours = result.notChecked.filter(({ because }) => because.kind === "our-fault");
  expect(ours).toEqual([]);
  return result.findings.map(({ outcome, rule, count, args }) => ({ outcome, rule, count, ...args }));
};

const here = (folder: string): boolean => existsSync(join(corpus, folder));

const edFi = "Ed-Fi-Alliance-OSS__LMS-Toolkit";
const classLink = "nicelion__oneroster-mocker";
const oneRosterNet = "rjeike__OneRoster.Net";

describe.skipIf(!here(edFi))("Ed-Fi's sample of OneRoster 1.1 (skipped where the corpus is absent)", () => {
  it("is clean but for the manifest's version, which a spreadsheet shortened", async () => {
    // Classes repeat per semester with two primary teachers in turn: ordinary data that must raise nothing.
    expect(await check(`${edFi}/OneRoster 1.1 Sample Data`)).toMatchObject([
      { outcome: "note", rule: "manifest-against-content", count: 1, value: "1" },
    ]);
  });

  it("is told from the same data as OneRoster 1.0", () => {
    const found = detect(seen(readSet(`${edFi}/OneRoster 1.0 Sample Data`)));
    expect(found.id).toBe("unknown");
    expect(found.evidence[0]).toContain("OneRoster 1.0");
  });
});

describe.skipIf(!here(classLink))("ClassLink's empty templates (skipped where the corpus is absent)", () => {
  it("hold one contradiction: demographics is declared absent and is there", async () => {
    expect(await check(`${classLink}/oneroster-example-csv`)).toMatchObject([
      { outcome: "warning", rule: "manifest-against-content", about: "demographics.csv" },
    ]);
  });

  it("and in the generator's output ids without a type and a role of another version", async () => {
    const found = await check(`${classLink}/outputs`);
    expect(found).toContainEqual(
      expect.objectContaining({ rule: "enum-value-unknown", column: "role", example: "principal" }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ rule: "user-id-malformed", column: "userIds", count: 4 }),
    );
  });

  it("and 1,999 users of an org that nobody has, whose guardians are all there", async () => {
    const found = await check(`${classLink}/outputs`, ["users.csv"]);
    const dangling = found.filter(({ rule }) => rule === "dangling-reference");
    expect(dangling).toMatchObject([{ column: "orgSourcedIds", count: 1999, distinct: 1 }]);
  });
});

describe.skipIf(!here(oneRosterNet))("OneRoster.Net's snapshots (skipped where the corpus is absent)", () => {
  it.each(["Step1-UpdateCourse", "Step2-AddCourse", "Step3-DeleteCourse", "Step4-AddClass"])(
    "%s has slash dates, shouted booleans and ids of schools and terms that nobody has",
    async (step) => {
      const found = await check(`${oneRosterNet}/${step}`);
      const one = (rule: string, column: string) =>
        found.find((finding) => finding.rule === rule && "column" in finding && finding.column === column);
      expect(one("date-malformed", "startDate")).toMatchObject({ outcome: "fault", count: 3 });
      expect(one("boolean-malformed", "enabledUser")).toMatchObject({ outcome: "warning", count: 4 });
      expect(one("dangling-reference", "schoolSourcedId")).toMatchObject({
        outcome: "fault",
        example: "Sch_000002",
      });
      expect(one("dangling-reference", "termSourcedIds")).toMatchObject({
        outcome: "fault",
        example: "267_FYT_2019",
      });
      expect(one("missing-file", "manifest.csv")).toBeUndefined();
      expect(found.find(({ rule }) => rule === "missing-file")).toMatchObject({
        file: "manifest.csv",
        outcome: "warning",
      });
    },
  );
});

const sds = "OfficeDev__O365-EDU-Tools";

describe.skipIf(!here(sds))("Microsoft's SDS samples (skipped where the corpus is absent)", () => {
  it.each([
    ["SDS v2.1", "sds-2.1"],
    ["SDS Format/25 Users", "sds-1"],
    ["SDS Format/Min Required Attributes", "sds-1"],
    // Known by their marks, and not checked.
    ["SDS v2", "unknown"],
    ["UK Format/25 Users", "sds-1"],
  ])("%s is %s and not OneRoster, whose file names it shares", (folder, id) =>
    expect(detect(seen(readSet(`${sds}/${folder}`))).id).toBe(id),
  );
});
