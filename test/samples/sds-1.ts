import type { Sample } from "./sample.ts";

export const sds1: Sample = {
  files: {
    "School.csv": [
      { "SIS ID": "10001", Name: "Lakeview Elementary" },
      { "SIS ID": "10002", Name: "Hillside Elementary" },
    ],
    "Section.csv": [
      {
        "SIS ID": "11001",
        "School SIS ID": "10001",
        "Section Name": "Grade 3 Ortiz",
        "Term Name": "2026-2027",
        "Term StartDate": "2026-08-17",
        "Term EndDate": "2027-05-29",
        Status: "Active",
      },
    ],
    "Student.csv": [
      {
        "SIS ID": "13001",
        "School SIS ID": "10001",
        "First Name": "Mía",
        "Last Name": "Núñez",
        Username: "mnunez",
        Grade: "3",
        Birthdate: "2018-03-09",
        "Graduation Year": "2036",
      },
    ],
    "Teacher.csv": [
      {
        "SIS ID": "14001",
        "School SIS ID": "10001",
        "First Name": "Ana",
        "Last Name": "Ortiz",
        Username: "aortiz",
      },
    ],
    "StudentEnrollment.csv": [{ "Section SIS ID": "11001", "SIS ID": "13001" }],
    "TeacherRoster.csv": [{ "Section SIS ID": "11001", "SIS ID": "14001" }],
    "user.csv": [{ Email: "eva.nunez@example.com", "First Name": "Eva", "Last Name": "Núñez" }],
    "guardianrelationship.csv": [{ "SIS ID": "13001", Email: "eva.nunez@example.com", Role: "Parent" }],
  },
  keys: {
    "School.csv": ["SIS ID"],
    "Section.csv": ["SIS ID", "School SIS ID"],
    "Student.csv": ["SIS ID", "School SIS ID"],
    "Teacher.csv": ["SIS ID", "School SIS ID"],
    "StudentEnrollment.csv": ["Section SIS ID", "SIS ID"],
    "TeacherRoster.csv": ["Section SIS ID", "SIS ID"],
    "user.csv": ["Email"],
    "guardianrelationship.csv": ["SIS ID", "Email"],
  },
};
