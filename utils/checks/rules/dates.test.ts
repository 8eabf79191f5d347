import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

const rulesOf = async (example: Example): Promise<string[]> =>
  (await runChecks(contextOf(example))).findings.map(({ rule, outcome }) => `${outcome} ${rule}`);

describe("enrollment-out-of-its-dates", () => {
  const dates = (beginDate: string, endDate: string): Example => ({
    rows: { "enrollments.csv": [{ sourcedId: "E1", beginDate, endDate }] },
  });

  it.each([
    ["2026-08-17", "2027-05-29", []],
    ["", "", []],
    ["2026-08-16", "2027-05-29", ["warning enrollment-out-of-its-dates"]],
    ["2026-08-17", "2027-05-30", ["warning enrollment-out-of-its-dates"]],
    ["2027-05-29", "", ["warning enrollment-out-of-its-dates"]],
    ["2027-05-28", "", []],
    ["2026-10-01", "2026-09-01", ["fault enrollment-out-of-its-dates"]],
    ["2026-10-01", "2026-10-01", []],
    ["10/1/2026", "2026-09-01", ["fault date-malformed"]],
    ["2026-08-17", "2027-06-31", ["fault date-malformed"]],
    ["2027-02-29", "", ["fault date-malformed"]],
  ])("from %j to %j", async (begin, end, expected) => {
    expect(await rulesOf(dates(begin, end))).toEqual(expected);
  });

  it("takes all terms of the class together", async () => {
    const sessions = [
      { sourcedId: "F", type: "term", startDate: "2026-08-17", endDate: "2026-12-19", schoolYear: "2027" },
      { sourcedId: "S", type: "term", startDate: "2027-01-05", endDate: "2027-05-29", schoolYear: "2027" },
    ];
    const inTerms = (termSourcedIds: string): Example => ({
      rows: { "academicSessions.csv": sessions, "classes.csv": [{ sourcedId: "H1", termSourcedIds }] },
    });
    expect(await rulesOf(inTerms("F,S"))).toEqual([]);
    expect(await rulesOf(inTerms("F"))).toEqual(["warning enrollment-out-of-its-dates"]);
  });

  it("says that it could not compare with terms that are not there", async () => {
    const { notChecked } = await runChecks(contextOf({ without: ["academicSessions.csv"] }));
    expect(notChecked).toContainEqual({
      rule: "enrollment-out-of-its-dates",
      because: { kind: "file-missing", file: "academicSessions.csv" },
    });
  });
});

describe("spreadsheet-date", () => {
  it.each([
    ["classes.csv", "classCode", "8-Jun"],
    ["classes.csv", "classCode", "Jun-08"],
    ["classes.csv", "classCode", "12-Sep-24"],
    ["classes.csv", "classCode", "5-ene"],
    ["classes.csv", "location", "00:00.0"],
    ["classes.csv", "classCode", "1.2E+05"],
    ["classes.csv", "classCode", "#REF!"],
    ["classes.csv", "grades", "6-Aug"],
    ["demographics.csv", "birthDate", "44629"],
    ["demographics.csv", "birthDate", "########"],
  ])("sees in %s %s that %s is no value of its own", async (file, column, value) => {
    const key = file === "classes.csv" ? "H1" : "P1";
    expect(await rulesOf({ rows: { [file]: [{ sourcedId: key, [column]: value }] } })).toEqual([
      "fault spreadsheet-date",
    ]);
  });

  it.each(["6-8", "44629", "A-12", "May-field", "12:30", "C+2", "#2", "1E5", "Jun", "123-Jun", "2-Junior"])(
    "leaves %s in a text alone",
    async (value) => {
      expect(await rulesOf({ rows: { "classes.csv": [{ sourcedId: "H1", classCode: value }] } })).toEqual([]);
    },
  );

  it("takes over from the rule of the type", async () => {
    const rows = { "courses.csv": [{ sourcedId: "1.2E+05", title: "A", orgSourcedId: "S1" }] };
    expect(await rulesOf({ rows })).toEqual(["fault spreadsheet-date"]);
  });
});

describe("bulk-with-status and delta-without-status", () => {
  const users = (status: string, dateLastModified = "") => ({
    "users.csv": [{ sourcedId: "P1", status, dateLastModified }],
  });
  const mode = (value: string) => ({ "manifest.csv": [{ propertyName: "file.users", value }] });
  const when = "2026-11-20T06:00:00.000Z";

  it.each<[string, Example, string[]]>([
    ["bulk and blank", { rows: users("") }, []],
    ["bulk and active", { rows: users("active") }, ["warning bulk-with-status"]],
    ["bulk and dated", { rows: users("", when) }, ["warning bulk-with-status"]],
    ["bulk and to be deleted", { rows: users("tobedeleted") }, ["fault bulk-with-status"]],
    ["no manifest", { rows: users("active"), without: ["manifest.csv"] }, ["warning missing-file"]],
    [
      "no manifest, for CLI Engage",
      { rows: users("active"), without: ["manifest.csv"], format: "cli-engage", system: "cli-engage" },
      ["warning bulk-with-status"],
    ],
  ])("%s", async (_name, example, expected) => {
    expect(await rulesOf(example)).toEqual(expected);
  });

  it("wants both of every row of a delta file", async () => {
    const full = {
      rows: {
        ...mode("delta"),
        "users.csv": ["P1", "T1"].map((sourcedId) => ({
          sourcedId,
          status: "active",
          dateLastModified: when,
        })),
      },
    };
    expect(await rulesOf(full)).toEqual([]);
    const { findings } = await runChecks(contextOf({ rows: { ...mode("delta"), ...users("active", when) } }));
    expect(findings.map(({ rule, count, args }) => [rule, count, args.column])).toEqual([
      ["delta-without-status", 1, "dateLastModified"],
      ["delta-without-status", 1, "status"],
    ]);
  });
});

describe("manifest-against-content", () => {
  const line = (propertyName: string, value: string) => ({ "manifest.csv": [{ propertyName, value }] });
  const header = ["sourcedId", "status", "dateLastModified", "title"];

  it.each<[string, Example, string[]]>([
    ["a file that is marked absent", { rows: line("file.courses", "absent") }, ["fault"]],
    [
      "an empty file that is marked absent",
      { rows: line("file.categories", "absent"), whole: { "categories.csv": [header] } },
      ["warning"],
    ],
    ["a file that is named and gone", { rows: line("file.results", "bulk") }, ["fault"]],
    ["a mode nobody knows", { rows: line("file.users", "full") }, ["fault"]],
    ["another version", { rows: line("oneroster.version", "1.2") }, ["fault"]],
    [
      "the manifest's own version as a spreadsheet writes it",
      { rows: line("manifest.version", "1") },
      ["note"],
    ],
    ["a file it does not name", { rows: line("file.users", "") }, ["warning"]],
  ])("%s", async (_name, example, outcomes) => {
    const { findings } = await runChecks(contextOf(example));
    const found = findings.filter(({ rule }) => rule === "manifest-against-content");
    expect(found.map(({ outcome }) => outcome)).toEqual(outcomes);
  });
});
