import { cleverCertainty, cleverPortal } from "./clever-portal.ts";
import type { RosterReading } from "./profile.ts";

/** Insights, rostered through Clever: a single-page application whose grid is drawn anew at every change. */

const grid = "#students [role=grid]";

const roster: RosterReading = {
  table: grid,
  row: "[role=row][data-student-id]",
  header: "[role=columnheader]",
  columns: [
    { field: "name", headers: ["Student", "Student Name", "Name"], required: true },
    { field: "gradeLevel", headers: ["Grade", "Grade Level"], required: true },
    { field: "birthDate", headers: ["Birth date", "Date of Birth", "DOB"], required: true },
    { field: "gender", headers: ["Gender"], required: false },
    { field: "section", headers: ["Class", "Section"], required: true },
    { field: "accommodation", headers: ["Accommodation"], required: false },
  ],
  identity: { attribute: "data-student-id" },
  context: {
    schoolId: { select: "#class-head", attribute: "data-school-id" },
    schoolName: "#class-head .school",
    classId: { select: "#class-head", attribute: "data-section-id" },
    className: "#class-head h2",
    teacherName: "#class-head .teacher",
  },
  total: "#students .count",
  expectedColumns: 5,
  expectedRows: {},
};

const inRow = (field: string): string => `${grid} [role=row][data-student-id] [data-field=${field}]`;

export const insightsClever = cleverPortal(
  {
    id: "insights-clever",
    title: "Insights",
    certainty: cleverCertainty(
      "Insights",
      "xSEL Labs help: Insights rostering using Clever",
      "test/portals/insights-clever/PAGES.md",
    ),
  },
  [
    {
      id: "class-students",
      match: { path: "/classes/*/students", landmark: "Class students" },
      roster,
      edits: [
        { change: "enroll-new-student", control: "#students .add-student", on: "touch" },
        { change: "withdraw", control: inRow("remove"), on: "touch", field: "status" },
        { change: "move-between-classes", control: inRow("section"), on: "touch", field: "section" },
        ...["name", "gradeLevel", "birthDate", "gender", "accommodation"].map((field) => ({
          change: "correct-details" as const,
          control: inRow(field),
          on: "touch" as const,
          field,
        })),
      ],
    },
  ],
  "#last-sync time[datetime]",
);
