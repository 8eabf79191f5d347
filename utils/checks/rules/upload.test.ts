import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { wordsOf } from "../../findings/describe.ts";
import { openPackage } from "../../table/open-package.ts";
import { zip } from "../../table/zip.fixture.ts";
import { runChecks } from "../run-checks.ts";

const about = new Set(["files-of-different-days", "receiver-report-in-package", "file-not-recognised"]);

const told = async (example: Example) =>
  (await runChecks(contextOf(example))).findings
    .filter(({ rule }) => about.has(rule))
    .map(({ rule, outcome, count, args }) => [outcome, rule, count, args.sign ?? args.days ?? args.file]);

const days = (...written: (string | undefined)[]): Example => ({
  facts: Object.fromEntries(
    ["users.csv", "classes.csv", "enrollments.csv", "orgs.csv"].map((file, at) => {
      const day = written[at];
      return [file, day === undefined ? {} : { written: `${day}T01:30:00` }];
    }),
  ),
});

describe("files-of-different-days", () => {
  it.each<[string, Example, unknown[]]>([
    ["one old file", days("2026-11-12", "2026-11-21", "2026-11-21"), [["warning", 1, 9]]],
    ["two old files", days("2026-11-12", "2026-11-14", "2026-11-21"), [["warning", 2, 9]]],
    ["over midnight", days("2026-11-20", "2026-11-21", "2026-11-21"), []],
    ["just two days", days("2026-11-19", "2026-11-21", "2026-11-21"), [["warning", 1, 2]]],
    ["schools kept by hand", days("2026-11-21", "2026-11-21", "2026-11-21", "2024-01-01"), []],
    ["a packer without a clock", days("1980-01-01", "2026-11-21", "2026-11-21"), []],
    ["a clock ahead", days("2026-11-21", "2031-01-01", "2026-11-21"), []],
    ["days not told", days(undefined, "2026-11-21", undefined), []],
  ])("%s", async (_name, example, expected) => {
    expect((await told(example)).map(([outcome, , count, shown]) => [outcome, count, shown])).toEqual(
      expected,
    );
  });

  it("are told by a zip and by a chosen file", async () => {
    const mtime = new Date(2026, 10, 12, 1, 30, 0);
    const sources = [
      { name: "p.zip", blob: new Blob([zip({ "users.csv": [new Uint8Array([97, 10, 98]), { mtime }] })]) },
      {
        name: "orgs.csv",
        blob: new File(["a\nb\n"], "orgs.csv", { lastModified: Date.UTC(2026, 10, 21, 5) }),
      },
      { name: "classes.csv", blob: new Blob(["title\na\nb\n"]), written: "2026-11-20T00:00:00" },
      { name: "courses.csv", blob: new Blob(["a\nb\n"]) },
    ];
    const written: (string | undefined)[] = [];
    for await (const { table } of openPackage(sources)) written.push(table?.file.written);
    expect(written).toEqual(["2026-11-12T01:30:00", "2026-11-21T05:00:00", "2026-11-20T00:00:00", undefined]);
  });
});

describe("receiver-report-in-package", () => {
  const file = (name: string, ...header: string[]): Example => ({ whole: { [name]: [header, header] } });
  const report = (sign: string) => [["note", "receiver-report-in-package", 1, sign]];
  it.each<[string, Example, unknown[]]>([
    ["columns of errors", file("a.csv", "Row", "Error Message"), report("Error Message")],
    ["columns of refusals", file("a.csv", "sourcedId", "reject_reason", "Line No"), report("reject_reason")],
    ["a name", file("p.zip/Rejected Records 2026.csv", "sourcedId"), report("rejected")],
    ["a name in one word", file("importErrors.csv", "x"), report("errors")],
    ["a log", file("sync.log", "started"), report(".log")],
    ["a log by its name", file("2026-11-21_log.txt", "started"), report("log")],
    ["one column alone", file("a.csv", "Severity", "Remark"), [["note", "file-not-recognised", 1, "a.csv"]]],
    ["another word", file("catalogue.csv", "Remark"), [["note", "file-not-recognised", 1, "catalogue.csv"]]],
  ])("%s", async (_name, example, expected) => {
    expect(await told(example)).toEqual(expected);
  });
});

it.each(["files-of-different-days", "receiver-report-in-package", "system-files-in-package"])(
  "%s is said in the singular and the plural",
  (id) => {
    for (const language of ["en", "es"] as const) {
      const { what } = wordsOf(id, language);
      const args = { file: "a.csv", by: "header", sign: "Error", example: "x", day: "1", newest: "b.csv" };
      const say = (count: number) =>
        typeof what === "function" ? what({ ...args, newestDay: "2", days: count, count }) : what;
      expect(say(1)).toContain("a.csv");
      expect(say(2)).not.toMatch(/undefined|NaN/);
    }
  },
);
