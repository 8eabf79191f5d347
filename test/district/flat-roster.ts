import { writeWorkbook } from "../../utils/generate/workbook.ts";
import type { District } from "./district.ts";

/** Columns of the flat roster, one row for each student in a homeroom (proposed by us; the vendor's are not published). */
export const flatColumns = [
  "School_Internal_ID",
  "School_Name",
  "Teacher_Internal_ID",
  "Teacher_First_Name",
  "Teacher_Last_Name",
  "Teacher_Primary_Email",
  "Class_Internal_ID",
  "Class_Name",
  "Class_Day_Type",
  "Class_Level",
  "Student_Internal_ID",
  "Student_State_Unique_ID",
  "Student_First_Name",
  "Student_Middle_Name",
  "Student_Last_Name",
  "Student_Birth_Date",
  "Student_Gender",
  "Student_Race",
  "Student_Ethnicity",
  "Student_Grade_Level",
  "Assessment_Language",
] as const;

/** Rows in the order of `flatColumns`; students without a homeroom have none. */
export const toFlatRows = (district: District): string[][] => {
  const schools = new Map(district.schools.map((school) => [school.id, school]));
  const classes = new Map(district.classes.map((section) => [section.id, section]));
  const teachers = new Map(district.teachers.map((teacher) => [teacher.id, teacher]));
  return district.students.flatMap((student) => {
    const section = student.homeroomId === undefined ? undefined : classes.get(student.homeroomId);
    if (!section) return [];
    const teacher = teachers.get(section.teacherId)!;
    return [
      [
        section.schoolId,
        schools.get(section.schoolId)!.name,
        teacher.id,
        teacher.firstName,
        teacher.lastName,
        teacher.email,
        section.id,
        section.title,
        section.dayType,
        section.level,
        student.id,
        student.stateId,
        student.firstName,
        student.middleName,
        student.lastName,
        student.birthDate,
        student.sex === "female" ? "Female" : "Male",
        "",
        student.hispanic ? "Hispanic" : "Not-Hispanic",
        student.grade,
        student.assessmentLanguage,
      ],
    ];
  });
};

const instructions = [
  ["Universal Roster"],
  ["One row for each student in a homeroom. Do not change, move or remove the headings of the first tab."],
  ["Internal IDs decide whether a row inserts or updates: keep their leading zeros."],
];

/** The workbook: first tab data, second tab instructions. */
export const writeFlatWorkbook = (district: District): Uint8Array =>
  writeWorkbook([
    { name: "Roster", rows: [flatColumns, ...toFlatRows(district)] },
    { name: "Instructions", rows: instructions },
  ]);
