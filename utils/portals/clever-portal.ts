import type { EditControl, PortalPage, PortalProfile, RosterReading } from "./profile.ts";

/** What the two assessment portals that xSEL Labs rosters through Clever have in common (Insights and SELweb). */

type Statement = PortalProfile["certainty"][number];

/** Statements of the vendor's own help page for a portal, whose title goes into the sentences. */
export const cleverCertainty = (title: string, source: string, lookAlike: string): Statement[] => [
  {
    text: `${title} is rostered through Clever: sections shared by the LEA, filtered to one section per student.`,
    es: `${title} recibe sus listas por Clever: las secciones que comparte la LEA, filtradas a una por estudiante.`,
    certain: true,
    source,
  },
  {
    text: "A single student with missing information or in several sections stops the whole sync.",
    es: "Un solo estudiante con datos incompletos o en varias secciones detiene toda la sincronización.",
    certain: true,
    source,
  },
  {
    text: "Changes made here by hand are overwritten by the next sync, as other applications fed by Clever say of themselves.",
    es: "La próxima sincronización sobrescribe lo cambiado aquí a mano, como dicen de sí otras aplicaciones que usan Clever.",
    certain: false,
    source: "help.summitlearning.org 360053885553; help.masteryconnect.com 115005968107",
  },
  {
    text: "The sync runs every night.",
    es: "La sincronización se hace cada noche.",
    certain: false,
    source: "inferred from the same applications' help pages",
  },
  {
    text: "Addresses, columns and selectors follow a look-alike; no public copy of the pages was found. Confirm them on your portal.",
    es: "Direcciones, columnas y selectores siguen una imitación; no se halló copia pública de las páginas. Confírmelos en su portal.",
    certain: false,
    source: lookAlike,
  },
];

/**
 * What Clever sends of a student and a section is overwritten. There is no default: of what is not in Clever's files,
 * such as an accommodation, nobody has said what becomes of it.
 */
export const cleverMergePolicy: PortalProfile["mergePolicy"] = {
  "add-student": "overwritten",
  id: "overwritten",
  firstName: "overwritten",
  middleName: "overwritten",
  lastName: "overwritten",
  name: "overwritten",
  birthDate: "overwritten",
  gender: "overwritten",
  gradeLevel: "overwritten",
  section: "overwritten",
  teacher: "overwritten",
  status: "overwritten",
};

export type CleverPage = {
  id: string;
  match: PortalPage["match"];
  roster: RosterReading;
  edits: EditControl[];
  save?: string;
};

export const cleverPortal = (
  portal: { id: string; title: string; certainty: Statement[] },
  pages: CleverPage[],
  lastSync: string,
): PortalProfile => ({
  ...portal,
  pages,
  mergePolicy: cleverMergePolicy,
  sync: { source: "clever" },
  lastSync,
  system: portal.id,
});
