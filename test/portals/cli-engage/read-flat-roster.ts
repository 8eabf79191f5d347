import { type Incoming, type Refusal, readDate, toRows } from "./incoming.ts";
import type { LogLine } from "./state.ts";

const required = [
  "School_Internal_ID",
  "School_Name",
  "Teacher_Internal_ID",
  "Teacher_Last_Name",
  "Class_Internal_ID",
  "Student_Internal_ID",
  "Student_First_Name",
  "Student_Last_Name",
  "Student_Birth_Date",
  "Student_Gender",
  "Student_Grade_Level",
  "Assessment_Language",
] as const;

/** Reads the flat roster, one row for each student in a homeroom, from a workbook's first tab or from a CSV. */
export const readFlatRoster = (file: string, lines: readonly string[][]): Incoming | Refusal => {
  const rows = toRows(file, lines, required);
  if ("refused" in rows) return rows;
  const log: LogLine[] = [];
  const schools = new Map<string, Incoming["schools"][number]>();
  const teachers = new Map<string, Incoming["teachers"][number]>();
  const classes = new Map<string, Incoming["classes"][number]>();
  const students: Incoming["students"] = [];
  for (const row of rows) {
    const blank = required.find((column) => row.get(column) === "");
    if (required.every((column) => row.get(column) === "")) continue;
    const birthDate = readDate(row.get("Student_Birth_Date"));
    const internalId = row.get("Student_Internal_ID");
    const classInternalId = row.get("Class_Internal_ID");
    const place = { file, line: row.line, internalId, classInternalId };
    if (blank !== undefined || !birthDate) {
      const message = blank !== undefined ? `${blank} is required.` : "Student_Birth_Date is not a date.";
      log.push({ level: "error", file, line: row.line, message });
      if (internalId !== "") students.push({ ...place, values: {} });
      continue;
    }
    const schoolInternalId = row.get("School_Internal_ID");
    const teacherInternalId = row.get("Teacher_Internal_ID");
    schools.set(schoolInternalId, { internalId: schoolInternalId, name: row.get("School_Name") });
    teachers.set(teacherInternalId, {
      internalId: teacherInternalId,
      firstName: row.get("Teacher_First_Name"),
      lastName: row.get("Teacher_Last_Name"),
      email: row.get("Teacher_Primary_Email"),
    });
    if (!classes.has(classInternalId)) {
      classes.set(classInternalId, {
        file,
        line: row.line,
        internalId: classInternalId,
        schoolInternalId,
        teacherInternalId,
        dayType: row.get("Class_Day_Type"),
        level: row.get("Class_Level"),
      });
    }
    const ethnicity = row.get("Student_Ethnicity");
    students.push({
      ...place,
      values: {
        firstName: row.get("Student_First_Name"),
        middleName: row.get("Student_Middle_Name"),
        lastName: row.get("Student_Last_Name"),
        birthDate,
        gender: row.get("Student_Gender"),
        stateId: row.get("Student_State_Unique_ID"),
        gradeLevel: row.get("Student_Grade_Level"),
        assessmentLanguage: row.get("Assessment_Language"),
        ...(ethnicity ? { ethnicity } : {}),
      },
    });
  }
  return {
    schools: [...schools.values()],
    teachers: [...teachers.values()],
    classes: [...classes.values()],
    students,
    ignored: 0,
    log,
  };
};
