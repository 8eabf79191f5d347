import type { Sample } from "./sample.ts";

export const workbook: Sample = {
  files: {
    "cli-engage-roster.csv": [
      {
        School_Internal_ID: "S1",
        School_Name: "Lakeview Elementary",
        Teacher_Internal_ID: "T1",
        Teacher_First_Name: "Ana",
        Teacher_Last_Name: "Ortiz",
        Teacher_Primary_Email: "ana.ortiz@example.org",
        Class_Internal_ID: "H1",
        Class_Name: "Ortiz AM",
        Student_Internal_ID: "P1",
        Student_First_Name: "Mía",
        Student_Last_Name: "Núñez",
        Student_Birth_Date: "2022-03-09",
        Student_Gender: "Female",
        Student_Grade_Level: "PK",
        Assessment_Language: "Both",
      },
    ],
  },
  keys: { "cli-engage-roster.csv": ["Student_Internal_ID", "Class_Internal_ID"] },
};
