import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { makeRoleTables } from "../../formats/make-role-tables.ts";
import { tableFromRows } from "../../table/table-from-rows.ts";
import { runChecks } from "../run-checks.ts";

const summary = async (example: Example) =>
  (await runChecks(contextOf(example))).findings.map(({ outcome, rule, count, args }) => [
    outcome,
    rule,
    count,
    args.columns ?? args.column ?? args.file,
  ]);

const orgs = (header: string[], ...rows: string[][]): Example => ({
  whole: { "orgs.csv": [header, ...rows] },
});
const row = ["S1", "", "", "Lakeview", "school", "", ""];
const header = ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"];

describe("headers", () => {
  it.each<[string, string[], unknown[]]>([
    ["as the standard has them", header, []],
    ["with metadata at the right edge", [...header, "metadata.city"], []],
    ["with an empty header at the edge", [...header, ""], []],
    [
      "without a required one",
      header.filter((name) => name !== "type"),
      [["fault", "missing-column", 1, "type"]],
    ],
    [
      "without two optional ones",
      header.filter((name) => name !== "status" && name !== "identifier"),
      [["note", "missing-column", 2, "status, identifier"]],
    ],
    ["with one in capitals", ["SOURCEDID", ...header.slice(1)], [["warning", "header-case", 1, "SOURCEDID"]]],
    [
      "with the first at the end",
      [...header.slice(1), "sourcedId"],
      [["warning", "column-order", 1, "status"]],
    ],
    ["with one nobody knows", [...header, "mascot"], [["warning", "unknown-column", 1, "mascot"]]],
  ])("%s", async (_name, names, expected) => {
    const cells = names.map((name) => row[header.indexOf(name.replace("SOURCEDID", "sourcedId"))] ?? "");
    expect(await summary(orgs(names, cells))).toEqual(expected);
  });

  it("leaves the second of two equal headers to the reader's own report", async () => {
    expect(await summary(orgs([...header, "name"], [...row, "x"]))).toEqual([]);
  });
});

describe("the manifest", () => {
  it("is named with the line that is wrong, or without one where it says nothing", async () => {
    const context = contextOf({
      without: ["courses.csv"],
      rows: {
        "manifest.csv": [
          { propertyName: "oneroster.version", value: "1.0" },
          { propertyName: "file.users", value: "all" },
        ],
      },
    });
    const { findings } = await runChecks(context);
    const manifest = context.files.get("manifest")?.table;
    const names = manifest?.columns[0];
    const lineOf = (property: string) => {
      const code = names?.codeOf(property) ?? -1;
      return manifest?.lineOf(names?.firstRow[code] ?? 0);
    };
    const places = findings
      .filter(({ rule }) => rule === "manifest-against-content")
      .map(({ args, samples }) => [args.problem, samples[0]?.line]);
    expect(lineOf("file.users")).toBeGreaterThan(2);
    expect(places.toSorted()).toEqual([
      ["mode-unknown", lineOf("file.users")],
      ["named-but-gone", lineOf("file.courses")],
      ["version", lineOf("oneroster.version")],
    ]);
  });
});

describe("the LEA's own headers", () => {
  it("are neither unknown, nor misspelled, nor missing once they are mapped", async () => {
    const sample = contextOf({ format: "cli-engage-workbook" });
    const roster = sample.files.get("roster");
    if (roster === undefined) throw new Error("no roster in the sample");
    const names = [...roster.table.header];
    const theirs = names.map((name) => `x ${name}`);
    const cells = roster.table.columns.map((column) => column.valueOf(column.codes[0] ?? 0));
    const table = tableFromRows("list.csv", theirs, [cells]);
    const columns = Object.fromEntries(theirs.map((name, index) => [name, names[index] ?? ""]));
    const roles = [{ file: "list.csv", role: "roster" }];
    const check = async (mapping: Record<string, string>) => {
      const files = makeRoleTables(sample.format, roles, [table], mapping);
      const { findings } = await runChecks({ ...sample, files, fileNames: ["list.csv"] });
      return [...new Set(findings.map(({ rule }) => rule))];
    };
    expect(await check(columns)).toEqual([]);
    expect(await check({})).toEqual(["missing-column", "unknown-column"]);
  });
});

describe("missing-file", () => {
  const cli = { format: "cli-engage", system: "cli-engage" };
  it.each<[string, Example, unknown[]]>([
    ["the manifest", { without: ["manifest.csv"] }, [["warning", "missing-file", 1, "manifest.csv"]]],
    [
      "a file that others refer to",
      { without: ["courses.csv"] },
      [
        ["fault", "manifest-against-content", 1, "manifest.csv"],
        ["fault", "missing-file", 1, "courses.csv"],
      ],
    ],
    ["the manifest, for CLI Engage", { ...cli, without: ["manifest.csv"] }, []],
    ["the courses, for CLI Engage", { ...cli, without: ["manifest.csv", "courses.csv"] }, []],
    [
      "courses and sessions, for CLI Engage",
      { ...cli, without: ["manifest.csv", "courses.csv", "academicSessions.csv"] },
      [["warning", "missing-file", 1, "academicSessions.csv, courses.csv"]],
    ],
    [
      "the demographics, for CLI Engage: which six files it wants is inferred",
      { ...cli, without: ["manifest.csv", "demographics.csv"] },
      [["warning", "missing-file", 1, "demographics.csv"]],
    ],
    [
      "the orgs, for CLI Engage",
      { ...cli, without: ["manifest.csv", "orgs.csv"] },
      [["fault", "missing-file", 1, "orgs.csv"]],
    ],
  ])("%s", async (_name, example, expected) => expect(await summary(example)).toEqual(expected));

  it("labels what is inferred", async () => {
    const { findings } = await runChecks(
      contextOf({ ...cli, without: ["manifest.csv", "demographics.csv"] }),
    );
    expect(findings[0]).toMatchObject({ certain: false });
    expect(findings[0]?.source).toContain("Inferred");
  });
});

describe("metadata-column-missing", () => {
  const cli = { format: "cli-engage", system: "cli-engage" };
  const settings = { metadataColumns: { users: ["metadata.stateUniqueId"] } };

  it("counts the blank cells of a column that is there", async () => {
    const rows = { "users.csv": [{ sourcedId: "P1", "metadata.stateUniqueId": "1234567890" }] };
    expect(await summary({ ...cli, settings, rows })).toEqual([
      ["warning", "metadata-column-missing", 1, "metadata.stateUniqueId"],
    ]);
  });

  it("is not checked where the policy names no column", async () => {
    const { notChecked } = await runChecks(contextOf(cli));
    expect(notChecked).toContainEqual({
      rule: "metadata-column-missing",
      because: { kind: "not-configured", setting: "metadataColumns" },
    });
  });
});

describe("boolean-malformed", () => {
  it.each([
    ["enabledUser", "TRUE", "warning"],
    ["enabledUser", "1", "warning"],
    ["enabledUser", "maybe", "fault"],
  ])("%s %s is a %s", async (column, value, outcome) => {
    const found = await summary({ rows: { "users.csv": [{ sourcedId: "P1", [column]: value }] } });
    expect(found).toEqual([[outcome, "boolean-malformed", 1, column]]);
  });

  it("reports what most receivers read apart from what none does", async () => {
    const rows = {
      "users.csv": [
        { sourcedId: "P1", enabledUser: "TRUE" },
        { sourcedId: "T1", enabledUser: "maybe" },
      ],
    };
    expect(await summary({ rows })).toEqual([
      ["fault", "boolean-malformed", 1, "enabledUser"],
      ["warning", "boolean-malformed", 1, "enabledUser"],
    ]);
  });
});
