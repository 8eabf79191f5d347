import type { StudentField } from "../roster/roster.ts";
import type { EditControl, PortalProfile, RosterReading } from "./profile.ts";

/** CLI Engage with automated rostering: Class Roster Management and Universal Roster. */

type Column = { field: StudentField | "id"; header: string; cell: string; required: boolean };

/** The published columns, in their order (cliengage.atlassian.net/wiki/x/BwAyC). */
const columns: readonly Column[] = [
  { field: "firstName", header: "Student First Name", cell: "field-first-name", required: true },
  { field: "middleName", header: "Student Middle Name", cell: "field-middle-name", required: false },
  { field: "lastName", header: "Student Last Name", cell: "field-last-name", required: true },
  { field: "birthDate", header: "Date of Birth", cell: "field-birth-date", required: true },
  { field: "gender", header: "Gender", cell: "field-gender", required: true },
  { field: "id", header: "Student Internal ID", cell: "field-internal-id", required: true },
  { field: "ethnicity", header: "Ethnicity", cell: "field-ethnicity", required: true },
  { field: "stateId", header: "State Unique ID", cell: "field-state-id", required: false },
  { field: "gradeLevel", header: "Grade Level", cell: "field-grade-level", required: true },
  {
    field: "assessmentLanguage",
    header: "Assessment Language",
    cell: "field-assessment-language",
    required: true,
  },
  { field: "status", header: "Status", cell: "field-status", required: true },
  {
    field: "reportLanguage",
    header: "Preferred Report Language",
    cell: "field-report-language",
    required: false,
  },
];

/** Words some portals and training pages use for the same column. */
const otherHeaders: Partial<Record<Column["field"], string[]>> = {
  firstName: ["First Name"],
  middleName: ["Middle Name"],
  lastName: ["Last Name"],
  birthDate: ["DOB"],
  id: ["Internal ID"],
  stateId: ["State Unique ID (TSDS)"],
};

const roster: RosterReading = {
  table: "#roster-grid",
  row: "tbody tr.student-row",
  header: "thead th",
  columns: columns.map(({ field, header, required }) => ({
    field,
    headers: [header, ...(otherHeaders[field] ?? [])],
    required,
  })),
  context: {
    schoolId: "#roster-school-id",
    schoolName: "#roster-school",
    classId: "#roster-class-id",
    className: "#roster-class",
    teacherId: "#roster-teacher-id",
    teacherName: "#roster-teacher",
  },
  total: "#roster-total",
  expectedColumns: columns.length,
  expectedRows: {},
};

/** Rows not yet saved are left alone: the + icon has already said what becomes of a new student. */
const inSavedRow = (cell: string): string =>
  `#roster-grid tr.student-row .${cell} :is(input, select, textarea)`;

const edits: EditControl[] = [
  { change: "enroll-new-student", control: "#add-student", on: "touch" },
  { change: "withdraw", control: inSavedRow("field-status"), on: "change", to: "Inactive", field: "status" },
  ...columns
    .filter(({ field }) => field !== "status")
    .map(
      ({ field, cell }): EditControl => ({
        change: "correct-details",
        control: inSavedRow(cell),
        on: "touch",
        field,
      }),
    ),
];

export const cliEngage: PortalProfile = {
  id: "cli-engage",
  title: "CLI Engage",
  certainty: [
    {
      text: "Files replace names, birth date, grade level, State Unique ID and more at every run: manual edits are lost.",
      es: "Los archivos reemplazan nombres, fecha de nacimiento, grado, State Unique ID y más en cada envío: lo cambiado a mano se pierde.",
      certain: true,
      source: "cliengage.atlassian.net/wiki/spaces/USE/pages/141230089",
    },
    {
      text: "The roster page is a grid of open inputs with these columns; + adds a row, Status withdraws, Submit saves.",
      es: "La página de listas es una tabla de campos abiertos con estas columnas; + agrega una fila, Status da de baja, Submit guarda.",
      certain: true,
      source: "cliengage.atlassian.net/wiki/x/BwAyC",
    },
    {
      text: "Universal Roster: choose the community, choose a file, Submit, then Play; partial or complete mode.",
      es: "Universal Roster: elija la comunidad, elija un archivo, Submit y después Play; modo parcial o completo.",
      certain: true,
      source: "cliengage.atlassian.net 1327497311",
    },
    {
      text: "Addresses and selectors follow a look-alike; no public copy of the pages' HTML was found. Confirm them on your portal.",
      es: "Direcciones y selectores siguen una imitación; no se halló copia pública del HTML de las páginas. Confírmelos en su portal.",
      certain: false,
      source: "test/portals/cli-engage/PAGES.md",
    },
    {
      text: "Columns no page names as overwritten (assessment and report language) are taken to be overwritten too.",
      es: "De las columnas que ninguna página nombra (idioma de evaluación y de informes) se supone que también se sobrescriben.",
      certain: false,
      source: "inferred from the list ending in “and more”",
    },
  ],
  pages: [
    {
      id: "class-roster-management",
      match: {
        path: "/administrative-tools/class-roster-management*",
        heading: "Class Roster Management",
        has: ["#roster-form"],
      },
      roster,
      edits,
      save: "#roster-submit",
    },
    {
      id: "universal-roster",
      match: {
        path: "/administrative-tools/universal-roster",
        heading: "Universal Roster",
        has: ["#upload-form"],
      },
      uploads: [
        { input: "#upload-file", formats: ["cli-engage", "cli-engage-workbook"], mode: "#upload-mode" },
      ],
    },
  ],
  mergePolicy: { "*": "overwritten", "add-student": "overwritten", status: "overwritten" },
  sync: { source: "files" },
  lastSync: "#roster-updated time[datetime]",
  system: "cli-engage",
};
