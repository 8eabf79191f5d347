import { describe, expect, it } from "vitest";
import type { Example } from "../../test/sample-package.ts";
import { contextOf } from "../../test/sample-package.ts";
import { changesOf, countChanges } from "./change-log.ts";
import { planRepairs } from "./plan-repairs.ts";

/** "file column: before → after" of every change, and "file column: reason" of what is left. */
const repairOf = (example: Example) => {
  const plan = planRepairs(contextOf(example));
  return {
    made: plan.files
      .flatMap((file) => [...changesOf(file)])
      .map(({ file, column, before, after }) => `${file} ${column}: ${before} → ${after}`),
    kinds: [...new Set(plan.files.flatMap((file) => [...changesOf(file)]).flatMap(({ kinds }) => kinds))],
    left: plan.left.map(({ file, column, why }) => `${file} ${column}: ${why}`),
  };
};

const student = (more: Record<string, string>) => ({ rows: { "users.csv": [{ sourcedId: "P1", ...more }] } });
const birthDates = (...dates: string[]): Example => ({
  rows: {
    "users.csv": dates.map((_, at) => ({ sourcedId: `P${at + 1}`, username: `p${at + 1}` })),
    "demographics.csv": dates.map((birthDate, at) => ({ sourcedId: `P${at + 1}`, birthDate })),
  },
});
const datesAfter = (example: Example) =>
  repairOf(example).made.map((line) => line.replace("demographics.csv birthDate: ", ""));

describe("a clean package", () => {
  it.each(["oneroster-1.1", "cli-engage", "cli-engage-workbook"])("of %s has nothing to repair", (format) =>
    expect(planRepairs(contextOf({ format }))).toEqual({ files: [], left: [] }),
  );
});

describe("single values", () => {
  it.each([
    ["enabledUser", "TRUE", "true", "boolean"],
    ["enabledUser", "0", "false", "boolean"],
    ["enabledUser", " Yes ", "true", "boolean"],
    ["role", "Student", "student", "enum-case"],
    ["givenName", "  Mía\u00a0", "Mía", "trimmed"],
    ["familyName", "NÃºÃ±ez", "Núñez", "double-encoded"],
    ["grades", "1", "01", "zeros-by-list"],
    ["grades", "1,PK", "01,PK", "zeros-by-list"],
  ])("%s %j becomes %j", (column, before, after, kind) => {
    const { made, kinds } = repairOf(student({ [column]: before }));
    expect(made).toEqual([`users.csv ${column}: ${before} → ${after}`]);
    expect(kinds).toContain(kind);
  });

  it.each([
    ["enabledUser", "maybe"],
    ["role", "pupil"],
    ["givenName", "Mía  José"],
    ["grades", "first"],
    ["status", "ToBeDeleted"],
  ])("%s %j is left", (column, value) => expect(repairOf(student({ [column]: value })).made).toEqual([]));
});

describe("dates", () => {
  it.each([
    ["3/19/2022", "2022-03-19"],
    ["19.3.2022", "2022-03-19"],
    ["2022/3/9", "2022-03-09"],
    ["20220309", "2022-03-09"],
    ["2022-03-09T00:00:00", "2022-03-09"],
    ["9-Mar-2022", "2022-03-09"],
    ["3/3/2022", "2022-03-03"],
  ])("%s becomes %s", (before, after) =>
    expect(datesAfter(birthDates(before))).toEqual([`${before} → ${after}`]),
  );

  it("takes the order that another row of the column proves", () =>
    expect(datesAfter(birthDates("3/9/2022", "12/25/2021"))).toEqual([
      "3/9/2022 → 2022-03-09",
      "12/25/2021 → 2021-12-25",
    ]));

  it.each([
    [["3/9/2022"], "ambiguous-date"],
    [["3/9/2022", "25/12/2021", "12/25/2021"], "ambiguous-date"],
    [["3/19/22"], "two-digit-year"],
    [["44629"], "spreadsheet-date"],
    [["8-Jun"], "spreadsheet-date"],
  ])("leaves %j", (dates, why) => {
    const { made, left } = repairOf(birthDates(...dates));
    expect(made).toEqual([]);
    expect(left).toEqual([`demographics.csv birthDate: ${why}`]);
  });

  it.each(["2/30/2022", "13/13/2022", "2022-02-30", "soon"])("%s is no day and stays", (date) =>
    expect(repairOf(birthDates(date)).made).toEqual([]),
  );

  it.each([
    ["2026-08-17T10:00:00Z", "2026-08-17T10:00:00.000Z"],
    ["2026-08-17T23:30:00-05:00", "2026-08-18T04:30:00.000Z"],
  ])("writes the instant %s of a delta file as %s", (before, after) => {
    const { rows } = student({ dateLastModified: before, status: "active" });
    const manifest = [{ propertyName: "file.users", value: "delta" }];
    expect(repairOf({ rows: { ...rows, "manifest.csv": manifest } }).made).toEqual([
      `users.csv dateLastModified: ${before} → ${after}`,
    ]);
  });
});

