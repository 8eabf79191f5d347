import type { Column } from "../../table/table.ts";
import { placeAt } from "../columns.ts";
import { ageRangeOf, oldestStudent } from "../grade-ages.ts";
import {
  type KnownPeople,
  knownPeople,
  needPeople,
  student,
  type ValueByRow,
  valueByRow,
} from "../known-people.ts";
import { agesOf } from "../person-dates.ts";
import { formatsWith } from "../person-files.ts";
import type { CheckContext, Rule } from "../rule.ts";

/** Least and greatest age by code of a grade column; any age where nothing follows from the grade. */
const boundsOf = (column: Column): { least: Float64Array; most: Float64Array } => {
  const least = new Float64Array(column.size).fill(Number.NEGATIVE_INFINITY);
  const most = new Float64Array(column.size).fill(Number.POSITIVE_INFINITY);
  for (let code = 0; code < column.size; code++) {
    const range = ageRangeOf(column.valueOf(code));
    if (range === undefined) continue;
    least[code] = range.min;
    most[code] = range.max;
  }
  return { least, most };
};

const findRows = (
  context: CheckContext,
  { file, kinds }: KnownPeople,
  birth: ValueByRow,
  grade: ValueByRow,
): number[] => {
  const ages = agesOf(birth.column, context.date);
  const { least, most } = boundsOf(grade.column);
  const found: number[] = [];
  for (let row = 0; row < file.table.rows; row++) {
    if (kinds[row] !== student) continue;
    const day = birth.codes[row] as number;
    const level = grade.codes[row] as number;
    if (day < 0 || level < 0) continue;
    const age = ages[day] as number;
    // Dates ahead, of long ago and of adults are a finding of their own.
    if (!(age >= 0 && age <= oldestStudent)) continue;
    if (age < (least[level] as number) || age > (most[level] as number)) found.push(row);
  }
  return found;
};

/** Students far too young or too old for their grade: a wrong birth date or a wrong grade. */
export const rule: Rule = {
  id: "age-against-grade",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "registrar",
  source: "Rosterguard: usual ages of US grades, with two years early and four late",
  certain: true,
  formats: formatsWith("birth", "grade"),
  needs: (context) => needPeople(context, "birth", "grade"),
  *check(context) {
    for (const people of knownPeople(context)) {
      const birth = valueByRow(context, people, "birth");
      const grade = valueByRow(context, people, "grade");
      if (birth === undefined || grade === undefined) continue;
      const rows = findRows(context, people, birth, grade);
      const [first] = rows;
      if (first === undefined) continue;
      const ages = agesOf(birth.column, context.date);
      const birthAt = (row: number): string => birth.column.valueOf(birth.codes[row] as number);
      yield {
        count: rows.length,
        args: {
          file: people.file.table.file.name,
          age: ages[birth.codes[first] as number] as number,
          grade: grade.column.valueOf(grade.codes[first] as number),
        },
        places: (function* () {
          for (const row of rows) yield placeAt(grade.file, grade.rowOf(row), grade.column, birthAt(row));
        })(),
      };
    }
  },
};
