import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import type { Finding } from "../../findings/finding.ts";
import { runChecks } from "../run-checks.ts";

const format = "nyc-ats-stars";

const findingsOf = async (rule: string, rows: Example["rows"] = {}): Promise<Finding[]> => {
  const { findings, notChecked } = await runChecks(contextOf({ format, rows }));
  expect(notChecked.filter((one) => one.rule === rule)).toEqual([]);
  return findings.filter((one) => one.rule === rule);
};

const SchoolDBN = "02M475";

/** Rows of the program as [student, course, grade, official class, nickname, school]. */
const program = (...rows: readonly (readonly string[])[]): NonNullable<Example["rows"]> => ({
  "stars-program.csv": rows.map(
    ([
      StudentID = "",
      CourseCode = "",
      GradeLevel = "",
      OfficialClass = "",
      TeacherNickname = "",
      school,
    ]) => ({
      SchoolDBN: school ?? SchoolDBN,
      StudentID,
      CourseCode,
      GradeLevel,
      OfficialClass,
      TeacherNickname,
    }),
  ),
});

/** Rows of the RACL as [class, teacher, student, school]. */
const racl = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "racl.csv": rows.map(([OfficialClass = "", TeacherName = "", StudentID = "", school]) => ({
    SchoolDBN: school ?? SchoolDBN,
    OfficialClass,
    TeacherName,
    StudentID,
    GradeLevel: "04",
  })),
});

/** Rows of the pedagogue file as [last, first, EIS, nickname, e-mail, school]. */
const people = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "pedagogue.csv": rows.map(
    ([LastName = "", FirstName = "", EISNumber = "", TeacherNickname = "", Email = "", school]) => ({
      SchoolDBN: school ?? SchoolDBN,
      LastName,
      FirstName,
      EISNumber,
      TeacherNickname,
      Email,
    }),
  ),
});

describe("nyc-class-not-on-racl", () => {
  it.each<[string, Record<string, number>, string[][]]>([
    ["a class of the RACL in other letters", {}, [["201234567", "M1", "04", "9a1 ", "PAZ L"]]],
    [
      "one student in three courses",
      { class: 1 },
      [
        ["201234567", "M1", "04", "499", "PAZ L"],
        ["201234567", "M2", "04", "499", "PAZ L"],
        ["201234567", "M3", "04", "499", "PAZ L"],
      ],
    ],
    [
      "two students of one class",
      { class: 2 },
      [
        ["201234567", "M1", "04", "499", "PAZ L"],
        ["301234567", "M1", "", "499", "PAZ L"],
      ],
    ],
    ["a student of grade 9", { upper: 1 }, [["301234567", "M1", "09", "999", "PAZ L"]]],
    ["a class of another school", { school: 1 }, [["301234567", "M1", "04", "401", "PAZ L", "13K123"]]],
    ["no class in grade 4", { none: 1 }, [["301234567", "M1", "04", "", "PAZ L"]]],
    [
      "no class on one of two rows",
      {},
      [
        ["301234567", "M1", "04", "", "PAZ L"],
        ["301234567", "M2", "04", "401", "PAZ L"],
      ],
    ],
    ["no class in grade 10", {}, [["301234567", "M1", "10", "", "PAZ L"]]],
    ["a class that a spreadsheet made a number", {}, [["301234567", "M1", "04", "4.01E+02", "PAZ L"]]],
  ])("of %s finds %j", async (_name, expected, rows) => {
    const found = await findingsOf("nyc-class-not-on-racl", program(...rows));
    expect(Object.fromEntries(found.map(({ args, count }) => [args.problem, count]))).toEqual(expected);
    for (const { args, outcome } of found) {
      expect(outcome).toBe(args.problem === "upper" ? "note" : "warning");
    }
  });

  it("is not checked without a RACL", async () => {
    const { notChecked } = await runChecks(contextOf({ format, without: ["racl.csv"] }));
    expect(notChecked).toContainEqual({
      rule: "nyc-class-not-on-racl",
      because: { kind: "file-missing", file: "racl.csv" },
    });
  });
});

describe("nyc-official-class-damaged", () => {
  it.each([
    ["4E1", "40", "4E1"],
    ["4E1", "40.0", "4E1"],
    ["001", "1", "001"],
    ["5E2", "500", "5E2"],
  ])("proves that %s became %s", async (listed, written, meant) => {
    const [finding] = await findingsOf("nyc-official-class-damaged", {
      ...racl([listed, "ORTIZ, ANA"]),
      ...program(["201234567", "M1", "04", written, "PAZ L"]),
    });
    expect(finding?.count).toBe(1);
    expect(finding?.args.meant).toBe(meant);
  });

  it("does not guess between two classes of one number, nor across schools", async () => {
    for (const listed of [[["4E1"], ["040"]], [["4E1", "", "", "13K123"]]]) {
      const found = await findingsOf("nyc-official-class-damaged", {
        ...racl(...listed),
        ...program(["201234567", "M1", "04", "40", "PAZ L"]),
      });
      expect(found).toEqual([]);
    }
  });

  it("leaves 4.00E+01 to the rule about spreadsheets", async () => {
    const rows = {
      ...racl(["4E1", "ORTIZ, ANA"]),
      ...program(["201234567", "M1", "04", "4.00E+01", "PAZ L"]),
    };
    expect(await findingsOf("nyc-official-class-damaged", rows)).toEqual([]);
    expect((await findingsOf("spreadsheet-date", rows)).map(({ count }) => count)).toEqual([1]);
  });
});

