import type { ChangeKind } from "../policy/change-kinds.ts";
import type { MergePolicy } from "../policy/merge-policy.ts";
import type { PortalSettings, SyncCalendar } from "../policy/policy.ts";
import type { EditControl, PortalPage, PortalProfile, RosterReading } from "./profile.ts";

/** What a control that a person pointed at is for. */
export const controlPurposes = ["add", "remove", "move", "change", "save", "upload"] as const;
export type ControlPurpose = (typeof controlPurposes)[number];

/** The meanings a person may give a column; "none" is a column of no use to us. */
export const columnMeanings = [
  "name",
  "firstName",
  "lastName",
  "middleName",
  "id",
  "birthDate",
  "gradeLevel",
  "gender",
  "ethnicity",
  "stateId",
  "status",
  "section",
  "teacher",
  "none",
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** What becomes of an edit, as far as the person who teaches knows. */
export type TaughtFate = Extract<MergePolicy, "overwritten" | "kept" | "unknown">;

export type TaughtAnswers = {
  /** What people call the portal. */
  title: string;
  /** "https://portal.example.org" */
  origin: string;
  /** By the key that detection gives a column. */
  columns: readonly { key: string; header: string; field: string }[];
  controls: readonly { purpose: ControlPurpose; selector: string }[];
  /** What the next sync does to a changed value, and to a student who was added by hand. */
  details: TaughtFate;
  added: TaughtFate;
  /** When the sync runs; absent where nobody knows, and then no edit is called overwritten. */
  sync?: SyncCalendar;
};

export type TaughtPortal = { profile: PortalProfile; settings: PortalSettings };

/** Asked of overwritten fields only, of which a portal without a known schedule has none. */
const noSync: SyncCalendar = { weekdays: [0], at: "00:00", onHolidays: false };

/** A profile takes no more (PortalProfile). */
const mostPages = 40;

/** Every taught profile's id begins so: none can replace one that is shipped. */
export const taughtPrefix = "taught-";

/** A page as detection proposes it, with what a person has said of it, as a portal of one page. */
export const makeTaughtPortal = (page: PortalPage, answers: TaughtAnswers): TaughtPortal => {
  const id = taughtId(answers.origin);
  const knows = (fate: TaughtFate): MergePolicy =>
    fate === "overwritten" && answers.sync === undefined ? "unknown" : fate;
  const uploads = selectorsFor(answers, "upload");
  const [save] = selectorsFor(answers, "save");
  const edits = editsOf(answers);
  const { uploads: _, edits: __, save: ___, ...rest } = page;
  const mergePolicy = {
    "*": knows(answers.details),
    "add-student": knows(answers.added),
    status: knows(answers.added),
  };
  return {
    profile: {
      id,
      title: answers.title,
      certainty: certaintyOf(answers),
      pages: [
        {
          ...rest,
          ...(page.roster && { roster: confirmRoster(page.roster, answers.columns) }),
          // Another page of this portal may be told otherwise.
          mergePolicy,
          edits: edits.length > 0 ? edits : "any",
          ...(save !== undefined && { save }),
          ...(uploads.length > 0 && { uploads: uploads.map((input) => ({ input, formats: [] })) }),
        },
      ],
      mergePolicy,
      sync: { source: answers.sync === undefined ? "unknown" : "files" },
      system: "unknown",
    },
    settings: { profile: id, origins: [answers.origin], sync: answers.sync ?? noSync },
  };
};

/** "https://sis.example.org:8443" is "taught-sis.example.org-8443", within the 40 characters of a key. */
const taughtId = (origin: string): string =>
  `${taughtPrefix}${origin
    .replace(/^https?:\/\//, "")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .slice(-(40 - taughtPrefix.length))}`.replace(/-$/, "");

const selectorsFor = ({ controls }: Pick<TaughtAnswers, "controls">, wanted: ControlPurpose): string[] =>
  controls.filter(({ purpose }) => purpose === wanted).map(({ selector }) => selector);

const changes: Partial<Record<ControlPurpose, ChangeKind>> = {
  add: "enroll-new-student",
  remove: "withdraw",
  move: "move-between-classes",
  change: "correct-details",
};

const editsOf = ({ controls }: Pick<TaughtAnswers, "controls">): EditControl[] =>
  controls.flatMap(({ purpose, selector }) => {
    const change = changes[purpose];
    return change === undefined ? [] : [{ change, control: selector, on: "touch" as const }];
  });

const mustHave = ["id", "name", "lastName"];

const confirmRoster = (reading: RosterReading, columns: TaughtAnswers["columns"]): RosterReading => {
  const known = columns.filter(({ field }) => field !== "none");
  const expected = Math.max(1, known.length - (known.length > 3 ? 1 : 0));
  return {
    ...reading,
    columns: known.map(({ field, header }) => ({
      field,
      headers: [header === "" ? field : header],
      required: mustHave.includes(field),
    })),
    expectedColumns: expected,
    content: { columns: columns.map(({ key, field }) => ({ at: key, field })) },
  };
};

const source = "the person who taught this page";

const certaintyOf = ({ sync }: TaughtAnswers): PortalProfile["certainty"] => [
  {
    text: "What the columns mean and which controls edit was shown to Rosterguard on the page itself.",
    es: "Qué significan las columnas y qué controles editan se le mostró a Rosterguard en la página misma.",
    certain: true,
    source,
  },
  {
    text:
      sync === undefined
        ? "What a sync does to an edit here, and when it runs, is not known."
        : "What the next sync does to an edit here, and when it runs, was said by the person who taught this page.",
    es:
      sync === undefined
        ? "No se sabe qué hace una sincronización con una edición aquí ni cuándo ocurre."
        : "Qué hace la próxima sincronización con una edición aquí, y cuándo ocurre, lo dijo la persona que enseñó esta página.",
    certain: false,
    source,
  },
];

/** The pages of a portal that was taught before stay, but for the one that is taught anew. */
export const joinTaught = (before: PortalProfile | undefined, taught: TaughtPortal): TaughtPortal => {
  const [page] = taught.profile.pages;
  if (!before || !page) return taught;
  const key = ({ match }: PortalPage) => JSON.stringify([match.path, match.heading, match.landmark]);
  const others = before.pages.filter((one) => key(one) !== key(page)).slice(0, mostPages - 1);
  const pages = [...others, page].map((one, at) => ({ ...one, id: `taught-roster-${at + 1}` }));
  return { ...taught, profile: { ...taught.profile, pages } };
};
