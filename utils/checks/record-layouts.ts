import type { RecordType } from "./rule.ts";

/** Where each format keeps its records, as data: by type, the file, the column of ids, and which of its rows count. */

export type RecordPlace = {
  role: string;
  id: string;
  /** Only rows whose value, case aside, is this. */
  where?: { column: string; is: string };
  /** The school a row belongs to. */
  school?: string;
};

export type RecordLayout = Readonly<Partial<Record<RecordType, RecordPlace>>>;

const oneRosterClasses: RecordPlace = { role: "classes", id: "sourcedId", school: "schoolSourcedId" };
const enrolledStudents: RecordPlace = {
  role: "enrollments",
  id: "userSourcedId",
  where: { column: "role", is: "student" },
};
const schools: RecordPlace = { role: "orgs", id: "sourcedId", where: { column: "type", is: "school" } };

const usersOf = (role: string): RecordPlace => ({
  role: "users",
  id: "sourcedId",
  where: { column: "role", is: role },
});
const rolesOf = (role: string): RecordPlace => ({
  role: "roles",
  id: "userSourcedId",
  where: { column: "role", is: role },
  school: "orgSourcedId",
});

const oneRoster11: RecordLayout = {
  schools,
  students: usersOf("student"),
  teachers: usersOf("teacher"),
  sections: oneRosterClasses,
  enrollments: enrolledStudents,
};

export const recordLayouts: Readonly<Record<string, RecordLayout>> = {
  "oneroster-1.1": oneRoster11,
  "cli-engage": oneRoster11,
  "oneroster-1.2": { ...oneRoster11, students: rolesOf("student"), teachers: rolesOf("teacher") },
  "sds-2.1": {
    ...oneRoster11,
    students: rolesOf("student"),
    teachers: rolesOf("teacher"),
    sections: { role: "classes", id: "sourcedId", school: "orgSourcedId" },
  },
  "sds-1": {
    schools: { role: "School", id: "SIS ID" },
    students: { role: "Student", id: "SIS ID", school: "School SIS ID" },
    teachers: { role: "Teacher", id: "SIS ID" },
    sections: { role: "Section", id: "SIS ID", school: "School SIS ID" },
    enrollments: { role: "StudentEnrollment", id: "SIS ID" },
  },
  "clever-sftp": {
    schools: { role: "schools", id: "School_id" },
    students: { role: "students", id: "Student_id", school: "School_id" },
    teachers: { role: "teachers", id: "Teacher_id" },
    sections: { role: "sections", id: "Section_id", school: "School_id" },
    enrollments: { role: "enrollments", id: "Student_id" },
  },
  "cli-engage-workbook": {
    schools: { role: "roster", id: "School_Internal_ID" },
    students: { role: "roster", id: "Student_Internal_ID", school: "School_Internal_ID" },
    teachers: { role: "roster", id: "Teacher_Internal_ID" },
    sections: { role: "roster", id: "Class_Internal_ID", school: "School_Internal_ID" },
  },
};
