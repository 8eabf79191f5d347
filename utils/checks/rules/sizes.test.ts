import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { describeFinding } from "../../findings/describe.ts";
import { recordsOfFiles } from "../package-records.ts";
import type { CheckContext, PackageRecords } from "../rule.ts";
import { runChecks } from "../run-checks.ts";
import { isUnusual } from "../size-limits.ts";
import { rule as syncWouldBeHeld } from "./sync-would-be-held.ts";

const about = new Set(["file-would-wipe-records", "size-unlike-last-file", "sync-would-be-held"]);

const run = async (context: CheckContext) => {
  const { findings, notChecked } = await runChecks(context);
  expect(notChecked.filter(({ because }) => because.kind === "our-fault")).toEqual([]);
  return { findings: findings.filter(({ rule }) => about.has(rule)), notChecked };
};

const told = async (example: Example): Promise<string[]> =>
  (await run(contextOf(example))).findings.map(
    ({ rule, outcome, args, count }) =>
      `${outcome} ${rule} ${args.record} ${args.how ?? args.change ?? args.effect} ${count}`,
  );

describe("the wipe", () => {
  it.each<[string, Example, string[]]>([
    [
      "no file",
      { without: ["classes.csv"], previousCounts: { sections: 40 } },
      ["fault file-would-wipe-records sections missing 40"],
    ],
    [
      "no file, and the manifest says so",
      {
        without: ["classes.csv"],
        previousCounts: { sections: 40 },
        rows: { "manifest.csv": [{ propertyName: "file.classes", value: "absent" }] },
      },
      ["warning file-would-wipe-records sections missing 40"],
    ],
    [
      "a header only",
      { whole: { "classes.csv": [["sourcedId", "title"]] }, previousCounts: { sections: 40 } },
      ["fault file-would-wipe-records sections empty 40"],
    ],
    [
      "rows, but no student among them",
      {
        rows: { "users.csv": [{ sourcedId: "P1", role: "guardian" }] },
        previousCounts: { students: 3 },
      },
      ["fault file-would-wipe-records students none 3"],
    ],
    [
      "a few of many",
      { previousCounts: { students: 100 } },
      ["fault file-would-wipe-records students few 99"],
    ],
    ["a few of few", { previousCounts: { students: 19 } }, []],
    ["a partial upload", { mode: "partial", without: ["classes.csv"], previousCounts: { sections: 40 } }, []],
    ["nothing before either", { without: ["classes.csv"], previousCounts: { sections: 0 } }, []],
    [
      "a file that cannot be read has its own finding",
      {
        without: ["classes.csv"],
        previousCounts: { sections: 40 },
        problems: [{ kind: "not-utf-8", file: "classes.csv", fatal: true, count: 1, args: {}, places: [] }],
      },
      [],
    ],
  ])("%s", async (_, example, expected) => {
    expect((await told(example)).filter((line) => line.includes("wipe"))).toEqual(expected);
  });

  it("says why changes were not compared", async () => {
    const { notChecked } = await run(
      contextOf({
        previousCounts: { students: 100 },
        rows: { "manifest.csv": [{ propertyName: "file.users", value: "delta" }] },
      }),
    );
    const reason = { kind: "delta-file", file: "users.csv" };
    expect(notChecked).toContainEqual({ rule: "file-would-wipe-records", because: reason });
    expect(notChecked).toContainEqual({ rule: "size-unlike-last-file", because: reason });
  });
});

describe("a size that is unlike the last one's", () => {
  const limit = { percent: 10, count: 20, population: 100 };
  it.each([
    [1000, 900, true],
    [1000, 901, false],
    [1000, 1100, true],
    [1000, 1099, false],
    [100, 81, false],
    [100, 80, true],
    [99, 79, false],
    [99, 119, true],
    [0, 99, false],
    [0, 100, true],
    [100000, 99000, false],
  ])("from %d to %d", (before, now, expected) => {
    expect(isUnusual(before, now, limit)).toBe(expected);
  });

  it("is judged by the LEA's own limits", async () => {
    const sizeChange = { teachers: { percent: 50, count: 1, population: 2 } };
    expect(await told({ previousCounts: { teachers: 2 } })).toEqual([]);
    expect(await told({ previousCounts: { teachers: 2 }, settings: { sizeChange } })).toEqual([
      "warning size-unlike-last-file teachers fewer 1",
    ]);
  });

  it("is told by school only where it is not told of all", async () => {
    const clever: Example = { format: "clever-sftp", previousStudentsPerSchool: { S1: 90, S2: 70, S9: 60 } };
    const { findings } = await run(contextOf(clever));
    expect(findings.map(({ args, count }) => [args.record, args.school, count])).toEqual([
      ["studentsPerSchool", "S1", 3],
    ]);
    expect(findings[0]?.samples.map(({ value }) => value)).toEqual(["S1", "S2", "S9"]);
  });
});

