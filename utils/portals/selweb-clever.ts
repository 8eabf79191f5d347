import { cleverCertainty, cleverPortal } from "./clever-portal.ts";
import type { RosterReading } from "./profile.ts";

/** SELweb, rostered through Clever: tables inside a frame, one row open for editing at a time. */

const roster: RosterReading = {
  table: "table.roster",
  row: "tbody tr.student",
  header: "thead th",
  columns: [
    { field: "lastName", headers: ["Last name", "Last"], required: true },
    { field: "firstName", headers: ["First name", "First"], required: true },
    { field: "id", headers: ["Student number", "Student ID"], required: true },
    { field: "gradeLevel", headers: ["Grade"], required: true },
    { field: "gender", headers: ["Gender"], required: false },
    { field: "birthDate", headers: ["Birth date", "Date of Birth"], required: true },
  ],
  context: {
    schoolId: { select: "#section", attribute: "data-school" },
    schoolName: "#section .school-name",
    classId: { select: "#section", attribute: "data-section" },
    className: "#section .section-name",
    teacherName: "#section .teacher-name",
  },
  total: ".roster-count",
  expectedColumns: 6,
  expectedRows: { whole: true },
};

export const selwebClever = cleverPortal(
  {
    id: "selweb-clever",
    title: "SELweb",
    certainty: cleverCertainty(
      "SELweb",
      "xsel-labs.zendesk.com/hc/en-us/articles/11583249559565",
      "test/portals/selweb-clever/PAGES.md",
    ),
  },
  [
    {
      id: "section-roster",
      match: { title: "*SELweb*roster", has: ["#section"] },
      roster,
      edits: [
        { change: "enroll-new-student", control: "#add-student", on: "touch" },
        { change: "withdraw", control: "table.roster tr.student .remove", on: "touch", field: "status" },
        ...["lastName", "firstName", "id", "gradeLevel", "gender", "birthDate", "accommodation"].map(
          (field) => ({
            change: "correct-details" as const,
            control: `table.roster tr.student input[name=${field}], table.roster tr.student select[name=${field}]`,
            on: "touch" as const,
            field,
          }),
        ),
      ],
      save: "#save-roster",
    },
  ],
  ".last-sync time[datetime]",
);
