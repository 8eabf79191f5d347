import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/sample-package.ts";
import {
  ana,
  claims,
  classes,
  countOf,
  enrolled,
  findingsOf,
  format,
  leo,
  mia,
} from "../../../test/samples/ohio-rows.ts";
import { runChecks } from "../run-checks.ts";

describe("months", () => {
  it.each<[string, number, string[][]]>([
    ["all year", 0, [["C1", mia, "", ""]]],
    // August 2026 has 9 instructional days here from the 19th: entry on the 25th leaves 5.
    ["most of the first month", 0, [["C1", mia, "2026-08-25", ""]]],
    ["less than half of it", 1, [["C1", mia, "2026-08-26", ""]]],
    ["from October's twelfth day from the end", 2, [["C1", mia, "2026-10-15", ""]]],
    ["exactly half of October", 3, [["C1", mia, "2026-10-16", ""]]],
    [
      "two stays that make a majority",
      0,
      [
        ["C1", mia, "2026-08-19", "2026-10-14"],
        ["C1", mia, "2026-10-20", ""],
      ],
    ],
    [
      "a stay in another class",
      0,
      [
        ["C1", mia, "", ""],
        ["C2", mia, "2027-05-01", ""],
      ],
    ],
    ["a date that cannot be read", 0, [["C1", mia, "10/16/2026", ""]]],
  ])("of a student there %s: %i claims fall outside", async (_name, expected, rows) => {
    const header = ["class_id", "ssid", "entry_date", "exit_date"];
    const found = await findingsOf("ohio-claim-outside-student-months", {
      whole: { "enrollments.csv": [header, ...rows] },
    });
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
  });

  it.each<[string, number, string[][]]>([
    ["from the second half of October", 3, [["2026-10-16", ""]]],
    [
      "on leave in February and March",
      2,
      [
        ["2026-08-10", "2027-01-31"],
        ["2027-04-01", ""],
      ],
    ],
    ["with no dates", 0, [["", ""]]],
  ])("of a teacher %s: %i claims fall outside", async (_name, expected, rows) => {
    const header = ["educator_state_id", "first_name", "start_date", "end_date"];
    const found = await findingsOf("ohio-claim-outside-teacher-months", {
      whole: { "staff.csv": [header, ...rows.map((dates) => [ana, "Ana", ...dates])] },
    });
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
  });

  it("are not counted without a school year", async () => {
    const calendar = { firstDay: "2000-01-01", lastDay: "2099-12-31", weekdays: [1], holidays: [] };
    const { notChecked } = await runChecks(contextOf({ format, settings: { calendar } }));
    expect(notChecked).toContainEqual({
      rule: "ohio-claim-outside-student-months",
      because: { kind: "not-configured", setting: "calendar" },
    });
  });
});

describe("scope", () => {
  it.each<[string, string, number]>([
    ["Mathematics", "5", 0],
    ["Mathematics", "", 0],
    ["Mathematics", "9", 1],
    ["Mathematics", "K", 1],
    ["Grade 3 Mathematics", "", 1],
    ["Science", "8", 0],
    ["Science", "7", 1],
    ["Algebra I", "8", 0],
    ["Geometry", "12", 0],
    ["Band", "5", 1],
    ["Algebra II", "10", 1],
    ["Mathematics", "4-5", 0],
  ])("a class in %s, grade %s, is out %i times", async (subject, grade, expected) => {
    expect(await countOf("ohio-subject-out-of-scope", classes(["C1", subject, grade]))).toBe(expected);
  });

  it.each([
    ["Mathematics", "03", 1],
    ["Mathematics", "08", 0],
    ["Science", "06", 1],
    ["Biology", "06", 0],
    ["Mathematics", "K", 0],
  ])("a claim in %s of grade %s is out %i times", async (subject, grade, expected) => {
    const rows = { ...classes(["C1", subject, ""]), ...claims(["C1", ana, leo, "OCT", "100", grade]) };
    expect(await countOf("ohio-student-grade-out-of-scope", rows)).toBe(expected);
  });
});

describe("ohio-term-against-months", () => {
  const fall = "Fall Semester (FYE/Block)";
  const spring = "Spring Semester (Jan - May/Jun)";
  it.each<[string, string, string[], string | undefined]>([
    ["a fall class", fall, ["SEP", "JAN"], undefined],
    ["a fall class claimed in March", fall, ["SEP", "MAR"], "other-semester"],
    ["a spring class claimed in January", spring, ["JAN", "FEB"], undefined],
    ["a spring class claimed in October", spring, ["OCT", "FEB"], "other-semester"],
    ["a full year of fall only", "Full Year (Aug/Sep - May/Jun)", ["SEP", "DEC", "JAN"], "one-semester"],
    ["a full year of both", "Full Year (Aug/Sep - May/Jun)", ["SEP", "APR"], undefined],
    ["a term nobody knows", "Trimester 2", ["OCT", "MAR"], undefined],
    ["no claims but January's", fall, ["JAN"], undefined],
  ])("of %s", async (_name, term, months, problem) => {
    const rows = {
      ...classes(["C2", "Mathematics", "5", term]),
      ...claims(...months.map((month) => ["C2", ana, leo, month])),
    };
    const found = await findingsOf("ohio-term-against-months", { rows });
    expect(found.map(({ args, outcome }) => [args.problem, outcome])).toEqual(
      problem === undefined ? [] : [[problem, problem === "one-semester" ? "warning" : "fault"]],
    );
  });
});

describe("people", () => {
  it.each([
    ["tutor", 1],
    ["Student Teacher", 1],
    ["intervention specialist", 0],
    ["teacher", 0],
    ["", 0],
  ])("a %s with a class: %i", async (role, expected) => {
    const rows = { "staff.csv": [{ first_name: "Ana", last_name: "Ortiz", role }] };
    expect(await countOf("ohio-does-not-take-part", rows)).toBe(expected);
  });

  it("counts students not in the class by claim, and leaves out classes the file does not have", async () => {
    const rows = {
      ...classes(["C2", "Math", "5"], ["C3", "Math", "5"]),
      ...enrolled(["C2", leo]),
      ...claims(
        ["C2", ana, mia, "OCT"],
        ["C2", ana, mia, "NOV"],
        ["C3", ana, mia, "DEC"],
        ["C2", ana, leo, "OCT"],
      ),
    };
    const [finding] = await findingsOf("ohio-claim-not-in-class", { rows });
    expect([finding?.count, finding?.args.students]).toEqual([2, 1]);
  });

  it.each<[string, number, string[][]]>([
    ["on the day of the tests", 0, [["C1", leo, "2027-03-22"]]],
    ["the day after", 1, [["C1", leo, "2027-03-23"]]],
    [
      "late in one class, early in another",
      0,
      [
        ["C1", leo, "2027-04-01"],
        ["C2", leo, "2026-09-01"],
      ],
    ],
    ["without a date", 0, [["C1", leo, ""]]],
    [
      "late in two classes",
      1,
      [
        ["C1", leo, "2027-04-01"],
        ["C2", leo, "2027-04-01"],
      ],
    ],
  ])("who came %s: %i", async (_name, expected, rows) => {
    expect(await countOf("ohio-student-after-spring-test", enrolled(...rows))).toBe(expected);
  });
});
