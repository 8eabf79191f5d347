import type { PortalProfile, RosterReading } from "./profile.ts";

/**
 * Ohio's roster verification in BFK Link CE: in its phases changing a roster is what the page is for, outside them it
 * is closed. The dates of the phases are new each year and the LEA's to give.
 */

const guidelines = "Ohio Department of Education, 2018 Roster Verification Guidelines";
const inRow = (name: string): string => `#ctl00_Main_gvStudents tr.student [name$='$${name}']`;

const roster: RosterReading = {
  table: "#ctl00_Main_gvStudents",
  row: "tr.student",
  header: "tr.header th",
  columns: [
    { field: "name", headers: ["Student", "Student Name"], required: true },
    { field: "stateId", headers: ["SSID", "State Student ID"], required: true },
    { field: "id", headers: ["Student ID", "Local ID"], required: true },
    { field: "gradeLevel", headers: ["Grade"], required: false },
    { field: "entryMonth", headers: ["Entry", "Entry month"], required: true },
    { field: "exitMonth", headers: ["Exit", "Exit month"], required: true },
    { field: "percent", headers: ["% of instruction", "Percent", "%"], required: true },
  ],
  context: {
    schoolId: { select: "#ctl00_Main_lblBuilding", attribute: "data-irn" },
    schoolName: "#ctl00_Main_lblBuilding",
    classId: { select: "#ctl00_Main_lblClass", attribute: "data-class" },
    className: "#ctl00_Main_lblClass",
    teacherId: { select: "#ctl00_Main_lblTeacher", attribute: "data-educator" },
    teacherName: "#ctl00_Main_lblTeacher",
  },
  total: "#ctl00_Main_lblCount",
  expectedColumns: 7,
  expectedRows: { whole: true },
};

export const ohioBfkLink: PortalProfile = {
  id: "ohio-bfk-link",
  title: "BFK Link CE",
  certainty: [
    {
      text: "Verification has three phases: School Setup, Teacher Linkage, Principal Approval; their dates change each year.",
      es: "La verificación tiene tres fases: School Setup, Teacher Linkage y Principal Approval; sus fechas cambian cada año.",
      certain: true,
      source: guidelines,
    },
    {
      text: "In Teacher Linkage a teacher reviews the roster, adds missing students, and claims months and a percentage for each.",
      es: "En Teacher Linkage cada maestro revisa la lista, suma a quien falte e indica meses y porcentaje de cada estudiante.",
      certain: true,
      source: guidelines,
    },
    {
      text: "Names, grade and identifiers come from local data sources, typically the student information system.",
      es: "Nombres, grado e identificadores vienen de fuentes locales, normalmente el sistema de información estudiantil.",
      certain: true,
      source: guidelines,
    },
    {
      text: "After its phases a page takes no changes any more.",
      es: "Pasadas sus fases, una página ya no acepta cambios.",
      certain: false,
      source: `inferred from ${guidelines}`,
    },
    {
      text: "Addresses and selectors follow a look-alike; no public copy of the pages was found. Confirm them on your portal.",
      es: "Direcciones y selectores siguen una imitación; no se halló copia pública de las páginas. Confírmelos en su portal.",
      certain: false,
      source: "test/portals/ohio-bfk-link/PAGES.md",
    },
  ],
  phases: [
    { id: "school-setup", title: "School Setup" },
    { id: "teacher-linkage", title: "Teacher Linkage" },
    { id: "principal-approval", title: "Principal Approval" },
  ],
  pages: [
    {
      id: "teacher-roster",
      match: { path: "*/VerifyRoster.aspx", heading: "Verify Class Roster" },
      roster,
      phases: ["teacher-linkage"],
      edits: [
        {
          change: "enroll-into-homeroom",
          control: "#ctl00_Main_btnAddMissing",
          on: "touch",
          field: "add-student",
        },
        {
          change: "withdraw",
          control: "#ctl00_Main_gvStudents tr.student a.delete",
          on: "touch",
          field: "status",
        },
        { change: "correct-details", control: inRow("entry"), on: "touch", field: "entryMonth" },
        { change: "correct-details", control: inRow("exit"), on: "touch", field: "exitMonth" },
        { change: "correct-details", control: inRow("percent"), on: "touch", field: "percent" },
        { change: "correct-details", control: inRow("comment"), on: "touch", field: "comment" },
      ],
      save: "#ctl00_Main_btnSave",
    },
    {
      id: "class-setup",
      match: { path: "*/ClassSetup.aspx", heading: "Class Setup" },
      roster,
      phases: ["school-setup", "principal-approval"],
      save: "#ctl00_Main_btnSave",
    },
  ],
  mergePolicy: {
    "add-student": "purpose",
    status: "purpose",
    entryMonth: "purpose",
    exitMonth: "purpose",
    percent: "purpose",
    term: "purpose",
    subject: "purpose",
    name: "locked",
    id: "locked",
    stateId: "locked",
    gradeLevel: "locked",
  },
  sync: { source: "verification" },
  system: "ohio-bfk-link",
};
