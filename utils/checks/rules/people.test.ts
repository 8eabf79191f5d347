import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

type Rows = Record<string, string>[];

const people = new Set([
  "age-against-grade",
  "birth-date-implausible",
  "duplicate-person",
  "email-of-two-people",
  "number-of-two-people",
  "state-id-of-two-people",
  "student-also-staff",
  "username-of-two-people",
]);

/** Findings about people, as "rule count" and what tells them apart. */
const findingsOf = async (example: Example): Promise<string[]> => {
  const { findings, notChecked } = await runChecks(contextOf(example));
  expect(notChecked.filter(({ because }) => because.kind === "our-fault")).toEqual([]);
  return findings
    .filter(({ rule }) => people.has(rule))
    .map(({ rule, count, args, outcome }) =>
      [rule, count, args.proof ?? args.problem ?? "", outcome === "note" ? "note" : ""]
        .filter((part) => part !== "")
        .join(" "),
    );
};

const user = (sourcedId: string, more: Record<string, string>): Record<string, string> => ({
  sourcedId,
  username: sourcedId.toLowerCase(),
  givenName: "Mía",
  familyName: "Núñez",
  ...more,
});

const packageOf = (users: Rows, births: Record<string, string> = {}): Example => ({
  rows: {
    "users.csv": users,
    "demographics.csv": Object.entries(births).map(([sourcedId, birthDate]) => ({ sourcedId, birthDate })),
  },
});

const twins = { P2: "2022-03-09", P3: "2022-03-09" };
const staff = { role: "teacher", grades: "", familyName: "Paz" };

describe("one person or two", () => {
  it.each<[string, Rows, Record<string, string>, string[]]>([
    ["a name and a birth date are no proof", [user("P2", {}), user("P3", {})], twins, []],
    [
      "the same number proves it, accents and case aside",
      [user("P2", { identifier: "47" }), user("P3", { identifier: "47", familyName: "NUNEZ" })],
      twins,
      ["duplicate-person 1 number"],
    ],
    [
      "twins have names of their own",
      [user("P2", { phone: "555-0101" }), user("P3", { phone: "555-0101", givenName: "Leo" })],
      twins,
      [],
    ],
    [
      "a telephone and a birth date prove it",
      [user("P2", { phone: "555-0101" }), user("P3", { phone: "555-0101" })],
      twins,
      ["duplicate-person 1 phones"],
    ],
    [
      "a father and a son of one name have one telephone",
      [user("P2", { phone: "555-0101" }), user("P3", { phone: "555-0101" })],
      { P2: "2022-03-09", P3: "2021-01-02" },
      [],
    ],
    [
      "one number under two birth dates is two people",
      [user("P2", { identifier: "47" }), user("P3", { identifier: "47" })],
      { P2: "2022-03-09", P3: "2021-01-02" },
      ["number-of-two-people 1"],
    ],
    [
      "a middle name and the school prove it",
      [user("P2", { middleName: "Inés" }), user("P3", { middleName: "Inés", givenName: "Mia" })],
      twins,
      ["duplicate-person 1 school"],
    ],
    ["an initial does not", [user("P2", { middleName: "I." }), user("P3", { middleName: "I." })], twins, []],
    [
      "nor does the middle name at another school",
      [user("P2", { middleName: "Inés" }), user("P3", { middleName: "Inés", orgSourcedIds: "D1" })],
      twins,
      [],
    ],
    [
      "two proofs are one finding",
      [
        user("P2", { identifier: "47", email: "m@x.org" }),
        user("P3", { identifier: "47", email: "M@x.org" }),
      ],
      twins,
      ["duplicate-person 1 number"],
    ],
    [
      "three records are two too many",
      ["P2", "P3", "P4"].map((id) => user(id, { identifier: "47" })),
      { ...twins, P4: "2022-03-09" },
      ["duplicate-person 2 number"],
    ],
    [
      "staff need no birth date",
      [user("T2", { ...staff, identifier: "9" }), user("T3", { ...staff, identifier: "9" })],
      {},
      ["duplicate-person 1 number"],
    ],
    [
      "parents are listed once a child",
      [user("G1", { role: "parent", email: "g@x.org" }), user("G2", { role: "parent", email: "g@x.org" })],
      {},
      [],
    ],
    [
      "rows for deletion are nobody",
      [user("P2", { identifier: "47", status: "tobedeleted" }), user("P3", { identifier: "47" })],
      twins,
      [],
    ],
  ])("%s", async (_, users, births, expected) => {
    expect(await findingsOf(packageOf(users, births))).toEqual(expected);
  });
});