/** A roster with so many of a type, counted as files are. */
const records = (sections: readonly string[], content = (_: string) => "same"): PackageRecords => ({
  basis: "files",
  ids: { sections: new Set(sections) },
  enrollments: undefined,
  bySchool: { students: new Map(), sections: new Map() },
  contentOf: (type) => new Map(type === "sections" ? sections.map((id) => [id, content(id)]) : []),
});

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `S${from + i}`);

describe("a sync that the receiver holds", () => {
  const held = async (before: PackageRecords, now: PackageRecords, system?: string) => {
    const clever = contextOf({ format: "clever-sftp" });
    const previous = { idsOfKeys: () => new Map(), ids: new Set<string>(), records: before };
    const { findings } = await runChecks(
      { ...clever, system, records: now, previous },
      { rules: [syncWouldBeHeld] },
    );
    return findings.map((finding) => describeFinding(finding, syncWouldBeHeld).message);
  };

  it("says in plain words what and why", async () => {
    expect(await held(records(numbered(0, 250)), records(numbered(31, 300)))).toEqual([
      "Clever will hold this sync: sections.csv deletes 12.4 % of the sections (31 of 250); it holds above 10 %.",
    ]);
  });

  it.each([
    ["a tenth is not above a tenth", 25, 0],
    ["one more is", 26, 1],
  ])("%s", async (_, deleted, count) => {
    expect(await held(records(numbered(0, 250)), records(numbered(deleted, 300)))).toHaveLength(count);
  });

  it("counts what took another id as deleted, whatever the size", async () => {
    expect(await held(records(numbered(0, 100)), records(numbered(50, 150)))).toHaveLength(1);
  });

  it("expects an app's review above three quarters changed", async () => {
    const ids = numbered(0, 100);
    const changed = (upTo: number) => (id: string) => (Number(id.slice(1)) < upTo ? "new" : "same");
    expect(await held(records(ids), records(ids, changed(75)))).toEqual([]);
    expect(await held(records(ids), records(ids, changed(76)))).toEqual([
      "An app of Clever may ask for a review of this sync: sections.csv updates 76 % of the sections (76 of 100); apps ask above 75 %.",
    ]);
  });

  it("holds nothing elsewhere", async () => {
    expect(await held(records(numbered(0, 250)), records(numbered(200, 250)), "microsoft-sds")).toEqual([]);
  });
});

describe("what a package holds", () => {
  it.each([
    ["oneroster-1.1", { students: 1, teachers: 1, sections: 1, schools: 1 }],
    ["cli-engage-workbook", { students: 1, teachers: 1, sections: 1, schools: 1 }],
  ])("of %s", (format, expected) => {
    const { ids } = recordsOfFiles(format, contextOf({ format }).files);
    expect(Object.fromEntries(Object.entries(ids).map(([type, all]) => [type, all.size]))).toEqual(expected);
  });

  it.each(["clever-sftp", "sds-1", "sds-2.1", "oneroster-1.2"])("of %s: some of each type", (format) => {
    const { ids, enrollments } = recordsOfFiles(format, contextOf({ format }).files);
    for (const type of ["schools", "students", "teachers", "sections"] as const) {
      expect(ids[type]?.size, type).toBeGreaterThan(0);
    }
    expect(enrollments).toBeGreaterThan(0);
  });

  it("leaves out what is deleted, and counts an id once", () => {
    const { files } = contextOf({
      rows: {
        "users.csv": [{ sourcedId: "P2" }, { sourcedId: "P2" }, { sourcedId: "P3", status: "tobedeleted" }],
      },
    });
    expect([...(recordsOfFiles("oneroster-1.1", files).ids.students ?? [])].sort()).toEqual(["P1", "P2"]);
  });
});
