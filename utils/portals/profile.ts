import * as z from "zod/mini";
import { changeKinds } from "../policy/change-kinds.ts";
import { mergePolicies } from "../policy/merge-policy.ts";
import { isSafeSelector } from "./safe-selector.ts";

/**
 * A portal as data: where its pages are, how a roster is read from them, which controls edit and which upload, and what
 * the sync behind it does to an edit. It may come from an LEA's file, so every text has a limit and every selector is
 * held to utils/portals/safe-selector.ts.
 */

/** Text for people: one line, without what turns the direction of writing round or cannot be seen. */
const visible = /^[^\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u;
const text = z.string().check(z.maxLength(300), z.regex(visible, "a line of plain text"));
const key = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/, "a word of letters, digits, dots and hyphens"));
const glob = z.string().check(z.minLength(1), z.maxLength(300));
const selector = z
  .string()
  .check(
    z.refine(
      (given) => isSafeSelector(given),
      "a plain CSS selector of at most 300 characters, without :has",
    ),
  );
const listOf = <T extends z.core.$ZodType>(item: T, most: number) => z.array(item).check(z.maxLength(most));

/**
 * Where something is said: in an element's control or text, or in an attribute of it. `after` keeps of an address what
 * stands between these words and the next "/", "?" or "#". Without `select` it is the row or the page's root itself.
 */
export const Place = z.union([
  selector,
  z.object({
    select: z.optional(selector),
    attribute: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/, "an attribute such as data-student-id")),
    after: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  }),
]);
export type Place = z.infer<typeof Place>;

/** How a page is recognised; every condition given must hold. Globs ("/roster*"), never regular expressions. */
export const PageMatch = z.object({
  path: z.optional(glob),
  /** The document's title, without case. */
  title: z.optional(glob),
  /** Text of the page's first heading, compared without case. */
  heading: z.optional(text),
  /** Accessible name (aria-label) of a landmark on the page, compared without case. */
  landmark: z.optional(text),
  /** Selectors that must all be present. */
  has: z.optional(listOf(selector, 10)),
});

export const RosterColumn = z.object({
  /** A StudentField, "id" for the identity the files match on, "name" for a whole name, or a portal's own field. */
  field: key,
  /** Header words that name it, compared without case, punctuation and asterisks. */
  headers: listOf(text, 20).check(z.minLength(1)),
  required: z.boolean(),
});

export type RosterColumn = z.infer<typeof RosterColumn>;

export const RosterReading = z.object({
  table: selector,
  /** Rows inside the table that are students. */
  row: selector,
  header: selector,
  columns: listOf(RosterColumn, 60).check(z.minLength(1)),
  /** The student's identity where no column shows it, looked for inside the row. */
  identity: z.optional(Place),
  /** Where the class and school in question are named. */
  context: z.object({
    schoolId: z.optional(Place),
    schoolName: z.optional(Place),
    classId: Place,
    className: Place,
    teacherId: z.optional(Place),
    teacherName: z.optional(Place),
  }),
  /** Text such as "20 of 20 students": the number of rows there should be. */
  total: z.optional(selector),
  /** Fewer recognised columns than this and the guard rests. */
  expectedColumns: z.int().check(z.gte(1)),
  /**
   * Fewer rows than `atLeast`, or none where the page counts some, and the guard rests; where the page puts the `whole`
   * roster into the document, so it does at any other number than the page counts.
   */
  expectedRows: z.optional(
    z.object({ atLeast: z.optional(z.int().check(z.gte(0))), whole: z.optional(z.boolean()) }),
  ),
  /**
   * Where the page tells what its user may see, and the words of those who see everybody. Anybody else's roster is
   * never taken for the whole.
   */
  access: z.optional(z.object({ at: Place, seesAll: listOf(text, 20) })),
  /**
   * A roster that selectors cannot describe (cards, shadow roots, a header in another table) is recognised by its content
   * (utils/detect); this is what a person has confirmed of it: the field of each column by the key detection gives it.
   */
  content: z.optional(z.object({ columns: listOf(z.object({ at: text, field: key }), 60) })),
});
export type RosterReading = z.infer<typeof RosterReading>;

export const EditControl = z.object({
  /** What a use of the control means. */
  change: z.enum(changeKinds),
  control: selector,
  /** "touch": click or first focus; "change": when its value becomes `to`. */
  on: z.enum(["touch", "change"]),
  to: z.optional(text),
  /** The field it edits; looked up from the column when "column". */
  field: z.optional(key),
});
export type EditControl = z.infer<typeof EditControl>;

/** By field; "*" is the default, "add-student" the fate of a new row. */
const MergePolicies = z.record(
  z.string().check(z.regex(/^(?:\*|[A-Za-z][A-Za-z0-9.-]{0,39})$/, "a field's name or *")),
  z.enum(mergePolicies),
);

export const PortalPage = z.object({
  id: key,
  match: PageMatch,
  roster: z.optional(RosterReading),
  /**
   * What a use of a control means. A use of the roster that none of these covers is told by its words and its place;
   * "any" leaves all of it to that.
   */
  edits: z.optional(z.union([z.literal("any"), listOf(EditControl, 60)])),
  /** The control that saves all edits. */
  save: z.optional(selector),
  uploads: z.optional(
    listOf(
      z.object({
        /** A file input, an area files are dropped or pasted on, or a button that opens a file dialog. */
        input: selector,
        formats: listOf(key, 20),
        mode: z.optional(selector),
        /** It takes one file of a package at a time, perhaps over several pages. */
        parts: z.optional(z.boolean()),
      }),
      20,
    ),
  ),
  /** What holds on this page only. */
  mergePolicy: z.optional(MergePolicies),
  /** Ids of the phases in which editing is what this page is for. */
  phases: z.optional(listOf(key, 10)),
});
export type PortalPage = z.infer<typeof PortalPage>;

/**
 * What feeds the portal: enrollment files on a schedule, Clever, the RACL of ATS and STARS (New York City), a
 * verification with phases (Ohio), or nobody has said.
 */
export const syncSources = ["files", "clever", "racl", "verification", "unknown"] as const;
export type SyncSource = (typeof syncSources)[number];

export const PortalProfile = z.object({
  id: key,
  title: text,
  /** What is certain and what an LEA must confirm, in English and, where it is given, in Spanish. */
  certainty: listOf(z.object({ text, es: z.optional(text), certain: z.boolean(), source: text }), 40),
  pages: listOf(PortalPage, 40),
  mergePolicy: MergePolicies,
  /** What feeds the roster; files where it is not said. `weekdays` (0 = Sunday) where the portal's own page names them. */
  sync: z.optional(
    z.object({
      source: z.enum(syncSources),
      weekdays: z.optional(listOf(z.int().check(z.gte(0), z.lte(6)), 7).check(z.minLength(1))),
    }),
  ),
  /** Stages of a window, in order; their dates are the LEA's (PortalSettings.phases). */
  phases: z.optional(listOf(z.object({ id: key, title: text, es: z.optional(text) }), 10)),
  /** Where a page says when the roster was last fed; an element with a machine-readable datetime or text. */
  lastSync: z.optional(selector),
  /** The receiver whose rules judge uploads. */
  system: key,
});
export type PortalProfile = z.infer<typeof PortalProfile>;