describe("lost leading zeros", () => {
  const school = (key: string, ...rows: [file: string, column: string, value: string][]): Example => ({
    whole: {
      "orgs.csv": [
        ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"],
        [key, "", "", "Lakeview", "school", "", ""],
        ["D1", "", "", "ISD", "district", "", ""],
      ],
    },
    rows: {
      "courses.csv": [{ sourcedId: "C1", orgSourcedId: "D1" }],
      "classes.csv": [{ sourcedId: "H1", schoolSourcedId: key }],
      "users.csv": ["P1", "T1"].map((sourcedId) => ({ sourcedId, orgSourcedIds: key })),
      "enrollments.csv": ["E1", "E2"].map((sourcedId) => ({ sourcedId, schoolSourcedId: key })),
      ...Object.fromEntries(
        rows.map(([file, column, value]) => [
          file,
          [{ sourcedId: file === "classes.csv" ? "H1" : "C1", [column]: value }],
        ]),
      ),
    },
  });

  it("are put back in the reference that lost them", () =>
    expect(repairOf(school("007", ["classes.csv", "schoolSourcedId", "7"])).made).toEqual([
      "classes.csv schoolSourcedId: 7 → 007",
    ]));

  it("are put back in the key that lost them, and all references follow", () => {
    const { made } = repairOf(school("7", ["classes.csv", "schoolSourcedId", "007"]));
    expect(made).toHaveLength(5);
    expect(made).toContain("orgs.csv sourcedId: 7 → 007");
    expect(made).toContain("users.csv orgSourcedIds: 7 → 007");
    expect(made).not.toContain("classes.csv schoolSourcedId: 007 → 7");
  });

  it("are left where two identifiers fit", () => {
    const { made, left } = repairOf(
      school("7", ["classes.csv", "schoolSourcedId", "007"], ["courses.csv", "orgSourcedId", "07"]),
    );
    expect(made).toEqual([]);
    expect(left).toEqual(["orgs.csv sourcedId: several-matches"]);
  });

  it("are put back to the length that the policy gives, references with their keys", () => {
    const example = { ...school("7"), settings: { idLengths: { "orgs.sourcedId": 3 } } };
    const { made } = repairOf(example);
    expect(made).toContain("orgs.csv sourcedId: 7 → 007");
    expect(made).toContain("classes.csv schoolSourcedId: 7 → 007");
  });

  it("are not put into a list of references whose keys have none", () => {
    const example = school("7", ["classes.csv", "termSourcedIds", "Y27"]);
    const users = ["P1", "T1"].map((sourcedId) => ({ sourcedId, orgSourcedIds: "7,D1" }));
    const { made } = repairOf({
      ...example,
      rows: { ...example.rows, "users.csv": users },
      settings: { idLengths: { orgSourcedIds: 3 } },
    });
    expect(made).toEqual([]);
  });

  it("never make two records one", () => {
    const { made, left } = repairOf({
      rows: {
        "users.csv": ["5", "05"].map((sourcedId) => ({ sourcedId, username: `u${sourcedId}` })),
      },
      settings: { idLengths: { "users.sourcedId": 2 } },
    });
    expect(made).toEqual([]);
    expect(left).toEqual(["users.csv sourcedId: would-collide"]);
  });
});

describe("headers, columns and rows", () => {
  const whole = (...rows: string[][]): Example => ({
    whole: { "academicSessions.csv": rows },
  });
  const header =
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear".split(",");
  const row = ["Y27", "", "", "2026-2027", "schoolYear", "2026-08-17", "2027-05-29", "", "2027"];

  it("spells a header as the format does, and puts columns in order", () => {
    const swapped = ["SourcedID", ...header.slice(1, 7), "school_year", "parentSourcedId"];
    const plan = planRepairs(contextOf(whole(swapped, [...row.slice(0, 7), "2027", ""])));
    expect(plan.files[0]?.columns.map(({ header: name }) => name)).toEqual(header);
    expect(plan.files[0]?.changes.map(({ kind }) => kind)).toEqual([
      "header-spelling",
      "header-spelling",
      "column-order",
    ]);
  });

  it("leaves a header alone that only resembles one", () =>
    expect(repairOf(whole(["sourceId", ...header.slice(1)], row)).made).toEqual([]));

  it("leaves out empty columns at the end and empty rows, but no column with a value", () => {
    const empty = row.map(() => " ");
    const plan = planRepairs(contextOf(whole([...header, "", ""], [...row, "", ""], [...empty, "", ""])));
    expect(countChanges(plan)).toEqual([
      { file: "academicSessions.csv", kind: "empty-column", count: 2 },
      { file: "academicSessions.csv", kind: "empty-row", count: 1 },
    ]);
    expect(repairOf(whole([...header, ""], [...row, "x"])).made).toEqual([]);
  });
});

it("does not touch a file of which some rows could not be read, nor the keys that it refers to", () => {
  const { made, left } = repairOf({
    ...student({ enabledUser: "TRUE" }),
    settings: { idLengths: { "classes.sourcedId": 4 } },
    problems: [
      { kind: "ragged-rows", file: "users.csv", fatal: false, count: 1, args: {}, places: [{ line: 2 }] },
    ],
  });
  expect(made).toEqual([]);
  expect(left).toEqual(["users.csv undefined: rows-not-whole"]);
});

it("does not write a file anew whose columns were named by what they hold", () => {
  const context = contextOf(student({ enabledUser: "TRUE" }));
  const users = context.files.get("users")!;
  const table = { ...users.table, file: { ...users.table.file, headerless: true as const } };
  const files = new Map([...context.files, ["users", { ...users, table }] as const]);
  expect(planRepairs({ ...context, files })).toMatchObject({ files: [], left: [{ why: "no-header" }] });
});

it("empties the status of a bulk file only where all rows are active", () => {
  const statuses = (...list: string[]) => ({
    rows: { "users.csv": list.map((status, at) => ({ sourcedId: ["P1", "T1"][at]!, status })) },
  });
  expect(repairOf(statuses("active", "active")).kinds).toEqual(["bulk-status"]);
  expect(repairOf(statuses("active", "tobedeleted")).made).toEqual([]);
});
