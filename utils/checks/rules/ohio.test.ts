import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import type { Finding } from "../../findings/finding.ts";
import { runChecks } from "../run-checks.ts";

const format = "ohio-roster-verification";
const [ana, luz] = ["OH3019384", "OH3019999"];
const [mia, leo] = ["AE1234567", "AE7654321"];

const findingsOf = async (rule: string, example: Omit<Example, "format"> = {}): Promise<Finding[]> => {
  const { findings, notChecked } = await runChecks(contextOf({ format, ...example }));
  expect(notChecked.filter((one) => one.rule === rule)).toEqual([]);
  return findings.filter((one) => one.rule === rule);
};

const countOf = async (rule: string, rows: Example["rows"]): Promise<number> =>
  (await findingsOf(rule, { rows: rows ?? {} })).reduce((sum, { count }) => sum + count, 0);

/** Claims as [class, teacher, student, month, percent, grade]. */
const claims = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "claims.csv": rows.map(([class_id = "", educator = "", ssid = "", month = "", percent = "100", grade]) => ({
    class_id,
    educator_state_id: educator,
    ssid,
    month,
    percent,
    grade_level: grade ?? "05",
  })),
});

/** Classes as [id, subject, grade, term, teacher]. */
const classes = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "classes.csv": rows.map(([class_id = "", subject_course = "", grade = "", term, educator]) => ({
    class_id,
    subject_course,
    grade,
    term: term ?? "Full Year (Aug/Sep - May/Jun)",
    educator_state_id: educator ?? ana,
  })),
});

/** Enrollments as [class, student, entry, exit]. */
const enrolled = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "enrollments.csv": rows.map(([class_id = "", ssid = "", entry_date = "", exit_date = ""]) => ({
    class_id,
    ssid,
    entry_date,
    exit_date,
  })),
});

describe("the sum of a student's claims", () => {
  it.each<[string, number, number, string[][]]>([
    [
      "two teachers of half each",
      0,
      0,
      [
        ["C1", ana, leo, "OCT", "50"],
        ["C1", luz, leo, "OCT", "50"],
      ],
    ],
    [
      "two of 60",
      1,
      0,
      [
        ["C1", ana, leo, "OCT", "60"],
        ["C1", luz, leo, "OCT", "60"],
      ],
    ],
    [
      "two of 40",
      0,
      1,
      [
        ["C1", ana, leo, "OCT", "40"],
        ["C1", luz, leo, "OCT", "40"],
      ],
    ],
    [
      "two in different months",
      0,
      0,
      [
        ["C1", ana, leo, "OCT"],
        ["C1", luz, leo, "NOV"],
      ],
    ],
    [
      "one subject in two classes",
      1,
      0,
      [
        ["C1", ana, leo, "OCT"],
        ["C2", ana, leo, "OCT"],
      ],
    ],
    [
      "two subjects",
      0,
      0,
      [
        ["C1", ana, leo, "OCT"],
        ["C3", ana, leo, "OCT"],
      ],
    ],
    [
      "thirds in hundredths",
      0,
      0,
      [
        ["C1", ana, leo, "OCT", "33.33"],
        ["C1", luz, leo, "OCT", "33.33"],
        ["C2", ana, leo, "OCT", "33.34"],
      ],
    ],
    [
      "one tenth thrice and the rest",
      0,
      0,
      [
        ["C1", ana, leo, "OCT", "0.1"],
        ["C1", luz, leo, "OCT", "0.2"],
        ["C2", ana, leo, "OCT", "99.7"],
      ],
    ],
    ["nought", 0, 0, [["C1", ana, leo, "OCT", "0"]]],
    ["no number", 0, 0, [["C1", ana, leo, "OCT", "half"]]],
    ["a class nobody knows", 0, 0, [["C9", ana, leo, "OCT", "40"]]],
    ["no student", 0, 0, [["C1", ana, "", "OCT", "40"]]],
  ])("of %s is over %i times and under %i times", async (_name, over, under, rows) => {
    const all = { ...classes(["C2", "Math", "5"], ["C3", "Science", "5"]), ...claims(...rows) };
    expect(await countOf("ohio-overclaimed", all)).toBe(over);
    expect(await countOf("ohio-underclaimed", all)).toBe(under);
  });

  it("counts the same claim twice as one, that of the greater percentage", async () => {
    const row = (percent: string) => ["C1", ana, leo, "5", "2016-01-01", "05", "OCT", percent];
    const header = ["class_id", "educator_state_id", "ssid", "local_student_id", "birth_date", "grade_level"];
    const whole = { "claims.csv": [[...header, "month", "percent"], row("60"), row("100"), row("60")] };
    expect(await findingsOf("ohio-overclaimed", { whole })).toEqual([]);
    expect(await findingsOf("ohio-underclaimed", { whole })).toEqual([]);
    expect((await findingsOf("joint-key-repeated", { whole })).map(({ count }) => count)).toEqual([2]);
  });

  it("says how many students, and the worst", async () => {
    const rows = claims(
      ["C1", luz, mia, "OCT", "50"],
      ["C1", luz, mia, "NOV", "20"],
      ["C1", ana, leo, "OCT"],
      ["C1", luz, leo, "OCT", "1"],
    );
    const [finding] = await findingsOf("ohio-overclaimed", { rows: rows ?? {} });
    expect(finding?.count).toBe(3);
    expect(finding?.args).toMatchObject({ students: 2, worst: 150 });
    expect(finding?.samples[0]?.related).toMatch(/^Mathematics, (OCT|NOV): 1[25]0 %$/);
  });
});

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
