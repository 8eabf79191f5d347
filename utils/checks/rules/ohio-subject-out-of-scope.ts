import { gradesOf, readGrade, readSubject } from "../../formats/ohio-subjects.ts";
import type { Column } from "../../table/table.ts";
import { columnOf, isBlank, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import type { Raised, RoleTable, Rule } from "../rule.ts";

/** Whether a class is verified: undefined when its subject is blank, or its grade is needed and cannot be told. */
const judge = (subject: string, grade: string): "subject" | "grade" | undefined => {
  const read = readSubject(subject);
  if (read === undefined) return subject.trim() === "" ? undefined : "subject";
  const grades = gradesOf(read.subject);
  const own = read.grade ?? readGrade(grade);
  // Kindergarten and its like are grades too, and no number; a class of several grades is judged by its students.
  const isOther = own === undefined ? /^(?:PK|K|0K|KG)$/i.test(grade.trim()) : !grades?.includes(own);
  return grades !== undefined && isOther ? "grade" : undefined;
};

/** Each pair of subject and grade is judged once. */
const makeJudge = (subject: Column, grade: Column | undefined) => {
  const known = new Map<number, ReturnType<typeof judge>>();
  return (row: number) => {
    const a = subject.codes[row] as number;
    const b = grade === undefined ? 0 : (grade.codes[row] as number);
    const key = a * (grade?.size ?? 1) + b;
    if (!known.has(key)) known.set(key, judge(subject.valueOf(a), grade?.valueOf(b) ?? ""));
    return known.get(key);
  };
};

const raise = (file: RoleTable, rows: readonly number[], column: Column, about: string): Raised => ({
  count: rows.length,
  args: {
    file: file.table.file.name,
    column: column.name,
    about,
    example: [...new Set(rows.map((row) => column.valueOf(column.codes[row] as number)))].sort()[0] ?? "",
  },
  places: placesOfRows(file, rows, column),
});

/** Classes in a subject that is not verified, or in a grade in which it is not. */
export const rule: Rule = {
  id: "ohio-subject-out-of-scope",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Participating Individuals",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needColumns(context, { classes: ["subject_course"] }),
  *check(context) {
    const file = context.files.get("classes");
    const subject = columnOf(file, "subject_course");
    if (file === undefined || subject === undefined) return;
    const grade = columnOf(file, "grade");
    const verdictOf = makeJudge(subject, grade);
    const bySubject: number[] = [];
    const byGrade: number[] = [];
    for (let row = 0; row < file.table.rows; row++) {
      const verdict = isBlank(subject, subject.codes[row] as number) ? undefined : verdictOf(row);
      if (verdict === "subject") bySubject.push(row);
      if (verdict === "grade") byGrade.push(row);
    }
    yield raise(file, bySubject, subject, "subject");
    yield raise(file, byGrade, grade ?? subject, "grade");
  },
};
