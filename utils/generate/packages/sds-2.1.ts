import { sds21 } from "../../formats/sds-2.1.ts";
import type { District, Person } from "../district.ts";
import { makePackage, type Package, type Row } from "../package.ts";

const userRow = ({ id, firstName, lastName, email }: Person & { id: string }): Row => ({
  sourcedId: id,
  username: email,
  givenName: firstName,
  familyName: lastName,
  email,
});

export const makeSds21 = (district: District): Package => {
  const { schools, students, teachers, sections, courses, guardians, schoolYear } = district;
  const year = schoolYear.year.id;
  return makePackage(sds21, {
    orgs: [
      { sourcedId: district.id, name: district.name, type: "district" },
      ...schools.map(({ id, name }) => ({
        sourcedId: id,
        name,
        type: "school",
        parentSourcedId: district.id,
      })),
    ],
    users: [
      ...students.map(userRow),
      ...teachers.map(userRow),
      ...guardians.map((guardian) => ({ ...userRow(guardian), phone: guardian.phone })),
    ],
    roles: [
      ...students.map(({ id, school, grade }) => ({
        userSourcedId: id,
        orgSourcedId: school.id,
        role: "student",
        sessionSourcedId: year,
        grade,
        isPrimary: "true",
        roleStartDate: schoolYear.year.begins,
        roleEndDate: schoolYear.year.ends,
      })),
      ...teachers.map(({ id, school }) => ({
        userSourcedId: id,
        orgSourcedId: school.id,
        role: "teacher",
        sessionSourcedId: year,
        isPrimary: "true",
      })),
    ],
    classes: sections.map((section) => ({
      sourcedId: section.id,
      orgSourcedId: section.school.id,
      title: section.title,
      sessionSourcedIds: section.term.id,
      courseSourcedId: section.course.code,
      code: section.course.code,
    })),
    enrollments: [
      ...sections.map(({ id, teacher }) => ({
        classSourcedId: id,
        userSourcedId: teacher.id,
        role: "teacher",
      })),
      ...students.flatMap((student) =>
        student.sections.map(({ id }) => ({
          classSourcedId: id,
          userSourcedId: student.id,
          role: "student",
        })),
      ),
    ],
    academicSessions: [schoolYear.year, schoolYear.fall, schoolYear.spring].map((term) => ({
      sourcedId: term.id,
      title: term.title,
      type: term.type,
      // Microsoft's own sample names a school year by the year in which it begins.
      schoolYear: String(schoolYear.startYear),
      startDate: term.begins,
      endDate: term.ends,
    })),
    courses: courses.map(({ code, title, school, grades, subject }) => ({
      sourcedId: code,
      orgSourcedId: school.id,
      title,
      code,
      schoolYearSourcedId: year,
      subject,
      grade: grades[0] ?? "",
    })),
    demographics: students.map(({ id, sex, birthDate }) => ({ userSourcedId: id, sex, birthDate })),
    userFlags: students
      .filter((_, i) => i % 7 === 0)
      .map(({ id }, i) => ({ userSourcedId: id, flag: i % 2 === 0 ? "iep" : "freeLunch" })),
    relationships: students.flatMap(({ id, guardian }) =>
      guardian === undefined
        ? []
        : [{ userSourcedId: id, relationshipUserSourcedId: guardian.id, relationshipRole: "guardian" }],
    ),
  });
};
