import type { District, Guardian, Section, Student, Teacher } from "../district.ts";
import type { Row } from "../package.ts";

/** Rows of people and enrollments as every version of OneRoster has them. */

const yes = "true";

export const studentRow = (student: Student): Row => ({
  sourcedId: student.id,
  enabledUser: yes,
  username: student.username,
  userIds: `{State:${student.stateId}}`,
  givenName: student.firstName,
  middleName: student.middleName,
  familyName: student.lastName,
  identifier: student.stateId,
  email: student.email,
  agentSourcedIds: student.guardian?.id ?? "",
  grades: student.grade,
});

export const teacherRow = (teacher: Teacher): Row => ({
  sourcedId: teacher.id,
  enabledUser: yes,
  username: teacher.email.slice(0, teacher.email.indexOf("@")),
  givenName: teacher.firstName,
  familyName: teacher.lastName,
  identifier: `9${teacher.number}`,
  email: teacher.email,
});

export const guardianRow = (guardian: Guardian): Row => ({
  sourcedId: guardian.id,
  enabledUser: yes,
  username: guardian.email.replace("@", "."),
  givenName: guardian.firstName,
  familyName: guardian.lastName,
  email: guardian.email,
  sms: guardian.phone,
});

export const demographicsRow = (student: Student): Row => ({
  sourcedId: student.id,
  birthDate: student.birthDate,
  sex: student.sex,
  hispanicOrLatinoEthnicity: String(student.hispanic),
});

const enrollmentRow = (section: Section, person: { id: string }, role: string): Row => ({
  sourcedId: `E-${section.id.slice(-5)}-${person.id}`,
  classSourcedId: section.id,
  schoolSourcedId: section.school.id,
  userSourcedId: person.id,
  role,
  primary: String(role === "teacher"),
  beginDate: section.term.begins,
  endDate: section.term.ends,
});

export const enrollmentRows = ({ sections, students }: District): Row[] => [
  ...sections.map((section) => enrollmentRow(section, section.teacher, "teacher")),
  ...students.flatMap((student) =>
    student.sections.map((section) => enrollmentRow(section, student, "student")),
  ),
];

/** The school each guardian's first child is at. */
export const schoolOfGuardians = ({ students }: District): Map<string, string> => {
  const schools = new Map<string, string>();
  for (const { guardian, school } of students) {
    if (guardian !== undefined && !schools.has(guardian.id)) schools.set(guardian.id, school.id);
  }
  return schools;
};
