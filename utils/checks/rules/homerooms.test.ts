import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

/** Rows of enrollments as [class, user, role, begin, end, primary]. */
const enroll = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "enrollments.csv": rows.map(
    ([klass = "", user = "", role = "", begin = "", end = "", primary = ""], index) => ({
      sourcedId: `X${index}`,
      classSourcedId: klass,
      userSourcedId: user,
      role,
      beginDate: begin,
      endDate: end,
      primary,
    }),
  ),
  "classes.csv": [
    { sourcedId: "H2", title: "Paz AM" },
    { sourcedId: "M1", title: "Algebra", classType: "scheduled" },
  ],
  "users.csv": [{ sourcedId: "T2", role: "teacher", username: "t2", grades: "" }],
});

const countOf = async (rule: string, example: Example): Promise<number> => {
  const { findings, notChecked } = await runChecks(contextOf(example));
  expect(notChecked.filter((one) => one.rule === rule)).toEqual([]);
  return findings.filter((one) => one.rule === rule).reduce((sum, { count }) => sum + count, 0);
};

const fall = ["2026-08-17", "2027-01-04"];
const spring = ["2027-01-04", "2027-05-29"];

describe("student-in-two-homerooms", () => {
  it.each<[string, number, string[][]]>([
    ["two homerooms all year", 1, [["H2", "P1", "student"]]],
    [
      "the same homeroom once a semester",
      0,
      [
        ["H1", "P1", "student", ...fall],
        ["H1", "P1", "student", ...spring],
      ],
    ],
    ["a homeroom and a scheduled class", 0, [["M1", "P1", "student"]]],
    ["another homeroom as a teacher", 0, [["H2", "T1", "teacher"]]],
    [
      "another homeroom, ended before the first began",
      0,
      [["H2", "P1", "student", "2026-01-10", "2026-08-17"]],
    ],
    ["another homeroom, ended a day later", 1, [["H2", "P1", "student", "2026-01-10", "2026-08-18"]]],
    ["another homeroom of no days", 0, [["H2", "P1", "student", "2026-09-01", "2026-09-01"]]],
    [
      "several rows in the other homeroom count one student",
      1,
      [
        ["H2", "P1", "student"],
        ["H2", "P1", "student", ...fall],
      ],
    ],
  ])("%s: %i", async (_name, count, rows) => {
    expect(await countOf("student-in-two-homerooms", { rows: enroll(...rows) ?? {} })).toBe(count);
  });

  it("finds the same students whatever the order of the rows", async () => {
    const rows = [
      ["H1", "P1", "student", ...fall],
      ["H2", "P1", "student", ...spring],
      ["H1", "P2", "student", ...fall],
      ["H2", "P2", "student", "2026-12-01", ""],
      ["H1", "P2", "student", ...fall],
      ["H1", "P3", "student", "", ""],
      ["H2", "P3", "student", ...spring],
      ["H2", "P3", "student", ...fall],
    ];
    const orders = [rows, [...rows].reverse(), [4, 0, 6, 3, 1, 7, 5, 2].map((index) => rows[index] ?? [])];
    for (const order of orders) {
      const context = contextOf({ rows: enroll(...order) ?? {} });
      const { findings } = await runChecks(context);
      const found = findings.find(({ rule }) => rule === "student-in-two-homerooms");
      // P1's own sample row is H1 all year, so spring in H2 clashes with it as well.
      expect(found?.count).toBe(3);
      expect(new Set(found?.samples.map(({ value }) => value))).toEqual(new Set(["P1", "P2", "P3"]));
    }
  });

  it("leaves rows marked for deletion out", async () => {
    const rows = enroll(["H2", "P1", "student"]);
    const marked = (rows?.["enrollments.csv"] ?? []).map((row) => ({ ...row, status: "tobedeleted" }));
    expect(await countOf("student-in-two-homerooms", { rows: { ...rows, "enrollments.csv": marked } })).toBe(
      0,
    );
  });

  it("works on the flat roster too", async () => {
    const twice = (klass: string) => ({
      format: "cli-engage-workbook",
      rows: {
        "cli-engage-roster.csv": [{ Student_Internal_ID: "P1", Class_Internal_ID: klass, Class_Name: "B" }],
      },
    });
    expect(await countOf("student-in-two-homerooms", twice("H2"))).toBe(1);
    expect(await countOf("student-in-two-homerooms", twice("H1"))).toBe(0);
  });
});

describe("two-primary-teachers", () => {
  it.each<[string, number, string[][]]>([
    ["two at once", 1, [["H1", "T2", "teacher", "", "", "true"]]],
    [
      "one a semester",
      0,
      [
        ["H2", "T1", "teacher", ...fall, "true"],
        ["H2", "T2", "teacher", ...spring, "true"],
      ],
    ],
    ["a second who is not primary", 0, [["H1", "T2", "teacher", "", "", "false"]]],
    ["the same one twice", 0, [["H1", "T1", "teacher", "", "", "true"]]],
  ])("%s: %i", async (_name, count, rows) => {
    expect(await countOf("two-primary-teachers", { rows: enroll(...rows) ?? {} })).toBe(count);
  });
});

describe("student-without-homeroom", () => {
  const system = { format: "cli-engage", system: "cli-engage" };
  const user = (more: Record<string, string>) => ({
    "users.csv": [{ sourcedId: "P2", username: "p2", ...more }],
  });

  it("tells students of other classes from students of none", async () => {
    const rows = {
      ...enroll(["M1", "P2", "student"]),
      "users.csv": [
        { sourcedId: "P2", username: "p2" },
        { sourcedId: "P3", username: "p3" },
      ],
    };
    const { findings } = await runChecks(contextOf({ ...system, rows }));
    const found = findings.find(({ rule }) => rule === "student-without-homeroom");
    expect(found).toMatchObject({ count: 2, args: { elsewhere: 1, nowhere: 1 } });
    expect(found?.samples.map(({ value, line }) => [value, line])).toEqual([
      ["P2", 4],
      ["P3", 5],
    ]);
  });

  it.each([
    ["a teacher", user({ role: "teacher" }), 0],
    ["a student marked for deletion", user({ status: "tobedeleted" }), 0],
    ["a student", user({}), 1],
  ])("counts %s as %3$i", async (_name, rows, count) => {
    expect(await countOf("student-without-homeroom", { ...system, rows })).toBe(count);
  });

  it("is not asked of OneRoster as such", async () => {
    const { findings } = await runChecks(contextOf({ rows: user({}) }));
    expect(findings.map(({ rule }) => rule)).not.toContain("student-without-homeroom");
  });

  it("is not checked on a file of changes", async () => {
    const rows = { ...user({}), "manifest.csv": [{ propertyName: "file.enrollments", value: "delta" }] };
    const { notChecked } = await runChecks(contextOf({ ...system, rows }));
    expect(notChecked).toContainEqual({
      rule: "student-without-homeroom",
      because: { kind: "delta-file", file: "enrollments.csv" },
    });
  });
});
