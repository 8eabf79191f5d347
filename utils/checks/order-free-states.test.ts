import fc from "fast-check";
import { expect, it } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import type { CheckContext, RoleTable } from "./rule.ts";
import { runChecks } from "./run-checks.ts";

/** Packages of New York City and Ohio with something wrong for every rule that is theirs. */

const nyc = contextOf({
  format: "nyc-ats-stars",
  whole: {
    "racl.csv": [
      ["SchoolDBN", "OfficialClass", "TeacherName", "GradeLevel", "StudentID"],
      ["02M475", "401", "ORTIZ, ANA", "04", "201234567"],
      ["02M475", "402", "ORTIZ, ANA", "04", "201234567"],
      ["02M475", "403", "ROE, EVA", "04", "301234567"],
      ["02M475", "4E1", "", "04", "301234568"],
      ["02M475", "403", "", "04", "301234569"],
      ["2M475", "401", "PAZ, LUZ", "4", "30123456"],
    ],
    "pedagogue.csv": [
      ["SchoolDBN", "EISNumber", "LastName", "FirstName", "TeacherNickname", "Email"],
      ["02M475", "1", "ORTIZ", "ANA", "ORTIZ", "a@schools.nyc.gov"],
      ["02M475", "2", "ORTIZ", "ANA", "ORTIZ", ""],
      ["02M475", "", "PAZ", "LUZ", "PAZ", ""],
      ["13K123", "2", "ORTIZ", "ANA", "ORTIZ", ""],
    ],
    "stars-program.csv": [
      ["SchoolDBN", "SchoolYear", "TermId", "StudentID", "GradeLevel", "OfficialClass", "CourseCode"].concat([
        "SectionId",
        "TeacherNickname",
      ]),
      ["02M475", "2026", "1", "201234567", "04", "40", "M1", "1", "PAZ"],
      ["02M475", "2026", "1", "201234567", "04", "499", "M2", "1", "NOBODY"],
      ["02M475", "2026", "1", "301234567", "09", "999", "M3", "1", "NOBODY"],
      ["02M475", "2026", "1", "301234568", "03", "", "M3", "1", "ORTIZ"],
      ["13K123", "2026", "1", "301234569", "03", "401", "M3", "1", "ORTIZ"],
      ["02M475", "2026", "1", "201234567", "04", "40", "M3", "1", "LOST"],
    ],
  },
});

const [ana, luz] = ["OH3019384", "OH3019999"];
const claim = (
  klass: string,
  teacher: string,
  student: string,
  month: string,
  percent: string,
  grade = "05",
) => [klass, teacher, student, student.slice(-3), "2016-01-01", grade, month, percent];

const ohio = contextOf({
  format: "ohio-roster-verification",
  whole: {
    "staff.csv": [
      ["educator_state_id", "first_name", "role", "start_date", "end_date"],
      [ana, "Ana", "teacher", "2026-08-10", "2026-12-01"],
      [ana, "Ana", "teacher", "2027-02-01", ""],
      [luz, "Luz", "tutor", "", ""],
      [luz, "Luz", "substitute", "", ""],
      ["", "Eva", "teacher", "", ""],
    ],
    "classes.csv": [
      ["class_id", "subject_course", "grade", "term", "educator_state_id"],
      ["C1", "Mathematics", "5", "Fall Semester (FYE/Block)", ana],
      ["C1", "Grade 5 Science", "5", "Fall Semester (FYE/Block)", luz],
      ["C2", "Art", "", "Full Year (Aug/Sep - May/Jun)", ana],
      ["C3", "Math", "3", "Full Year (Aug/Sep - May/Jun)", ana],
    ],
    "enrollments.csv": [
      ["class_id", "ssid", "entry_date", "exit_date"],
      ["C1", "AE1234567", "2026-08-19", "2026-10-01"],
      ["C1", "AE1234567", "2026-10-12", ""],
      ["C1", "AE7654321", "2027-04-01", ""],
      ["C3", "AE7654321", "2027-05-01", ""],
    ],
    "claims.csv": [
      ["class_id", "educator_state_id", "ssid", "local_student_id", "birth_date", "grade_level"].concat([
        "month",
        "percent",
      ]),
      claim("C1", ana, "AE1234567", "OCT", "60"),
      claim("C1", ana, "AE1234567", "OCT", "70"),
      claim("C1", luz, "AE1234567", "OCT", "70"),
      claim("C1", ana, "AE1234567", "MAR", "70"),
      claim("C1", ana, "AE7654321", "DEC", "100"),
      claim("C3", ana, "AE7654321", "MAY", "30", "03"),
      claim("C3", luz, "AE1234567", "MAY", "50"),
      claim("C3", luz, "AE1234567", "JUN", "0"),
    ],
  },
});

/** What is found, without what may depend on the order: places. Examples are the first in the alphabet. */
const countsOf = async (context: CheckContext): Promise<string[]> =>
  (await runChecks(context)).findings
    .filter(({ rule }) => /^(?:nyc|ohio)-/.test(rule))
    .map(({ outcome, rule, count, args }) => `${outcome} ${rule} ${count} ${JSON.stringify(args)}`)
    .sort();

const shuffled = (file: RoleTable, order: readonly number[]): RoleTable => {
  const { header, columns } = file.table;
  const rows = order.map((row) => columns.map((column) => column.valueOf(column.codes[row] ?? 0)));
  return { ...file, table: tableFromRows(file.table.file.name, [...header], rows) };
};

it.each([
  ["nyc", nyc, 9],
  ["ohio", ohio, 11],
] as const)("counts the same whatever the order of the rows: %s", async (_name, context, least) => {
  const expected = await countsOf(context);
  expect(new Set(expected.map((line) => line.split(" ")[1])).size).toBeGreaterThanOrEqual(least);
  const files = [...context.files];
  const orders = fc.tuple(
    ...files.map(([, { table }]) => {
      const rows = Array.from({ length: table.rows }, (_, row) => row);
      return fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
    }),
  );
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const moved = new Map(files.map(([role, file], at) => [role, shuffled(file, order[at] ?? [])]));
      expect(await countsOf({ ...context, files: moved })).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
