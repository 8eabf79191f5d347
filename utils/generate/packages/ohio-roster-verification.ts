import { ohioRosterVerification } from "../../formats/ohio-roster-verification.ts";
import type { District, Section, Student, Teacher } from "../district.ts";
import { makePackage, type Package } from "../package.ts";

/** What of the timetable Ohio verifies: the course's code, the subject's name there, and the grades. */
const subjects: Readonly<Record<string, { subject: string; grades: readonly string[] }>> = {
  MAT: { subject: "Mathematics", grades: ["06", "07", "08"] },
  ELA: { subject: "English Language Arts", grades: ["06", "07", "08"] },
  SCI: { subject: "Science", grades: ["08"] },
  ALG: { subject: "Algebra I", grades: ["09", "10", "11", "12"] },
  ENG: { subject: "English I", grades: ["09", "10", "11", "12"] },
  BIO: { subject: "Biology", grades: ["09", "10", "11", "12"] },
};

const months = ["AUG", "SEP", "OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY"] as const;

const subjectOf = ({ course, grade }: Section): string | undefined => {
  const found = subjects[course.code.split("-")[0] ?? ""];
  return found?.grades.includes(grade) ? found.subject : undefined;
};

const educatorOf = ({ number }: Teacher): string => `OH${number}`;
const ssidOf = ({ id }: Student): string => `AE${id}`;

/** Teachers of subjects in scope, their classes, and a claim for every student and month of the year. */
export const makeOhio = (district: District): Package => {
  const { students, sections, schoolYear } = district;
  const verified = sections.filter((section) => subjectOf(section) !== undefined);
  const teachers = [...new Set(verified.map(({ teacher }) => teacher))];
  const irnOf = (schoolId: string): string => schoolId.padStart(6, "0");
  const taught = students.flatMap((student) =>
    student.sections
      .filter((section) => subjectOf(section) !== undefined)
      .map((section) => ({ student, section })),
  );
  return makePackage(ohioRosterVerification, {
    staff: teachers.map((teacher) => ({
      district_irn: "043489",
      building_irn: irnOf(teacher.school.id),
      educator_state_id: educatorOf(teacher),
      first_name: teacher.firstName,
      last_name: teacher.lastName,
      email: teacher.email,
      role: "teacher",
      start_date: schoolYear.year.begins,
    })),
    classes: verified.map((section) => ({
      building_irn: irnOf(section.school.id),
      class_id: section.id,
      class_name: section.title,
      subject_course: subjectOf(section) ?? "",
      grade: String(Number(section.grade)),
      term: "Full Year (Aug/Sep - May/Jun)",
      educator_state_id: educatorOf(section.teacher),
    })),
    claims: taught.flatMap(({ student, section }) =>
      months.map((month) => ({
        class_id: section.id,
        educator_state_id: educatorOf(section.teacher),
        ssid: ssidOf(student),
        local_student_id: student.id,
        first_name: student.firstName,
        middle_name: student.middleName,
        last_name: student.lastName,
        birth_date: student.birthDate,
        grade_level: student.grade,
        month,
        percent: "100",
      })),
    ),
    enrollments: taught.map(({ student, section }) => ({
      class_id: section.id,
      ssid: ssidOf(student),
      entry_date: schoolYear.year.begins,
    })),
  });
};
