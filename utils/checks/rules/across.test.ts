import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

type Rows = NonNullable<Example["rows"]>;

const found = async (example: Example) => (await runChecks(contextOf(example))).findings;
const countOf = async (rule: string, example: Example): Promise<number> =>
  (await found(example)).filter((one) => one.rule === rule).reduce((sum, { count }) => sum + count, 0);

const session = (sourcedId: string, type: string, startDate: string, endDate: string, more = {}) => ({
  sourcedId,
  type,
  title: sourcedId,
  startDate,
  endDate,
  schoolYear: "2027",
  ...more,
});
const fall = session("F", "semester", "2026-08-17", "2026-12-19", { parentSourcedId: "Y27" });
const spring = session("G", "semester", "2027-01-04", "2027-05-29", { parentSourcedId: "Y27" });
const enrollment = (sourcedId: string, more: Record<string, string>) => ({
  sourcedId,
  classSourcedId: "H1",
  schoolSourcedId: "S1",
  userSourcedId: "P1",
  role: "student",
  primary: "",
  beginDate: "",
  endDate: "",
  ...more,
});
const inFall = { beginDate: "2026-08-17", endDate: "2026-12-19" };
const inSpring = { beginDate: "2027-01-04", endDate: "2027-05-29" };
const school2 = { sourcedId: "S2", name: "Hillside", type: "school", parentSourcedId: "D1" };
const person = (sourcedId: string, more: Record<string, string>) => ({
  sourcedId,
  username: sourcedId.toLowerCase(),
  email: "",
  agentSourcedIds: "",
  givenName: sourcedId,
  ...more,
});

describe("ordinary data of real exports", () => {
  it.each<[string, Rows]>([
    [
      "a class of two semesters, with its people once in each",
      {
        "academicSessions.csv": [fall, spring],
        "classes.csv": [{ sourcedId: "H1", termSourcedIds: "F,G" }],
        "enrollments.csv": [
          enrollment("E1", inFall),
          enrollment("E3", inSpring),
          enrollment("E2", { ...inFall, userSourcedId: "T1", role: "teacher", primary: "true" }),
          enrollment("E4", { ...inSpring, userSourcedId: "T1", role: "teacher", primary: "true" }),
        ],
      },
    ],
    [
      "the same without dates",
      {
        "academicSessions.csv": [fall, spring],
        "classes.csv": [{ sourcedId: "H1", termSourcedIds: "F,G" }],
        "enrollments.csv": [enrollment("E1", {}), enrollment("E3", {})],
      },
    ],
    [
      "a teacher at several schools",
      {
        "orgs.csv": [school2],
        "users.csv": [person("T1", { role: "teacher", orgSourcedIds: "S1,S2" })],
        "classes.csv": [{ sourcedId: "H2", schoolSourcedId: "S2", classType: "scheduled" }],
        "courses.csv": [{ sourcedId: "C1", orgSourcedId: "D1" }],
        "enrollments.csv": [
          enrollment("E3", {
            classSourcedId: "H2",
            schoolSourcedId: "S2",
            userSourcedId: "T1",
            role: "teacher",
          }),
        ],
      },
    ],
    [
      "fifteen sections of one student",
      {
        "classes.csv": Array.from({ length: 15 }, (_, i) => ({ sourcedId: `K${i}`, classType: "scheduled" })),
        "enrollments.csv": Array.from({ length: 15 }, (_, i) => [
          enrollment(`EP${i}`, { classSourcedId: `K${i}` }),
          enrollment(`ET${i}`, {
            classSourcedId: `K${i}`,
            userSourcedId: "T1",
            role: "teacher",
            primary: "true",
          }),
        ]).flat(),
      },
    ],
    [
      "people without e-mail, and of two domains",
      { "users.csv": [person("T1", { role: "teacher", email: "t@other.example" })] },
    ],
    [
      "a school year of the southern half of the world",
      {
        "academicSessions.csv": [
          session("Y26", "schoolYear", "2026-02-01", "2026-12-15", { schoolYear: "2026" }),
        ],
      },
    ],
  ])("raises nothing: %s", async (_what, rows) => {
    expect(await found({ rows })).toEqual([]);
  });
});

describe("enrollment-repeated", () => {
  const twice = (a: Record<string, string>, b: Record<string, string>, status = "") => ({
    rows: { "enrollments.csv": [enrollment("E1", a), { ...enrollment("E3", b), status }] },
  });
  it.each([
    ["overlap by a day", inFall, { beginDate: "2026-12-18", endDate: "" }, 1],
    ["meet on the exclusive end", inFall, { beginDate: "2026-12-19", endDate: "" }, 0],
    ["have no dates in a class of one term", {}, {}, 1],
    ["are of other roles", {}, { role: "administrator" }, 0],
  ])("counts %s", async (_what, a, b, count) => {
    expect(await countOf("enrollment-repeated", twice(a, b))).toBe(count);
  });

  it("counts a person in a class once, however many rows clash, and none that is to be deleted", async () => {
    const rows = { "enrollments.csv": ["E1", "E3", "E4", "E5"].map((id) => enrollment(id, {})) };
    expect(await countOf("enrollment-repeated", { rows })).toBe(1);
    expect(await countOf("enrollment-repeated", twice({}, {}, "tobedeleted"))).toBe(0);
  });
});

