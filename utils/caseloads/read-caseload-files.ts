import type { MatchedTable } from "../formats/make-role-tables.ts";
import type { CaseloadFiles } from "./caseload-files.ts";

/** The rows of New York's files by role; a file or a column that is not there gives no rows or blank values. */
export const readCaseloadFiles = (files: ReadonlyMap<string, MatchedTable>): CaseloadFiles => ({
  racl: rowsOf(files.get("racl"), {
    school: "SchoolDBN",
    officialClass: "OfficialClass",
    teacherName: "TeacherName",
    studentId: "StudentID",
    grade: "GradeLevel",
  }),
  pedagogues: rowsOf(files.get("pedagogues"), {
    school: "SchoolDBN",
    eis: "EISNumber",
    lastName: "LastName",
    firstName: "FirstName",
    nickname: "TeacherNickname",
    email: "Email",
  }),
  program: rowsOf(files.get("program"), {
    school: "SchoolDBN",
    studentId: "StudentID",
    grade: "GradeLevel",
    officialClass: "OfficialClass",
    course: "CourseCode",
    section: "SectionId",
    nickname: "TeacherNickname",
  }),
});

const rowsOf = <Key extends string>(
  file: MatchedTable | undefined,
  fields: Readonly<Record<Key, string>>,
): Record<Key, string>[] => {
  if (file === undefined) return [];
  const { table, fieldColumn } = file;
  const columns = Object.entries<string>(fields).map(([key, field]) => {
    const column = table.columns[fieldColumn.get(field) ?? -1];
    // Each distinct value is made into text once, however many rows hold it.
    const texts = Array.from({ length: column?.size ?? 0 }, (_, code) => column?.valueOf(code).trim() ?? "");
    return { key, at: (row: number) => texts[column?.codes[row] ?? -1] ?? "" };
  });
  return Array.from(
    { length: table.rows },
    (_, row) => Object.fromEntries(columns.map(({ key, at }) => [key, at(row)])) as Record<Key, string>,
  );
};
