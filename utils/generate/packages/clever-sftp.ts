import { cleverSftp } from "../../formats/clever-sftp.ts";
import type { District, GradeLevel, Section, Student } from "../district.ts";
import { makePackage, type Package, type Row } from "../package.ts";
import { americanDate } from "../school-year.ts";

const words: Partial<Record<GradeLevel, string>> = { PK: "PreKindergarten", KG: "Kindergarten" };
const cleverGrade = (grade: GradeLevel): string => words[grade] ?? String(Number(grade));

const yesNo = (value: boolean): string => (value ? "Y" : "N");

/** A row for each person to call; a student without one has a row too. */
const studentRows = (student: Student, startYear: number): Row[] => {
  const age = student.grade === "PK" ? -1 : student.grade === "KG" ? 0 : Number(student.grade);
  const row = {
    School_id: student.school.id,
    Student_id: student.id,
    Student_number: `8${student.id}`,
    State_id: student.stateId,
    Last_name: student.lastName,
    Middle_name: student.middleName,
    First_name: student.firstName,
    Grade: cleverGrade(student.grade),
    Gender: student.sex === "female" ? "F" : "M",
    Graduation_year: String(startYear + 13 - age),
    DOB: americanDate(student.birthDate),
    Hispanic_Latino: yesNo(student.hispanic),
    Ell_status: "N",
    Student_email: student.email,
    Username: student.username,
    Home_language: student.hispanic ? "Spanish" : "English",
  };
  const { guardian } = student;
  if (guardian === undefined) return [row];
  const contact = {
    Contact_relationship: "Parent",
    Contact_type: "Family",
    Contact_name: `${guardian.firstName} ${guardian.lastName}`,
    Contact_phone: guardian.phone,
    Contact_phone_type: "Cell",
    Contact_email: guardian.email,
    Contact_sis_id: guardian.id,
  };
  const neighbour = { Contact_relationship: "Aunt/Uncle", Contact_name: `Luz ${guardian.lastName}` };
  // Every tenth family names somebody else too.
  return guardian.id.endsWith("0")
    ? [
        { ...row, ...contact },
        { ...row, ...neighbour },
      ]
    : [{ ...row, ...contact }];
};

const sectionRow = ({ school, id, teacher, title, grade, course, period, homeroom, term }: Section): Row => ({
  School_id: school.id,
  Section_id: id,
  Teacher_id: teacher.id,
  Name: title,
  Section_number: id.slice(-5),
  Grade: cleverGrade(grade),
  Course_name: course.title,
  Course_number: course.code,
  Period: homeroom ? "HR" : String(period),
  Subject: course.subject,
  Term_name: term.title,
  Term_start: americanDate(term.begins),
  Term_end: americanDate(term.ends),
});

export const makeCleverSftp = (district: District): Package => {
  const { schools, students, teachers, sections, schoolYear } = district;
  return makePackage(cleverSftp, {
    schools: schools.map(({ id, name, grades }) => ({
      School_id: id,
      School_name: name,
      School_number: id,
      Low_grade: cleverGrade(grades[0] ?? "KG"),
      High_grade: cleverGrade(grades.at(-1) ?? "12"),
      School_city: "Bluebonnet",
      School_state: "TX",
    })),
    students: students.flatMap((student) => studentRows(student, schoolYear.startYear)),
    teachers: teachers.map((teacher) => ({
      School_id: teacher.school.id,
      Teacher_id: teacher.id,
      Teacher_number: teacher.number,
      Teacher_email: teacher.email,
      First_name: teacher.firstName,
      Last_name: teacher.lastName,
      Title: "Teacher",
    })),
    sections: sections.map(sectionRow),
    enrollments: students.flatMap(({ id, sections: own }) =>
      own.map((section) => ({ School_id: section.school.id, Section_id: section.id, Student_id: id })),
    ),
    staff: schools.map(({ id, name }, i) => ({
      School_id: id,
      Staff_id: `A${id}`,
      Staff_email: `principal${i + 1}@bluebonnetisd.example`,
      First_name: "Li",
      Last_name: name.split(" ")[0] ?? "Chen",
      Title: "Principal",
    })),
  });
};
