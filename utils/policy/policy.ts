import * as z from "zod/mini";
import { changeKinds } from "./change-kinds.ts";
import { mergePolicies } from "./merge-policy.ts";

/** What an LEA configures once, for everyone: from managed storage, from a file, or from the options page. */

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "a date like 2026-11-26"));
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time like 02:00"));
const origin = z.string().check(z.regex(/^https?:\/\/[^/\s]+$/, "an origin like https://portal.example.org"));
const url = z
  .string()
  .check(z.regex(/^https?:\/\/[^\s]+$/, "a web address like https://help.example.org/roster"));
const weekday = z.int().check(z.gte(0), z.lte(6));

export const Contact = z.object({
  /** "Campus registrar", "Roster data team". */
  role: z.string(),
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  hours: z.optional(z.string()),
  /** School ids this contact serves; all when absent. */
  schools: z.optional(z.array(z.string())),
});
export type Contact = z.infer<typeof Contact>;

export const Channel = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mail"), subject: z.optional(z.string()) }),
  z.object({ kind: z.literal("phone") }),
  z.object({ kind: z.literal("form"), url }),
  z.object({
    kind: z.literal("ticket"),
    url,
    mark: z.optional(z.string()),
  }),
]);
export type Channel = z.infer<typeof Channel>;

/** The LEA's procedure for one kind of change. */
export const Procedure = z.object({
  contact: Contact,
  /** Campus contacts; the first that serves the school in question goes before `contact`. */
  contacts: z.optional(z.array(Contact)),
  channels: z.array(Channel).check(z.minLength(1)),
  /** What to include, in the LEA's words, e.g. "the student's legal name". */
  include: z.array(z.string()),
  /** School days from the report until the change should show; 3 means "within 3 school days". */
  expectedSchoolDays: z.int().check(z.gte(0), z.lte(60)),
  note: z.optional(z.string()),
});
export type Procedure = z.infer<typeof Procedure>;

export const SchoolCalendar = z.object({
  firstDay: isoDate,
  lastDay: isoDate,
  /** Days of the week with school, 0 = Sunday. */
  weekdays: z.array(weekday),
  holidays: z.array(z.object({ name: z.string(), from: isoDate, to: isoDate })),
});
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;

/** When the files are sent and processed: on these weekdays (0 = Sunday), at this local time. */
export const SyncCalendar = z.object({
  weekdays: z.array(weekday).check(z.minLength(1)),
  at: clock,
  /** Whether it also runs on school holidays. */
  onHolidays: z.boolean(),
});
export type SyncCalendar = z.infer<typeof SyncCalendar>;

export const PortalSettings = z.object({
  /** Id of a portal profile, e.g. "cli-engage". */
  profile: z.string(),
  origins: z.array(origin).check(z.minLength(1)),
  sync: SyncCalendar,
  /** Overrides of the profile's merge policy, by field. */
  mergePolicy: z.optional(z.record(z.string(), z.enum(mergePolicies))),
  /** Columns of the LEA's own workbook: their header to ours. */
  columns: z.optional(z.record(z.string(), z.string())),
  /** metadata.* columns the receiver needs, by file role. */
  metadataColumns: z.optional(z.record(z.string(), z.array(z.string()))),
  /** When each phase of the profile's window begins and ends this year; both days belong to it. */
  phases: z.optional(z.array(z.object({ id: z.string(), from: isoDate, to: isoDate }))),
});
export type PortalSettings = z.infer<typeof PortalSettings>;

/** A finding the LEA knows of and accepts until a day; without file, column or value it holds for all of the rule's. */
export const Acknowledgement = z.object({
  /** A rule's id, e.g. "dangling-reference". */
  rule: z.string().check(z.minLength(1)),
  file: z.optional(z.string()),
  column: z.optional(z.string()),
  /** Only rows with this value. */
  value: z.optional(z.string()),
  reason: z.string().check(z.minLength(1)),
  by: z.optional(z.string()),
  /** The last day on which it holds. */
  until: isoDate,
});

/** Formats whose columns an LEA may have named otherwise. */
export const mappedFormats = [
  "oneroster-1.1",
  "oneroster-1.2",
  "clever-sftp",
  "sds-1",
  "sds-2.1",
  "cli-engage",
  "cli-engage-workbook",
  "nyc-ats-stars",
  "ohio-roster-verification",
] as const;

/** The LEA's own headers to a format's; in every format or file where none is named. The more exact entry wins. */
export const ColumnNames = z.object({
  format: z.optional(z.enum(mappedFormats)),
  /** Role of the file in the format, e.g. "students". */
  file: z.optional(z.string().check(z.minLength(1))),
  headers: z.record(z.string(), z.string()),
});
export type ColumnNames = z.infer<typeof ColumnNames>;

/** What a file's size is compared of with the last file's. */
export const sizesCompared = [
  "schools",
  "students",
  "teachers",
  "sections",
  "enrollments",
  "studentsPerSchool",
  "sectionsPerSchool",
] as const;

/** A change is unusual when it reaches all three: a share, a number, and a population large enough to tell. */
export const SizeLimit = z.object({
  percent: z.optional(z.int().check(z.gte(0), z.lte(100))),
  count: z.optional(z.int().check(z.gte(1))),
  population: z.optional(z.int().check(z.gte(1))),
});

export const Policy = z.object({
  version: z.literal(1),
  lea: z.object({ name: z.string(), id: z.optional(z.string()) }),
  timeZone: z.string(),
  language: z.enum(["en", "es"]),
  schools: z.array(z.object({ id: z.string(), name: z.string() })),
  calendar: SchoolCalendar,
  portals: z.array(PortalSettings),
  /** Profiles of portals of the LEA's own, as objects or JSON text; read by utils/portals/parse-profile.ts. */
  profiles: z.optional(
    z.array(z.union([z.string(), z.record(z.string(), z.unknown())])).check(z.maxLength(20)),
  ),
  procedures: z.partialRecord(z.enum(changeKinds), Procedure),
  guard: z.object({
    level: z.enum(["inform", "confirm", "block"]),
    /** Whether a person may save in an emergency what is blocked; yes when absent. */
    mayOverride: z.optional(z.boolean()),
    /** What the LEA says where a save is blocked. */
    message: z.optional(z.string().check(z.maxLength(300))),
  }),
  check: z.object({
    /** Length an identifier has here, by field name; proves lost leading zeros. */
    idLengths: z.record(z.string(), z.int()),
    maxFileMegabytes: z.int(),
    /** The gate stops holding a file after this many seconds, with a note. */
    holdSeconds: z.int(),
    /** A package that comes in several steps is checked as one for so many minutes; 30 when not set. */
    stageMinutes: z.optional(z.int().check(z.gte(0), z.lte(720))),
    /** The day on which the state's spring tests began: Ohio adds no student who came later. */
    springTest: z.optional(isoDate),
    /** From which change on a size is unusual; what is not set keeps its default. */
    sizeChange: z.optional(z.partialRecord(z.enum(sizesCompared), SizeLimit)),
    /** Own headers, by format and file. */
    columns: z.optional(z.array(ColumnNames)),
  }),
  /** Findings that do not reject, each with its reason and last day. */
  acknowledged: z.optional(z.array(Acknowledgement)),
  /** "session": unreadable once the browser closes; or kept this many days. */
  retention: z.union([z.literal("session"), z.int().check(z.gte(1), z.lte(366))]),
});
export type Policy = z.infer<typeof Policy>;
