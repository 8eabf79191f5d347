import type { RosterLayout } from "./roster-layout.ts";

export const sds1Layout: RosterLayout = {
  schools: { role: "School", id: "SIS ID", name: "Name" },
  sections: {
    role: "Section",
    id: "SIS ID",
    title: "Section Name",
    school: "School SIS ID",
    teachers: [],
  },
  students: {
    role: "Student",
    id: "SIS ID",
    school: "School SIS ID",
    fields: [
      ["firstName", "First Name"],
      ["middleName", "Middle Name"],
      ["lastName", "Last Name"],
      ["birthDate", "Birthdate"],
      ["gender", "Gender"],
      ["stateId", "State ID"],
      ["gradeLevel", "Grade"],
    ],
  },
  teachers: { role: "Teacher", id: "SIS ID", firstName: "First Name", lastName: "Last Name" },
  enrollments: { role: "StudentEnrollment", section: "Section SIS ID", person: "SIS ID" },
  teaching: { role: "TeacherRoster", section: "Section SIS ID", person: "SIS ID" },
};

/** Everybody stands in users.csv; roles.csv says who is a student. */
export const sds21Layout: RosterLayout = {
  schools: { role: "orgs", id: "sourcedId", name: "name", type: "type" },
  sections: { role: "classes", id: "sourcedId", title: "title", school: "orgSourcedId", teachers: [] },
  students: {
    role: "users",
    id: "sourcedId",
    fields: [
      ["firstName", "givenName"],
      ["lastName", "familyName"],
    ],
  },
  teachers: {
    role: "users",
    id: "sourcedId",
    firstName: "givenName",
    lastName: "familyName",
    email: "email",
  },
  enrollments: { role: "enrollments", section: "classSourcedId", person: "userSourcedId", as: "role" },
  teaching: { role: "enrollments", section: "classSourcedId", person: "userSourcedId", as: "role" },
  roles: {
    role: "roles",
    person: "userSourcedId",
    as: "role",
    school: "orgSourcedId",
    fields: [["gradeLevel", "grade"]],
  },
  demographics: {
    role: "demographics",
    person: "userSourcedId",
    fields: [
      ["birthDate", "birthDate"],
      ["gender", "sex"],
    ],
  },
};
