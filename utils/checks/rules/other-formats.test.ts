import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { describeFinding } from "../../findings/describe.ts";
import type { ProblemKind } from "../../table/table.ts";
import { findRule } from "../index.ts";
import { runChecks } from "../run-checks.ts";

const check = async (example: Example) => (await runChecks(contextOf(example))).findings;
const clever = (rows: NonNullable<Example["rows"]>, more: Example = {}): Example => ({
  format: "clever-sftp",
  rows,
  ...more,
});
const sds1 = (rows: NonNullable<Example["rows"]>, more: Example = {}): Example => ({
  format: "sds-1",
  rows,
  ...more,
});
const sds21 = (rows: NonNullable<Example["rows"]>, more: Example = {}): Example => ({
  format: "sds-2.1",
  rows,
  ...more,
});
const problem = (kind: ProblemKind, file: string) => ({
  kind,
  file,
  fatal: false,
  count: 1,
  args: { encoding: "windows-1252", columns: 3, problem: "x" },
  places: [],
});

describe("what follows from the schema of Clever, SDS 1 and SDS 2.1", () => {
  it.each<[string, Example, [rule: string, outcome: string, count: number, certain: boolean | undefined][]]>([
    [
      "a reference that follows from the data model only",
      clever({ "enrollments.csv": [{ School_id: "S1", Section_id: "C9", Student_id: "P1" }] }),
      [["dangling-reference", "fault", 1, false]],
    ],
    [
      "a teacher who must exist by the instructions",
      clever({ "sections.csv": [{ Section_id: "C1", Teacher_3_id: "T9" }] }),
      [["dangling-reference", "warning", 1, true]],
    ],
    [
      "a date in a form that is only assumed to be wrong",
      clever({ "sections.csv": [{ Section_id: "C1", Term_start: "2026-08-17" }] }),
      [["date-malformed", "warning", 1, false]],
    ],
    [
      "a value beside a list that is not known to be whole",
      clever({ "sections.csv": [{ Section_id: "C1", Subject: "Robotics" }] }),
      [["enum-value-unknown", "warning", 1, true]],
    ],
    [
      "a value of such a list in another case",
      clever({ "sections.csv": [{ Section_id: "C1", Subject: "Math" }] }),
      [],
    ],
    [
      "a missing file that must be sent with the others",
      clever({}, { without: ["teachers.csv"] }),
      [["missing-file", "fault", 1, true]],
    ],
    [
      "a required value",
      clever({ "students.csv": [{ Student_id: "P1", Contact_sis_id: "G1", Last_name: "" }] }),
      [["required-value-missing", "fault", 1, true]],
    ],
    [
      "a column in the wrong case; a blank for an underscore is nothing",
      clever(
        {},
        {
          whole: {
            "enrollments.csv": [
              ["School id", "section_id", "Student_id"],
              ["S1", "C1", "P1"],
            ],
          },
        },
      ),
      [["header-case", "warning", 1, undefined]],
    ],
    [
      "columns of the LEA's own, with Clever's prefix and without",
      clever({ "teachers.csv": [{ Teacher_id: "T1", School_id: "S1", "ext.room": "4", Room: "4" }] }),
      [["unknown-column", "warning", 1, true]],
    ],
    [
      "dates in any of three forms, and one in none",
      sds1({
        "Section.csv": [
          { "SIS ID": "11001", "School SIS ID": "10001", "Term StartDate": "8/17/2026" },
          { "SIS ID": "11002", "School SIS ID": "10001", "Term StartDate": "20260817" },
          { "SIS ID": "11003", "School SIS ID": "10001", "Term StartDate": "17.8.2026" },
        ],
      }),
      [["date-malformed", "fault", 1, true]],
    ],
    ["one id in two schools", sds1({ "Student.csv": [{ "SIS ID": "13001", "School SIS ID": "10002" }] }), []],
    [
      "a header that must be there although its values may be blank",
      sds1(
        {},
        {
          whole: {
            "guardianrelationship.csv": [
              ["SIS ID", "Email"],
              ["13001", "eva.nunez@example.com"],
            ],
          },
        },
      ),
      [["missing-column", "fault", 1, true]],
    ],
    [
      "the names of the British samples",
      sds1(
        {},
        {
          whole: {
            "StudentEnrollment.csv": [
              ["Section ID", "ID"],
              ["11001", "13001"],
            ],
            "School.csv": [
              ["DfE Number", "Name"],
              ["10001", "Lakeview"],
              ["10002", "Hillside"],
            ],
          },
        },
      ),
      [],
    ],
    [
      "values of lists in any case",
      sds21({
        "orgs.csv": [{ sourcedId: "S1", type: "SCHOOL" }],
        "roles.csv": [{ userSourcedId: "T1", orgSourcedId: "S1", role: "Teacher", isPrimary: "False" }],
      }),
      [],
    ],
    [
      "a flag of which nobody knows the list",
      sds21({ "userFlags.csv": [{ userSourcedId: "P1", flag: "gifted" }] }),
      [["enum-value-unknown", "warning", 1, false]],
    ],
    [
      "a role that is none",
      sds21({ "enrollments.csv": [{ classSourcedId: "C1", userSourcedId: "P1", role: "pupil" }] }),
      [["enum-value-unknown", "fault", 1, true]],
    ],
    [
      "a session in a list that is not there",
      sds21({ "classes.csv": [{ sourcedId: "C1", sessionSourcedIds: "Y27,Y28" }] }),
      [["dangling-reference", "warning", 1, true]],
    ],
    [
      "the same enrollment twice, which the format does not speak of",
      sds21(
        {},
        {
          whole: {
            "enrollments.csv": [
              ["classSourcedId", "userSourcedId", "role"],
              ["C1", "P1", "student"],
              ["C1", "P1", "student"],
            ],
          },
        },
      ),
      [["joint-key-repeated", "warning", 1, false]],
    ],
    [
      "a header in another case",
      sds21(
        {},
        {
          whole: {
            "userFlags.csv": [
              ["UserSourcedId", "flag"],
              ["P1", "iep"],
            ],
          },
        },
      ),
      [["header-case", "warning", 1, undefined]],
    ],
  ])("%s", async (_name, example, wanted) => {
    const found = await check(example);
    expect(found.map(({ rule, outcome, count, certain }) => [rule, outcome, count, certain])).toEqual(wanted);
  });
});

