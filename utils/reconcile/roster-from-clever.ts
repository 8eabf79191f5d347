import type { RosterLayout } from "./roster-layout.ts";

/** A section names its teachers itself, the primary one first; a student has a row for each guardian. */
export const cleverLayout: RosterLayout = {
  schools: { role: "schools", id: "School_id", name: "School_name" },
  sections: {
    role: "sections",
    id: "Section_id",
    title: "Name",
    school: "School_id",
    teachers: ["Teacher_id", ...Array.from({ length: 9 }, (_, index) => `Teacher_${index + 2}_id`)],
  },
  students: {
    role: "students",
    id: "Student_id",
    school: "School_id",
    fields: [
      ["firstName", "First_name"],
      ["middleName", "Middle_name"],
      ["lastName", "Last_name"],
      ["birthDate", "DOB"],
      ["gender", "Gender"],
      ["ethnicity", "Hispanic_Latino"],
      ["stateId", "State_id"],
      ["gradeLevel", "Grade"],
    ],
  },
  teachers: {
    role: "teachers",
    id: "Teacher_id",
    firstName: "First_name",
    lastName: "Last_name",
    email: "Teacher_email",
  },
  enrollments: { role: "enrollments", section: "Section_id", person: "Student_id" },
};
