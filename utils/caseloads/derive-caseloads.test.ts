import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import type { CaseloadFiles, Hop, Pedagogue, ProgramRow, RaclRow } from "./caseload-files.ts";
import { deriveCaseloads } from "./derive-caseloads.ts";
import { readCaseloadFiles } from "./read-caseload-files.ts";

const school = "02M475";

const racl = (officialClass: string, teacherName: string, studentId = "", grade = "04"): RaclRow => ({
  ...{ school, officialClass, teacherName, studentId, grade },
});

const person = (
  lastName: string,
  firstName: string,
  eis: string,
  nickname: string,
  email: string,
): Pedagogue => ({ school, lastName, firstName, eis, nickname, email });

const takes = (
  studentId: string,
  grade: string,
  officialClass: string,
  course: string,
  nickname: string,
): ProgramRow => ({ school, studentId, grade, officialClass, course, section: "1", nickname });

const files: CaseloadFiles = {
  racl: [racl("401", "ORTIZ, ANA"), racl("402", ""), racl("403", "ROE, EVA"), racl("404", "GARCIA, LEO")],
  pedagogues: [
    person("ORTIZ", "ANA", "1", "ORTIZ", "A@schools.nyc.gov"),
    person("PAZ", "LUZ", "2", "PAZ", "l@schools.nyc.gov"),
    person("GARCIA", "LEO", "3", "G1", "g1@schools.nyc.gov"),
    person("GARCIA", "LEO", "4", "G2", "g2@schools.nyc.gov"),
    person("KIM", "SU", "", "KIM", "k@schools.nyc.gov"),
    person("POE", "ED", "5", "POE", ""),
    person("TWO", "ONE", "6", "SAME", "six@schools.nyc.gov"),
    person("TWO", "TWO", "7", "SAME", "seven@schools.nyc.gov"),
  ],
  program: [],
};

const derive = (...program: ProgramRow[]) => deriveCaseloads({ ...files, program });

describe("a caseload", () => {
  it("follows the RACL up to grade 5, whoever teaches the course", () => {
    const { caseloads, missing } = derive(takes("1", "05", "401", "M1", "PAZ"));
    expect(missing).toEqual([]);
    expect(caseloads).toEqual([
      {
        email: "a@schools.nyc.gov",
        eis: "1",
        students: [{ studentId: "1", because: [{ kind: "official-class", school, officialClass: "401" }] }],
      },
    ]);
  });

  it("follows the courses from grade 6 on, whatever the official class", () => {
    const { caseloads, missing } = derive(
      takes("1", "06", "401", "M1", "PAZ"),
      takes("1", "06", "401", "M2", "paz "),
      takes("1", "06", "401", "M3", "ORTIZ"),
    );
    expect(missing).toEqual([]);
    expect(caseloads.map(({ email, students }) => [email, students[0]?.because.length])).toEqual([
      ["a@schools.nyc.gov", 1],
      ["l@schools.nyc.gov", 2],
    ]);
  });

  it("has the students that only the RACL names", () => {
    const { caseloads } = deriveCaseloads({ ...files, racl: [racl("401", "Ana Ortiz", "9")] });
    expect(caseloads[0]?.students.map(({ studentId }) => studentId)).toEqual(["9"]);
  });

  it("of a class with two teachers is on both", () => {
    const { caseloads } = deriveCaseloads({
      ...files,
      racl: [racl("401", "ORTIZ, ANA"), racl("401", "PAZ, LUZ")],
      program: [takes("1", "03", "401", "M1", "X")],
    });
    expect(caseloads.map(({ email }) => email)).toEqual(["a@schools.nyc.gov", "l@schools.nyc.gov"]);
  });
});

describe("a student on no caseload", () => {
  it.each<[Hop, string, ProgramRow]>([
    ["grade-unknown", "", takes("1", "", "401", "M1", "PAZ")],
    ["student-without-official-class", "", takes("1", "03", "", "M1", "PAZ")],
    ["class-not-on-racl", "499", takes("1", "03", "499", "M1", "PAZ")],
    ["class-without-teacher", "402", takes("1", "03", "402", "M1", "PAZ")],
    ["teacher-not-in-pedagogue-file", "ROE, EVA", takes("1", "03", "403", "M1", "PAZ")],
    ["several-people-of-one-name", "GARCIA, LEO", takes("1", "03", "404", "M1", "PAZ")],
    ["nickname-not-in-pedagogue-file", "NOBODY", takes("1", "09", "9A1", "M1", "NOBODY")],
    ["nickname-of-several-people", "SAME", takes("1", "09", "9A1", "M1", "SAME")],
    ["person-without-eis", "KIM", takes("1", "09", "9A1", "M1", "KIM")],
    ["eis-without-email", "5", takes("1", "09", "9A1", "M1", "POE")],
  ])("is explained by %s at %s", (hop, at, row) => {
    const { caseloads, missing } = derive(row);
    expect(caseloads).toEqual([]);
    expect(missing.map((one) => [one.studentId, one.hop, one.at])).toEqual([["1", hop, at]]);
  });

  it("is told once a link, however many rows say so", () => {
    const { missing } = derive(takes("1", "03", "499", "M1", "A"), takes("1", "03", "499", "M2", "B"));
    expect(missing).toHaveLength(1);
  });
});

it("gives every student of the program a caseload or a reason, in any order of rows", () => {
  const row = fc
    .tuple(
      fc.constantFrom("1", "2", "3"),
      fc.constantFrom("", "K", "0K", "05", "06", "12"),
      fc.constantFrom("", "401", "402", "403", "404", "499"),
      fc.constantFrom("M1", "M2"),
      fc.constantFrom("ORTIZ", "PAZ", "KIM", "POE", "SAME", "NOBODY"),
    )
    .map((parts) => takes(...parts));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (program) => {
      const made = derive(...program);
      const told = new Set([
        ...made.caseloads.flatMap(({ students }) => students.map(({ studentId }) => studentId)),
        ...made.missing.map(({ studentId }) => studentId),
      ]);
      expect([...told].sort()).toEqual([...new Set(program.map(({ studentId }) => studentId))].sort());
      expect(
        deriveCaseloads({
          racl: [...files.racl].reverse(),
          pedagogues: [...files.pedagogues].reverse(),
          program: [...program].reverse(),
        }),
      ).toEqual(made);
    }),
  );
});

it("is read from the recognised files of a package", () => {
  const { caseloads, missing } = deriveCaseloads(
    readCaseloadFiles(contextOf({ format: "nyc-ats-stars" }).files),
  );
  expect(missing).toEqual([]);
  expect(caseloads.map(({ email, students }) => [email, students.map(({ studentId }) => studentId)])).toEqual(
    [
      ["aortiz@schools.nyc.gov", ["201234567"]],
      ["lpaz@schools.nyc.gov", ["034567891"]],
    ],
  );
});
