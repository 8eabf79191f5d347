import * as z from "zod/mini";
import { changeKinds } from "../policy/change-kinds.ts";
import { mergePolicies } from "../policy/merge-policy.ts";

/** A portal as data: where its pages are, how a roster is read from them, which controls edit and which upload. */

const selector = z.string();

/** How a page is recognised; every condition given must hold. Paths are globs ("/roster*"), never regular expressions. */
export const PageMatch = z.object({
  path: z.optional(z.string()),
  /** Text of the page's first heading, compared without case. */
  heading: z.optional(z.string()),
  /** Selectors that must all be present. */
  has: z.optional(z.array(selector)),
});

export const RosterColumn = z.object({
  /** A StudentField, or "id" for the Internal ID. */
  field: z.string(),
  /** Header words that name it, compared without case, punctuation and asterisks. */
  headers: z.array(z.string()),
  required: z.boolean(),
});

export const RosterReading = z.object({
  table: selector,
  /** Rows inside the table that are students. */
  row: selector,
  header: selector,
  columns: z.array(RosterColumn),
  /** Where the class and school in question are named. */
  context: z.object({
    schoolId: z.optional(selector),
    schoolName: z.optional(selector),
    classId: selector,
    className: selector,
    teacherId: z.optional(selector),
    teacherName: z.optional(selector),
  }),
  /** Text such as "20 of 20 students": the number of rows there should be. */
  total: z.optional(selector),
  /** Fewer recognised columns than this and the guard rests. */
  expectedColumns: z.int(),
});
export type RosterReading = z.infer<typeof RosterReading>;

export const EditControl = z.object({
  /** What a use of the control means. */
  change: z.enum(changeKinds),
  control: selector,
  /** "touch": click or first focus; "change": when its value becomes `to`. */
  on: z.enum(["touch", "change"]),
  to: z.optional(z.string()),
  /** The field it edits; looked up from the column when "column". */
  field: z.optional(z.string()),
});
export type EditControl = z.infer<typeof EditControl>;

export const PortalPage = z.object({
  id: z.string(),
  match: PageMatch,
  roster: z.optional(RosterReading),
  edits: z.optional(z.array(EditControl)),
  /** The control that saves all edits. */
  save: z.optional(selector),
  uploads: z.optional(
    z.array(z.object({ input: selector, formats: z.array(z.string()), mode: z.optional(selector) })),
  ),
});
export type PortalPage = z.infer<typeof PortalPage>;

export const PortalProfile = z.object({
  id: z.string(),
  title: z.string(),
  /** What is certain and what an LEA must confirm. */
  certainty: z.array(z.object({ text: z.string(), certain: z.boolean(), source: z.string() })),
  pages: z.array(PortalPage),
  /** By field; "*" is the default, "add-student" the fate of a new row. */
  mergePolicy: z.record(z.string(), z.enum(mergePolicies)),
  /** Where a page says when the roster was last fed; an element with a machine-readable datetime or text. */
  lastSync: z.optional(selector),
  /** The receiver whose rules judge uploads. */
  system: z.string(),
});
export type PortalProfile = z.infer<typeof PortalProfile>;
