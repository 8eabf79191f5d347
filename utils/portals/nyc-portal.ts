import type { EditControl, PortalProfile, RosterColumn } from "./profile.ts";

/**
 * The New York City schools' Portal: caseloads, made from the RACL of ATS and from STARS, and by hand through Point
 * Person and Support Lead. Caseload Viewers and Editors see their caseload only.
 */

const help = "portalhelp.newvisions.org/en/articles/5795496";

/** Assignments made by hand, by field: the words over the column. */
const assignments: readonly (readonly [field: string, header: string])[] = [
  ["pointPersonAttendance", "Attendance Point Person"],
  ["pointPersonAcademic", "Academic Point Person"],
  ["pointPersonRegents", "Regents Point Person"],
  ["pointPersonCredits", "Credits Point Person"],
  ["pointPersonPostsecondary", "Postsecondary Point Person"],
  ["supportLead", "Support Lead"],
];

const columns: RosterColumn[] = [
  { field: "name", headers: ["Student", "Student Name"], required: true },
  { field: "id", headers: ["OSIS", "Student ID"], required: true },
  { field: "gradeLevel", headers: ["Grade"], required: true },
  { field: "officialClass", headers: ["Official Class", "OC"], required: true },
  { field: "advisor", headers: ["Advisor"], required: false },
  ...assignments.map(([field, header]) => ({ field, headers: [header], required: false })),
];

const edits: EditControl[] = [
  ...["officialClass", "advisor", "note", ...assignments.map(([field]) => field)].map(
    (field): EditControl => ({
      change: "correct-details",
      control: `.caseload tr.student select[name=${field}], .caseload tr.student input[name=${field}]`,
      on: "touch",
      field,
    }),
  ),
  ...assignments.map(
    ([field]): EditControl => ({
      change: "correct-details",
      control: `#batch-actions [data-assign=${field}]`,
      on: "touch",
      field,
    }),
  ),
  {
    change: "move-between-classes",
    control: "#batch-actions [data-assign=officialClass]",
    on: "touch",
    field: "officialClass",
  },
];

export const nycPortal: PortalProfile = {
  id: "nyc-portal",
  title: "New Visions Portal",
  certainty: [
    {
      text: "Caseloads come from the RACL of ATS (K-5) and STARS courses (6-12); the RACL is read every Tuesday.",
      es: "Las listas de casos salen del RACL de ATS (K-5) y de los cursos de STARS (6-12); el RACL se lee cada martes.",
      certain: true,
      source: help,
    },
    {
      text: "Point Person (Attendance, Academic, Regents, Credits, Postsecondary) and Support Lead add a student to a caseload by hand.",
      es: "Point Person (asistencia, académica, Regents, créditos, postsecundaria) y Support Lead suman un estudiante a mano.",
      certain: true,
      source: help,
    },
    {
      text: "Caseload Viewer and Caseload Editor see their caseload only.",
      es: "Caseload Viewer y Caseload Editor ven solo su lista de casos.",
      certain: true,
      source: help,
    },
    {
      text: "A Point Person or Support Lead stays after the RACL is read: the help page names no sync that takes them away.",
      es: "Un Point Person o Support Lead se conserva tras leer el RACL: la ayuda no nombra ninguna sincronización que lo quite.",
      certain: false,
      source: `inferred from ${help}`,
    },
    {
      text: "Official class and advisor shown in the Portal follow ATS, so a change made here would be overwritten.",
      es: "La clase oficial y el consejero siguen a ATS: un cambio hecho aquí se sobrescribiría.",
      certain: false,
      source: `inferred from ${help}: CMOD and UTEA are named as the places to change them`,
    },
    {
      text: "Addresses and selectors follow a look-alike; no public copy of the pages was found. Confirm them on your Portal.",
      es: "Direcciones y selectores siguen una imitación; no se halló copia pública de las páginas. Confírmelos en su Portal.",
      certain: false,
      source: "test/portals/nyc-portal/PAGES.md",
    },
  ],
  pages: [
    {
      id: "caseload",
      match: { path: "/caseload*", heading: "My caseload" },
      roster: {
        table: ".caseload",
        row: ".grid-body tr.student",
        header: ".grid-head th",
        columns,
        context: {
          schoolId: { select: "#school", attribute: "data-dbn" },
          schoolName: "#school",
          classId: { select: "#caseload-of", attribute: "href", after: "/staff/" },
          className: "#caseload-of",
        },
        total: "#seen",
        expectedColumns: 5,
        expectedRows: {},
        access: {
          at: { select: "#access-level", attribute: "data-level" },
          seesAll: ["School Admin", "Delegated Admin", "School Wide Editor", "School Wide Viewer"],
        },
      },
      edits,
    },
  ],
  mergePolicy: {
    ...Object.fromEntries(assignments.map(([field]) => [field, "kept"] as const)),
    officialClass: "overwritten",
    advisor: "overwritten",
    name: "locked",
    id: "locked",
    gradeLevel: "locked",
  },
  sync: { source: "racl", weekdays: [2] },
  lastSync: "#racl-read time[datetime]",
  system: "nyc-portal",
};
