import type { Column } from "../../table/table.ts";
import { placesOfRows } from "../columns.ts";
import { ageRangeOf, oldestStudent } from "../grade-ages.ts";
import { knownPeople, needPeople, student, valueByRow } from "../known-people.ts";
import { agesOf, daysOf } from "../person-dates.ts";
import { formatsWith } from "../person-files.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

type Problem = "ahead" | "long-ago" | "adult";

function* raiseAll(context: CheckContext): Generator<Raised> {
  for (const people of knownPeople(context)) {
    const birth = valueByRow(context, people, "birth");
    if (birth === undefined) continue;
    const problems = findProblems(birth.column, context.date);
    if (problems.size === 0) continue;
    const grade = valueByRow(context, people, "grade");
    const rows: Record<Problem, number[]> = { ahead: [], "long-ago": [], adult: [] };
    for (let row = 0; row < people.file.table.rows; row++) {
      if (people.kinds[row] === 0) continue;
      const problem = problems.get(birth.codes[row] as number);
      if (problem === undefined) continue;
      if (problem !== "adult") rows[problem].push(row);
      else if (people.kinds[row] === student) {
        // Adult education has grades from which no age follows.
        const level = grade?.codes[row] ?? -1;
        const isSchool =
          grade === undefined || level < 0 || ageRangeOf(grade.column.valueOf(level)) !== undefined;
        if (isSchool) rows.adult.push(row);
      }
    }
    // Where most are adults, the program is for adults or the file is of another year.
    if (rows.adult.length * 2 > countStudents(people.kinds)) rows.adult = [];
    for (const problem of ["ahead", "long-ago", "adult"] as const) {
      const found = rows[problem];
      yield {
        count: found.length,
        args: {
          file: people.file.table.file.name,
          column: birth.column.name,
          problem,
          oldest: oldestStudent,
        },
        places: placesOfRows(birth.file, mapRows(found, birth.rowOf), birth.column),
      };
    }
  }
}

const countStudents = (kinds: Uint8Array): number => kinds.reduce((sum, kind) => sum + (kind & student), 0);

function* mapRows(rows: readonly number[], to: (row: number) => number): Generator<number> {
  for (const row of rows) yield to(row);
}

const findProblems = (column: Column, date: string): Map<number, Problem> => {
  const problems = new Map<number, Problem>();
  const days = daysOf(column);
  for (const [code, age] of agesOf(column, date).entries()) {
    if (age < 0) problems.set(code, "ahead");
    else if (age > oldestStudent) {
      problems.set(code, (days[code] as number) < 1900_00_00 ? "long-ago" : "adult");
    }
  }
  return problems;
};

/** Birth dates ahead, before 1900, or of a student older than schools take. */
export const rule: Rule = {
  id: "birth-date-implausible",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "registrar",
  source: "Rosterguard: most states end public school at 21 or 22",
  certain: true,
  formats: formatsWith("birth"),
  needs: (context) => needPeople(context, "birth"),
  check: raiseAll,
};