describe("OSIS and DBN", () => {
  it.each([
    ["34567891", "lost-leading-zeros"],
    ["2.01E+08", "spreadsheet-date"],
    ["20123456A", "pattern-not-met"],
    ["2012345678", "pattern-not-met"],
  ])("an OSIS of %s is %s and nothing else", async (StudentID, rule) => {
    const { findings } = await runChecks(
      contextOf({ format, rows: program([StudentID, "M1", "04", "401", "PAZ L"]) }),
    );
    expect(findings.map((one) => one.rule)).toEqual([rule]);
  });

  it.each(["2M475", "02B475", "020475", "02M47"])("%s is no DBN", async (school) => {
    const found = await findingsOf("pattern-not-met", racl(["499", "ORTIZ, ANA", "", school]));
    expect(found.map(({ count, certain }) => [count, certain])).toEqual([[1, false]]);
  });
});

describe("the teachers of the RACL", () => {
  it.each<[string, number, number]>([
    ["ORTIZ, ANA", 0, 0],
    ["Ana Ortiz", 0, 0],
    ["ORTÍZ, ANA MARIA", 0, 0],
    ["ORTIZ, EVA", 1, 0],
    ["ORTIZ", 1, 0],
    ["GARCIA, LEO", 0, 1],
    ["GARCIA, LEO J", 0, 0],
    ["REYES, SOL", 1, 0],
  ])("%s: not in the file %i, shared %i", async (name, missing, shared) => {
    const rows = {
      ...racl(["402", name], ["403", name]),
      ...people(
        ["GARCIA", "LEO", "1", "G1", "g1@schools.nyc.gov"],
        ["GARCÍA", "LEO", "2", "G2", "g2@schools.nyc.gov"],
        ["GARCIA", "LEO J", "3", "G3", "g3@schools.nyc.gov"],
        ["REYES", "SOL", "4", "R", "r@schools.nyc.gov", "13K123"],
      ),
    };
    const count = async (rule: string) =>
      (await findingsOf(rule, rows)).reduce((sum, finding) => sum + finding.count, 0);
    expect(await count("nyc-teacher-not-in-pedagogue-file")).toBe(missing);
    expect(await count("nyc-teacher-name-shared")).toBe(shared);
  });
});

describe("nyc-class-without-teacher", () => {
  it("counts classes of which no row names a teacher", async () => {
    const [finding] = await findingsOf(
      "nyc-class-without-teacher",
      racl(["402", ""], ["403", "", "301234567"], ["403", "ORTIZ, ANA", "301234568"], ["404", " "]),
    );
    // The sample's key is school and class, so the rows of 403 stand beside each other.
    expect(finding?.count).toBe(2);
  });
});

describe("nyc-student-in-two-classes", () => {
  it.each<[string, number, string[][]]>([
    [
      "one class on two rows",
      0,
      [
        ["402", "ORTIZ, ANA", "301234567"],
        ["402", "PAZ, LUZ", "301234567"],
      ],
    ],
    [
      "two classes",
      1,
      [
        ["402", "ORTIZ, ANA", "301234567"],
        ["403", "PAZ, LUZ", "301234567"],
      ],
    ],
    [
      "three classes",
      1,
      [
        ["402", "ORTIZ, ANA", "301234567"],
        ["403", "PAZ, LUZ", "301234567"],
        ["404", "PAZ, LUZ", "301234567"],
      ],
    ],
    [
      "two blank students",
      0,
      [
        ["402", "ORTIZ, ANA", ""],
        ["403", "PAZ, LUZ", ""],
      ],
    ],
  ])("%s counts %i", async (_name, expected, rows) => {
    const found = await findingsOf("nyc-student-in-two-classes", racl(...rows));
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
  });
});

describe("nicknames", () => {
  it("counts nicknames that lead nowhere once, and the students they concern", async () => {
    const found = await findingsOf("nyc-nickname-without-eis", {
      ...program(
        ["301234567", "M1", "09", "9A1", "NOBODY"],
        ["301234568", "M1", "09", "9A1", "nobody "],
        ["301234567", "M2", "09", "9A1", "NOBODY"],
        ["301234567", "M3", "09", "9A1", "ROE E"],
        ["301234569", "M4", "04", "401", "POE K"],
      ),
      ...people(["ROE", "EVA", "", "ROE E", ""]),
    });
    expect(found.map(({ outcome, count, args }) => [outcome, args.problem, count, args.students])).toEqual([
      ["warning", "unknown", 1, 2],
      ["warning", "blank", 1, 1],
      ["note", "unknown", 1, 1],
    ]);
  });

  it("takes one person on two rows for one, and the same nickname at two schools for two", async () => {
    const found = await findingsOf(
      "nyc-nickname-shared",
      people(
        ["ROE", "EVA", "1", "ROE", "e@schools.nyc.gov"],
        ["ROE-PAZ", "EVA", "1", "ROE", "e@schools.nyc.gov"],
        ["ROE", "KIM", "2", "ROE", "k@schools.nyc.gov", "13K123"],
      ),
    );
    expect(found).toEqual([]);
  });

  it("counts an EIS number without any e-mail once", async () => {
    const found = await findingsOf(
      "nyc-eis-without-email",
      people(
        ["ROE", "EVA", "1", "A", ""],
        ["ROE", "EVA", "1", "A", "", "13K123"],
        ["POE", "KIM", "", "B", ""],
      ),
    );
    expect(found.map(({ count }) => count)).toEqual([1]);
  });
});