describe("joint keys", () => {
  const students = (header: string[], ...rows: string[][]) =>
    clever({}, { whole: { "students.csv": [header, ...rows] } });

  it("count a student without contacts twice as a repeat, and one without an id as none", async () => {
    const header = ["School_id", "Student_id", "Last_name", "First_name"];
    const found = await check(
      students(
        header,
        ["S1", "P1", "N", "M"],
        ["S1", "P1", "N", "M"],
        ["S1", "", "A", "B"],
        ["S1", "", "A", "B"],
      ),
    );
    expect(Object.fromEntries(found.map(({ rule, count }) => [rule, count]))).toEqual({
      "joint-key-repeated": 1,
      "required-value-missing": 2,
    });
  });

  it("say which column they would need", async () => {
    const whole = {
      "enrollments.csv": [
        ["School_id", "Section_id"],
        ["S1", "C1"],
      ],
    };
    const { notChecked } = await runChecks(contextOf(clever({}, { whole })));
    expect(notChecked).toContainEqual({
      rule: "joint-key-repeated",
      because: { kind: "column-missing", file: "enrollments.csv", column: "Student_id" },
    });
  });
});

describe("the words about files that are not OneRoster's", () => {
  const faulty: Example[] = [
    clever(
      {
        "students.csv": [
          { Student_id: " P1", Contact_sis_id: "G1", DOB: "2018-03-09", Grade: "3rd", Graduation_year: "36" },
          {
            Student_id: "P1",
            Contact_sis_id: "G1",
            Student_email: "x",
            Weighted_gpa: "4,0",
            Ell_status: "no",
            Team: "1",
          },
        ],
        "sections.csv": [{ Section_id: "C1", Teacher_id: "T9" }],
      },
      {
        without: ["schools.csv"],
        problems: [problem("not-utf-8", "students.csv"), problem("ragged-rows", "students.csv")],
      },
    ),
    sds21(
      {
        "users.csv": [{ sourcedId: "P1", username: "p", phone: "1" }],
        "roles.csv": [
          { userSourcedId: "P9", orgSourcedId: "S1", role: "pupil", isPrimary: "x", roleStartDate: "1/2/26" },
        ],
        "academicSessions.csv": [{ sourcedId: "Y27", schoolYear: "27" }],
      },
      { problems: [problem("duplicate-header", "users.csv"), problem("header-only", "users.csv")] },
    ),
  ];

  it("do not speak of OneRoster, and read in both languages", async () => {
    for (const example of faulty) {
      const found = await check(example);
      expect(found.length).toBeGreaterThan(5);
      for (const finding of found) {
        const rule = findRule(finding.rule);
        if (rule === undefined) throw new Error(`no rule ${finding.rule}`);
        for (const language of ["en", "es"] as const) {
          const { message, why, fix, source } = describeFinding(finding, rule, language);
          const all = [message, why, fix].join("\n");
          expect(source).not.toContain("IMS OneRoster");
          expect(all, finding.rule).not.toMatch(/OneRoster|metadata|sourcedId is/);
          expect(all, finding.rule).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
  });
});
