import type { Roster, Student } from "../../utils/roster/roster.ts";
import type { Differences } from "./store-steps.ts";

const kinds = ["changed", "moved", "added", "removed"] as const;

const rename = (student: Student): Student => ({
  ...student,
  fields: { ...student.fields, firstName: `${student.fields.firstName ?? ""} Alba` },
});

/** The same district as an earlier file told it: one student in a hundred is different, in four ways in turn. */
export const makeEarlier = (roster: Roster): { earlier: Roster; differences: Differences } => {
  const differences: Differences = { added: 0, removed: 0, moved: 0, changed: 0 };
  const students = roster.students.flatMap((student, at): Student[] => {
    if (at % 100 !== 0) return [student];
    const kind = kinds[(at / 100) % kinds.length]!;
    // Who is in one class only would be in none.
    if (kind === "moved" && student.sectionIds.length < 2) return [student];
    differences[kind] += 1;
    if (kind === "changed") return [rename(student)];
    if (kind === "moved") return [{ ...student, sectionIds: student.sectionIds.slice(1) }];
    if (kind === "added") return [];
    const fields = { ...student.fields, lastName: `Gone ${at}`, birthDate: "2001-01-01" };
    return [student, { ...student, id: `gone-${at}`, fields }];
  });
  return { earlier: { ...roster, students }, differences };
};
