import * as z from "zod/mini";
import { controlPurposes } from "../portals/taught-portal.ts";

/**
 * Messages of teach mode. Only the side panel asks (the background sees to that); the page's answers and what a person
 * points at there come from a page that may be hostile, so the panel parses them too.
 */

const text = z.string().check(z.maxLength(500));
const selector = z.string().check(z.maxLength(300));
const at = z.int().check(z.gte(0), z.lte(50));

const TeachControl = z.object({
  /** What a person reads of it. */
  name: text,
  selector,
  /** How many there are: one, or one in each row. */
  count: z.int(),
  /** What its words say that it does. */
  purpose: z.optional(z.enum(controlPurposes)),
});
export type TeachControl = z.infer<typeof TeachControl>;

const TeachRoster = z.object({
  title: text,
  seen: z.int(),
  of: z.optional(z.int()),
  hasId: z.boolean(),
  columns: z
    .array(
      z.object({
        key: z.string().check(z.maxLength(300)),
        header: text,
        field: z.optional(z.string().check(z.maxLength(40))),
        /** Values on the page, to tell the column by; never kept. */
        samples: z.array(text).check(z.maxLength(3)),
      }),
    )
    .check(z.maxLength(60)),
  controls: z.array(TeachControl).check(z.maxLength(60)),
});
export type TeachRoster = z.infer<typeof TeachRoster>;

/** The rosters one frame shows, surest first. */
export const TeachFound = z.object({
  origin: text,
  /** What the page calls itself. */
  title: text,
  rosters: z.array(TeachRoster).check(z.maxLength(20)),
});
export type TeachFound = z.infer<typeof TeachFound>;

/** Every frame that shows a roster. */
export const TeachFrames = z.array(z.object({ frameId: z.int(), found: TeachFound })).check(z.maxLength(50));

export const TeachCommand = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("find"),
    language: z.enum(["en", "es"]),
    words: z.record(z.string().check(z.maxLength(40)), text),
  }),
  /** Frames a roster, or one column of it. */
  z.object({ do: z.literal("show"), roster: at, column: z.optional(z.string().check(z.maxLength(300))) }),
  z.object({ do: z.literal("show-control"), roster: at, selector }),
  /** The person chooses among the rosters in the page; answered by `teach/chosen`. */
  z.object({ do: z.literal("choose") }),
  /** The person points at a control in the page; answered by `teach/pointed`. */
  z.object({ do: z.literal("point"), roster: at, purpose: z.enum(controlPurposes) }),
  /** The roster as a page of a profile. */
  z.object({ do: z.literal("propose"), roster: at }),
  /** Another frame's roster was chosen: nothing is framed here any more. */
  z.object({ do: z.literal("clear") }),
  /** The panel is still open. */
  z.object({ do: z.literal("stay") }),
  z.object({ do: z.literal("end") }),
]);
export type TeachCommand = z.infer<typeof TeachCommand>;

/** Side panel to background. "find" goes to all frames, the others to one. */
export const TeachRequest = z.object({
  type: z.literal("teach/do"),
  tabId: z.int(),
  frameId: z.optional(z.int()),
  command: TeachCommand,
});
export type TeachRequest = z.infer<typeof TeachRequest>;

/** Background to the page's frame. */
export type TeachOrder = { type: "teach/order"; command: TeachCommand };

/** The page's frame to the side panel: what a person did there. */
export const TeachEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("teach/chosen"), roster: at }),
  z.object({ type: z.literal("teach/pointed"), purpose: z.enum(controlPurposes), control: TeachControl }),
  /** Escape, or the page went. */
  z.object({ type: z.literal("teach/stopped") }),
]);
export type TeachEvent = z.infer<typeof TeachEvent>;
