import type { Sample } from "./sample.ts";

export const cleverSftp: Sample = {
  files: {
    "schools.csv": [
      {
        School_id: "S1",
        School_name: "Lakeview Elementary",
        School_number: "101",
        Low_grade: "PK",
        High_grade: "5",
      },
      {
        School_id: "S2",
        School_name: "Hillside Elementary",
        School_number: "102",
        Low_grade: "K",
        High_grade: "5",
      },
    ],
    "students.csv": [
      {
        School_id: "S1",
        Student_id: "P1",
        Student_number: "900001",
        Last_name: "Núñez",
        First_name: "Mía",
        Grade: "3",
        Gender: "F",
        Graduation_year: "2036",
        DOB: "03/09/2018",
        Hispanic_Latino: "Y",
        Ell_status: "N",
        Student_email: "mia.nunez@example.org",
        Contact_relationship: "Parent",
        Contact_name: "Eva Núñez",
        Contact_phone_type: "Cell",
        Contact_email: "eva.nunez@example.com",
        Contact_sis_id: "G1",
      },
    ],
    "teachers.csv": [
      {
        School_id: "S1",
        Teacher_id: "T1",
        Teacher_email: "ana.ortiz@example.org",
        First_name: "Ana",
        Last_name: "Ortiz",
      },
    ],
    "sections.csv": [
      {
        School_id: "S1",
        Section_id: "C1",
        Teacher_id: "T1",
        Name: "Grade 3 Ortiz",
        Grade: "3",
        Course_name: "Grade 3",
        Subject: "homeroom/advisory",
        Term_name: "2026-2027",
        Term_start: "08/17/2026",
        Term_end: "05/29/2027",
      },
    ],
    "enrollments.csv": [{ School_id: "S1", Section_id: "C1", Student_id: "P1" }],
    "staff.csv": [
      {
        School_id: "S1",
        Staff_id: "A1",
        Staff_email: "li.chen@example.org",
        First_name: "Li",
        Last_name: "Chen",
        Title: "Principal",
      },
    ],
  },
  keys: {
    "schools.csv": ["School_id"],
    "students.csv": ["Student_id", "Contact_sis_id"],
    "teachers.csv": ["Teacher_id", "School_id"],
    "sections.csv": ["Section_id"],
    "enrollments.csv": ["Section_id", "Student_id"],
    "staff.csv": ["Staff_id", "School_id"],
  },
};
