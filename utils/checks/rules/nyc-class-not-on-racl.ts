import type { Outcome } from "../../findings/finding.ts";
import { placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { findStrayClasses, isUnreadable } from "../nyc-official-classes.ts";
import { readNycFiles, textAt } from "../nyc-schools.ts";
import type { Raised, Rule } from "../rule.ts";

const upper = /^(?:0[6-9]|1[0-2])$/;

/**
 * Students whose official class is not on the school's RACL, or who have none. Up to grade 5 that leaves them without a
 * caseload; from grade 6 on caseloads follow the courses, so it is a note. Counted are students, once a class.
 */
export const rule: Rule = {
  id: "nyc-class-not-on-racl",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) =>
    needColumns(context, {
      racl: ["SchoolDBN", "OfficialClass"],
      program: ["SchoolDBN", "StudentID", "OfficialClass"],
    }),
  *check(context) {
    const { racl, program } = readNycFiles(context);
    const column = program?.column("OfficialClass");
    if (racl === undefined || program === undefined || column === undefined) return;
    const grade = program.column("GradeLevel");
    const isUpper = (row: number) => upper.test(textAt(grade, row));
    const raise = (rows: readonly number[], problem: string): Raised => ({
      count: rows.length,
      args: {
        file: program.file.table.file.name,
        racl: racl.file.table.file.name,
        problem,
        example: [...new Set(rows.map((row) => textAt(column, row)))].sort()[0] ?? "",
        school: [...new Set(rows.map((row) => textAt(program.column("SchoolDBN"), row)))].sort()[0] ?? "",
      },
      places: placesOfRows(
        program.file,
        [...rows].sort((a, b) => a - b),
        column,
      ),
    });
    const note = { outcome: "note" as Outcome, consequence: "none" as const };
    const stray = findStrayClasses(context).filter((one) => one.meant === undefined && !isUnreadable(one));
    const unlisted = stray.filter(({ schoolKnown }) => schoolKnown).flatMap(({ rows }) => rows);
    yield raise(
      stray.filter(({ schoolKnown }) => !schoolKnown).flatMap(({ rows }) => rows),
      "school",
    );
    yield raise(
      unlisted.filter((row) => !isUpper(row)),
      "class",
    );
    yield {
      ...raise(
        unlisted.filter((row) => isUpper(row)),
        "upper",
      ),
      ...note,
    };
    yield raise(findWithout(program, isUpper), "none");
  },
};

/** The first row of each student up to grade 5 whose official class is blank on every row. */
const findWithout = (
  program: NonNullable<ReturnType<typeof readNycFiles>["program"]>,
  isUpper: (row: number) => boolean,
): number[] => {
  const student = program.column("StudentID");
  const first = new Int32Array(student?.size ?? 0).fill(-1);
  const placed = new Uint8Array(first.length);
  for (let row = 0; row < program.file.table.rows; row++) {
    const who = student?.codes[row] as number;
    if (program.officialClass(row) >= 0 || isUpper(row)) placed[who] = 1;
    else if (first[who] === -1) first[who] = row;
  }
  return [...first].filter((row, who) => row >= 0 && placed[who] === 0);
};
