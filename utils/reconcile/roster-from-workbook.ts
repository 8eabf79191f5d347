import type { RoleTable } from "../checks/rule.ts";
import type {
  Roster,
  School,
  Section,
  Student,
  StudentField,
  StudentFields,
  Teacher,
} from "../roster/roster.ts";
import { readField } from "./cells.ts";

const studentColumns: readonly [StudentField, string][] = [
  ["firstName", "Student_First_Name"],
  ["middleName", "Student_Middle_Name"],
  ["lastName", "Student_Last_Name"],
  ["birthDate", "Student_Birth_Date"],
  ["gender", "Student_Gender"],
  ["ethnicity", "Student_Ethnicity"],
  ["stateId", "Student_State_Unique_ID"],
  ["gradeLevel", "Student_Grade_Level"],
  ["assessmentLanguage", "Assessment_Language"],
];

/**
 * The roster of a flat file with one row per student in a homeroom, or `undefined` when it has no students' or classes'
 * ids at all. Where a student stands in several rows the first one gives the values and every row a class.
 */
export const rosterFromWorkbook = (
  file: RoleTable,
  options: { name: string; checkedAt: string },
): Roster | undefined => {
  const id = readField(file, "Student_Internal_ID");
  const classId = readField(file, "Class_Internal_ID");
  if (id === undefined || classId === undefined) return undefined;
  const cell = (name: string) => readField(file, name) ?? (() => "");
  const schoolId = cell("School_Internal_ID");
  const schoolName = cell("School_Name");
  const className = cell("Class_Name");
  const teacherId = cell("Teacher_Internal_ID");
  const teacherFirst = cell("Teacher_First_Name");
  const teacherLast = cell("Teacher_Last_Name");
  const teacherEmail = cell("Teacher_Primary_Email");
  const fields = studentColumns.flatMap(([field, name]) => {
    const read = readField(file, name);
    return read === undefined ? [] : [[field, read] as const];
  });

  const schools = new Map<string, School>();
  const teachers = new Map<string, Teacher>();
  const sections = new Map<string, Section>();
  const students = new Map<string, Student>();
  for (let row = 0; row < file.table.rows; row++) {
    const line = file.table.lineOf(row);
    const [school, section, teacher] = [schoolId(row), classId(row), teacherId(row)];
    if (school !== "" && !schools.has(school)) schools.set(school, { id: school, name: schoolName(row) });
    if (teacher !== "" && !teachers.has(teacher)) {
      const names = { firstName: teacherFirst(row), lastName: teacherLast(row), email: teacherEmail(row) };
      teachers.set(teacher, { id: teacher, ...names });
    }
    const known = sections.get(section);
    if (section !== "" && known === undefined) {
      const teacherIds = teacher === "" ? [] : [teacher];
      const title = className(row);
      sections.set(section, { id: section, title, schoolId: school, teacherIds, homeroom: true, line });
    } else if (known !== undefined && teacher !== "" && !known.teacherIds.includes(teacher)) {
      known.teacherIds = [...known.teacherIds, teacher];
    }
    const studentId = id(row);
    // Rows without an id are as many people; a tab cannot be part of a trimmed id.
    const key = studentId === "" ? `\t${row}` : studentId;
    const student = students.get(key);
    if (student === undefined) {
      const told: StudentFields = {};
      for (const [field, read] of fields) told[field] = read(row);
      const sectionIds = section === "" ? [] : [section];
      students.set(key, { id: studentId, fields: told, sectionIds, schoolId: school, line });
    } else if (section !== "" && !student.sectionIds.includes(section)) {
      student.sectionIds = [...student.sectionIds, section];
    }
  }
  return {
    source: { kind: "file", ...options },
    coverage: { kind: "complete" },
    schools: [...schools.values()],
    sections: [...sections.values()],
    teachers: [...teachers.values()],
    students: [...students.values()],
  };
};
