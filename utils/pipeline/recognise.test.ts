import { describe, expect, it } from "vitest";
import { maskReport } from "../exports/mask.ts";
import { type CheckOptions, checkPackage } from "../pipeline.ts";

const check = async (files: Record<string, string>, options: Partial<CheckOptions> = {}) => {
  const sources = Object.entries(files).map(([name, text]) => ({ name, blob: new Blob([text]) }));
  const { report } = await checkPackage(sources, {
    date: "2026-11-22",
    now: "2026-11-22T10:00:00Z",
    version: "0",
    ...options,
  });
  return report;
};

const orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
const sessions = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
const rows =
  "Y27,,,2026-2027,schoolYear,2026-08-17,2027-05-29,,2027\nT1,,,Fall,term,2026-08-17,2026-12-18,Y27,2027\n";

describe("a package whose header has a title above it", () => {
  it("is known by its header, and its findings name the lines of the file", async () => {
    const report = await check({
      "orgs.csv": `Lakeview ISD\n\n${orgs}\nS1,,,Oak,scool,,\n`,
      "a.csv": "x\n1\n",
    });
    expect(report.format.id).toBe("oneroster-1.1");
    expect(report.files[0]).toMatchObject({ name: "orgs.csv", role: "orgs", titleLines: ["Lakeview ISD"] });
    const title = report.findings.find(({ rule }) => rule === "title-lines-before-header");
    expect(title).toMatchObject({ outcome: "fault", consequence: "file-refused" });
    expect(title?.message).toContain("2 lines above its header, which stands on line 3");
    const type = report.findings.find(({ rule }) => rule === "enum-value-unknown");
    expect(type?.samples[0]).toMatchObject({ line: 4 });
  });
});

describe("a package without headers", () => {
  it("says so, what its columns appear to be, and loses no row", async () => {
    const report = await check({ "academicSessions.csv": rows });
    expect(report.format.id).toBe("oneroster-1.1");
    expect(report.format.confidence).toBeLessThan(0.9);
    expect(report.format.evidence[0]).toContain("has no header; by their values its columns appear to be");
    expect(report.files[0]).toMatchObject({ rows: 2, headerless: true });
    const missing = report.findings.find(({ rule }) => rule === "header-missing");
    expect(missing?.message).toContain("academicSessions.csv of OneRoster 1.1 CSV: sourcedId, status");
    expect(report.verdict).toBe("reject");
    const good = await check({ "academicSessions.csv": `${sessions}\n${rows}` });
    expect(good.files[0]?.headerless).toBeUndefined();
    expect(good.findings.map(({ rule }) => rule)).not.toContain("header-missing");
  });

  it("is unknown where its values fit nothing", async () => {
    const report = await check({ "x.csv": '"SPA-310",101,SHS,9\n"SPA-310",102,SHS,9\n' });
    expect(report.format.id).toBe("unknown");
    expect(report.findings.map(({ rule }) => rule)).toContain("header-missing");
    expect(report.totals.rows).toBe(2);
  });
});

describe("the manifest", () => {
  const manifest = (version: string) =>
    `propertyName,value\nmanifest.version,1.0\noneroster.version,${version}\nfile.orgs,bulk\n`;
  it.each([
    ["1.1", "oneroster-1.1"],
    ["1.2", "oneroster-1.2"],
  ])("of version %s settles what the columns leave open", async (version, id) => {
    const report = await check({
      "orgs.csv": `${orgs}\nS1,,,Oak,school,,\n`,
      "manifest.csv": manifest(version),
    });
    expect(report.format.id).toBe(id);
    expect(report.format.evidence.join()).toContain(
      `manifest.csv says OneRoster ${version}, as do the columns`,
    );
  });
});

describe("the receiver", () => {
  const files = { "academicSessions.csv": `${sessions}\n` };
  const found = async (system: string | undefined) =>
    (await check({ ...files, "orgs.csv": `${orgs}\nS1,,,Oak,school,,\n` }, { system })).findings.find(
      ({ rule }) => rule === "header-only",
    );
  it("says what a header without rows is worth", async () => {
    expect(await found(undefined)).toMatchObject({ outcome: "note", consequence: "none" });
    expect(await found("microsoft-sds")).toMatchObject({ outcome: "warning", consequence: "file-refused" });
  });

  it("that takes columns in any order hears nothing of theirs", async () => {
    const moved = {
      "orgs.csv":
        "name,type,sourcedId,status,dateLastModified,identifier,parentSourcedId\nOak,school,S1,,,,\n",
    };
    const order = async (system: string | undefined) =>
      (await check(moved, { system })).findings.some(({ rule }) => rule === "column-order");
    expect(await order(undefined)).toBe(true);
    expect(await order("clever")).toBe(false);
  });
});

describe("a title that names a person", () => {
  it("is told by its shape where names are masked", async () => {
    const report = await check({ "orgs.csv": `Ms. Ortiz, room 4\n${orgs}\nS1,,,Oak,school,,\n` });
    expect(JSON.stringify(report)).toContain("Ortiz");
    expect(JSON.stringify(maskReport(report))).not.toContain("Ortiz");
  });
});
