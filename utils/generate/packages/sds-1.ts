import { sds1 } from "../../formats/sds-1.ts";
import type { District, GradeLevel } from "../district.ts";
import { makePackage, type Package } from "../package.ts";

const sdsGrade = (grade: GradeLevel): string => (/^\d/.test(grade) ? String(Number(grade)) : grade);

export const makeSds1 = (district: District): Package => {
  const { schools, students, teachers, sections, guardians } = district;
  return makePackage(sds1, {
    School: schools.map(({ id, name, grades }) => ({
      "SIS ID": id,
      Name: name,
      "School Number": id,
      "Grade Low": sdsGrade(grades[0] ?? "KG"),
      "Grade High": sdsGrade(grades.at(-1) ?? "12"),
      City: "Bluebonnet",
      State: "TX",
    })),
    Section: sections.map((section) => ({
      "SIS ID": section.id,
      "School SIS ID": section.school.id,
      "Section Name": section.title,
      "Term Name": section.term.title,
      "Term StartDate": section.term.begins,
      "Term EndDate": section.term.ends,
      "Course Name": section.course.title,
      "Course Number": section.course.code,
      "Course Subject": section.course.subject,
      Periods: section.homeroom ? "HR" : String(section.period),
      Status: "Active",
    })),
    Student: students.map((student) => ({
      "SIS ID": student.id,
      "School SIS ID": student.school.id,
      "First Name": student.firstName,
      "Middle Name": student.middleName,
      "Last Name": student.lastName,
      Username: student.username,
      "State ID": student.stateId,
      "Student Number": `8${student.id}`,
      Grade: sdsGrade(student.grade),
      Status: "Active",
      Birthdate: student.birthDate,
    })),
    Teacher: teachers.map((teacher) => ({
      "SIS ID": teacher.id,
      "School SIS ID": teacher.school.id,
      "First Name": teacher.firstName,
      "Last Name": teacher.lastName,
      Username: teacher.email.slice(0, teacher.email.indexOf("@")),
      "Teacher Number": teacher.number,
      Status: "Active",
      Title: "Teacher",
    })),
    StudentEnrollment: students.flatMap(({ id, sections: own }) =>
      own.map((section) => ({ "Section SIS ID": section.id, "SIS ID": id })),
    ),
    TeacherRoster: sections.map(({ id, teacher }) => ({ "Section SIS ID": id, "SIS ID": teacher.id })),
    user: guardians.map(({ email, firstName, lastName, phone }) => ({
      Email: email,
      "First Name": firstName,
      "Last Name": lastName,
      Phone: phone,
    })),
    guardianrelationship: students.flatMap(({ id, guardian }) =>
      guardian === undefined ? [] : [{ "SIS ID": id, Email: guardian.email, Role: "Parent" }],
    ),
  });
};