describe("a value of two people", () => {
  it.each<[string, Rows, string[]]>([
    [
      "sisters with a parent's address are a note",
      [user("P2", { email: "p@x.org" }), user("P3", { email: "P@X.ORG", givenName: "Leo" })],
      ["email-of-two-people 1 note"],
    ],
    [
      "staff with one address are a warning",
      [
        user("T2", { ...staff, email: "p@x.org" }),
        user("T3", { ...staff, email: "p@x.org", givenName: "Leo" }),
      ],
      ["email-of-two-people 1"],
    ],
    [
      "placeholders are nobody's",
      [
        user("P2", { email: "none", identifier: "000" }),
        user("P3", { email: "none", identifier: "000", givenName: "Leo" }),
      ],
      [],
    ],
    [
      "a number without digits is no number",
      [user("P2", { identifier: "TX" }), user("P3", { identifier: "TX", givenName: "Leo" })],
      [],
    ],
    [
      "one person as student and teacher is told once",
      [user("P2", { email: "m@x.org" }), user("T2", { ...staff, familyName: "Nuñez", email: "m@x.org" })],
      ["student-also-staff 1"],
    ],
    ["one name alone is two people", [user("P2", {}), user("T2", { ...staff, familyName: "Nuñez" })], []],
    [
      "usernames differ by more than capitals",
      [user("P2", { username: "mia.n" }), user("P3", { username: "Mia.N", givenName: "Leo" })],
      ["username-of-two-people 1"],
    ],
  ])("%s", async (_, users, expected) => {
    const births = Object.fromEntries(users.map(({ sourcedId = "" }, i) => [sourcedId, `2022-03-1${i}`]));
    expect(await findingsOf(packageOf(users, births))).toEqual(expected);
  });
});

describe("ages", () => {
  it.each([
    ["2022-03-09", "PK", []],
    ["2021-09-01", "KG", []],
    ["2018-01-01", "09", ["age-against-grade 1"]],
    ["2008-01-01", "KG", ["age-against-grade 1"]],
    ["2008-01-01", "KG,12", []],
    ["2004-12-01", "12", []],
    ["2008-01-01", "UG", []],
    ["2026-11-22", "IT", []],
    ["2026-11-23", "IT", ["birth-date-implausible 1 ahead"]],
    ["1899-12-31", "12", ["birth-date-implausible 1 long-ago"]],
    ["2003-11-23", "12", []],
    ["2003-11-22", "12", ["birth-date-implausible 1 adult"]],
    ["1980-01-01", "13", []],
    ["3/9/2202", "PK", ["birth-date-implausible 1 ahead"]],
    ["nonsense", "PK", []],
    ["", "PK", []],
  ])("born %s, in grade %s", async (birthDate, grades, expected) => {
    // Others of the usual age, so that it is not a program for adults.
    const others = { P2: "2022-03-09", P3: "2022-03-10" };
    const users = [user("P1", { grades }), ...Object.keys(others).map((id) => user(id, {}))];
    expect(await findingsOf(packageOf(users, { ...others, P1: birthDate }))).toEqual(expected);
  });

  it("says nothing where most are adults", async () => {
    expect(await findingsOf(packageOf([user("P1", { grades: "12" })], { P1: "1980-01-01" }))).toEqual([]);
  });

  it("says nothing of somebody listed twice", async () => {
    const twice = contextOf({
      rows: {
        "demographics.csv": [
          { sourcedId: "P1", birthDate: "1980-01-01" },
          { sourcedId: "P1", birthDate: "1980-01-02" },
        ],
      },
    });
    const { findings } = await runChecks(twice);
    expect(findings.map(({ rule }) => rule).filter((rule) => people.has(rule))).toEqual([]);
  });
});

describe("other formats", () => {
  it.each<[string, Example, string[]]>([
    [
      "Clever: two teachers, one address",
      {
        format: "clever-sftp",
        rows: {
          "teachers.csv": [
            { Teacher_id: "T8", Teacher_email: "same@x.org", First_name: "Ada" },
            { Teacher_id: "T9", Teacher_email: "same@x.org", First_name: "Bea" },
          ],
        },
      },
      ["email-of-two-people 1"],
    ],
    [
      "Clever: a teacher at two schools is one person",
      {
        format: "clever-sftp",
        rows: {
          "teachers.csv": [
            { Teacher_id: "T8", School_id: "S1", Teacher_email: "same@x.org" },
            { Teacher_id: "T8", School_id: "S2", Teacher_email: "same@x.org" },
          ],
        },
      },
      [],
    ],
    [
      "SDS 2.1: a student who is a teacher by role",
      {
        format: "sds-2.1",
        rows: {
          "roles.csv": [
            { userSourcedId: "P1", orgSourcedId: "S1", role: "student" },
            { userSourcedId: "P1", orgSourcedId: "S1", role: "teacher" },
          ],
        },
      },
      ["student-also-staff 1"],
    ],
  ])("%s", async (_, example, expected) => {
    expect(await findingsOf(example)).toEqual(expected);
  });
});