describe("student-enrolled-elsewhere", () => {
  const at = (orgSourcedIds: string, role = "student"): Example => ({
    rows: { "orgs.csv": [school2], "users.csv": [person("P1", { orgSourcedIds, role })] },
  });
  it.each([
    ["S1", 0],
    ["S2", 1],
    ["S2,S1", 0],
    ["D1", 0],
    ["S9", 0],
    ["S9,S2", 1],
    ["", 0],
  ])("weighs the orgs %j", async (orgs, count) => {
    expect(await countOf("student-enrolled-elsewhere", at(orgs))).toBe(count);
  });

  it("reads roles.csv in OneRoster 1.2, and follows every role of a student", async () => {
    const roles = (...orgs: string[]) => ({
      format: "oneroster-1.2",
      rows: {
        "orgs.csv": [school2],
        "roles.csv": orgs.map((orgSourcedId, i) => ({
          sourcedId: i === 0 ? "RP1" : `R${i}`,
          userSourcedId: "P1",
          role: "student",
          orgSourcedId,
        })),
      },
    });
    expect(await countOf("student-enrolled-elsewhere", roles("S2"))).toBe(1);
    expect(await countOf("student-enrolled-elsewhere", roles("S2", "S1"))).toBe(0);
  });
});

describe("hierarchies", () => {
  const orgs = (...rows: [id: string, type: string, parent: string][]): Example => ({
    rows: {
      "orgs.csv": rows.map(([sourcedId, type, parentSourcedId]) => ({
        sourcedId,
        type,
        parentSourcedId,
        name: sourcedId,
      })),
    },
  });
  it.each([
    ["a row above itself", orgs(["D1", "district", "D1"]), 1],
    [
      "a ring of three, not what hangs below it",
      orgs(["A", "district", "B"], ["B", "district", "C"], ["C", "district", "A"], ["D1", "district", "A"]),
      3,
    ],
    ["a chain", orgs(["D1", "district", "X"], ["X", "state", ""]), 0],
  ])("parent-cycle counts %s", async (_what, example, count) => {
    expect(await countOf("parent-cycle", example)).toBe(count);
  });

  it.each([
    ["2026-08-17", "2027-05-29", 0],
    ["2026-08-16", "2027-05-29", 1],
    ["2026-08-17", "2027-05-30", 1],
    ["", "2027-06-30", 0],
  ])("session-outside-parent weighs %j to %j", async (start, end, count) => {
    const rows = { "academicSessions.csv": [session("F", "term", start, end, { parentSourcedId: "Y27" })] };
    expect(await countOf("session-outside-parent", { rows })).toBe(count);
  });

  it("blames backwards dates once, on the session and not on the enrollments in it", async () => {
    const rows = { "academicSessions.csv": [session("Y27", "schoolYear", "2027-05-29", "2026-08-17")] };
    expect((await found({ rows })).map(({ rule }) => rule)).toEqual(["session-backwards"]);
  });

  it.each([
    ["2026-08-17", "2027-05-29", "2027", []],
    ["2026-08-17", "2027-05-29", "2026", ["note"]],
    ["2026-08-17", "2027-05-29", "2025", ["warning"]],
    ["2026-08-17", "2027-05-29", "2029", ["warning"]],
    ["2026-01-12", "2027-01-01", "2026", []],
  ])("school-year-differs weighs %s to %s as %s", async (start, end, schoolYear, outcomes) => {
    const rows = { "academicSessions.csv": [session("Y27", "schoolYear", start, end, { schoolYear })] };
    const raised = (await found({ rows })).filter(({ rule }) => rule === "school-year-differs");
    expect(raised.map(({ outcome }) => outcome)).toEqual(outcomes);
  });
});

describe("roles of OneRoster 1.2", () => {
  const roles = (...rows: [id: string, type: string, begin?: string, end?: string][]): Example => ({
    format: "oneroster-1.2",
    rows: {
      "roles.csv": rows.map(([sourcedId, roleType, beginDate = "", endDate = ""]) => ({
        sourcedId,
        roleType,
        beginDate,
        endDate,
        userSourcedId: "T1",
        role: "teacher",
        orgSourcedId: "S1",
      })),
    },
  });
  it.each([
    ["one primary", roles(["RT1", "primary"]), []],
    ["two primaries", roles(["RT1", "primary"], ["R2", "primary"]), ["two"]],
    [
      "two in turn",
      roles(["RT1", "primary", "2026-08-17", "2026-12-19"], ["R2", "primary", "2026-12-19"]),
      [],
    ],
    [
      "a long one over a short one",
      roles(["RT1", "primary", "2026-08-17"], ["R2", "primary", "2026-09-01", "2026-10-01"]),
      ["two"],
    ],
    ["secondary only", roles(["RT1", "secondary"]), ["none"]],
    ["several secondary", roles(["RT1", "secondary"], ["R2", "secondary"]), ["none"]],
  ])("primary-role-not-one weighs %s", async (_what, example, problems) => {
    const raised = (await found(example)).filter(({ rule }) => rule === "primary-role-not-one");
    expect(raised.map(({ args }) => args.problem)).toEqual(problems);
    expect(raised.every(({ count }) => count === 1)).toBe(true);
  });

  it("enrollment-role-differs goes by roles.csv, and passes over who is both", async () => {
    const as = (...names: string[]): Example => ({
      format: "oneroster-1.2",
      rows: {
        "roles.csv": names.map((role, i) => ({
          sourcedId: i === 0 ? "RP1" : `R${i}`,
          userSourcedId: "P1",
          role,
          roleType: i === 0 ? "primary" : "secondary",
          orgSourcedId: "S1",
        })),
      },
    });
    expect(await countOf("enrollment-role-differs", as("teacher"))).toBe(1);
    expect(await countOf("enrollment-role-differs", as("teacher", "student"))).toBe(0);
    expect(await countOf("enrollment-role-differs", as("student"))).toBe(0);
  });
});
