import * as z from "zod/mini";
import { quietScopes } from "../guard/quiet.ts";
import { changeKinds } from "../policy/change-kinds.ts";
import { CardShow, cardPresses } from "./card-contracts.ts";

/**
 * Every message between contexts, named by direction. The receiver checks the sender, then parses, then acts.
 * A page's renderer may be compromised: nothing a content script sends is trusted beyond what its tab shows.
 */

const text = z.string().check(z.maxLength(500));
const id = z.string().check(z.maxLength(255));

const StudentJson = z.object({
  id,
  fields: z.record(z.string().check(z.maxLength(40)), text),
  sectionIds: z.array(id).check(z.maxLength(200)),
  schoolId: z.optional(id),
  line: z.optional(z.int()),
  /** How sure a reading without a profile is of this row, 0 to 1. */
  confidence: z.optional(z.number()),
});

const StudentsJson = z.array(StudentJson).check(z.maxLength(20000));

/** Records as text, which costs the page's thread a tenth of cloning them (utils/page/write-students.ts). */
const StudentsText = z.pipe(
  z.string().check(z.maxLength(64_000_000)),
  z.transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.issues.push({ code: "custom", input: json, message: "not JSON" });
      return z.NEVER;
    }
  }),
);

/** What the content script read from a roster page. */
export const PageRoster = z.object({
  schools: z.array(z.object({ id, name: text })).check(z.maxLength(10)),
  sections: z
    .array(
      z.object({
        id,
        title: text,
        schoolId: z.optional(id),
        teacherIds: z.array(id),
        teacherName: z.optional(text),
        homeroom: z.boolean(),
      }),
    )
    .check(z.maxLength(500)),
  students: z.union([StudentsJson, z.pipe(StudentsText, StudentsJson)]),
  seen: z.int(),
  of: z.optional(z.int()),
  /** False where the page shows a part only, though it may not say of how many. */
  whole: z.optional(z.boolean()),
  /** ISO instant the page gives for the last feed. */
  lastSync: z.optional(z.string().check(z.maxLength(40))),
  /** What the page says its user may see, where the profile looks for that. */
  access: z.optional(id),
});
export type PageRoster = z.infer<typeof PageRoster>;

const Edit = z.object({
  change: z.enum(changeKinds),
  field: z.optional(z.string().check(z.maxLength(40))),
  studentId: id,
  sectionId: id,
  schoolId: id,
  before: z.optional(text),
  after: z.optional(text),
  /** For a new row: the name typed, so that its arrival can be recognised. */
  name: z.optional(text),
});
export type Edit = z.infer<typeof Edit>;

/**
 * What a person was about to do on a page and nobody knows yet whether it was done: carried over to the page that takes
 * its place. `before`: the rosters as they were, with all that is known of the students it is about, and of the others
 * who they are.
 */
const Carried = z.object({
  edits: z
    .array(
      z.object({
        edit: Edit,
        /** Someone was to come or to go. */
        isMove: z.boolean(),
        /** Saved, of a field that nothing names. */
        isSaved: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(200)),
  before: z.array(PageRoster).check(z.maxLength(20)),
});
export type Carried = z.infer<typeof Carried>;
export type SentCarried = z.input<typeof Carried>;

/** Scripts of their own that a page's guest sends for when it needs them. */
export const partNames = ["surfaces", "detect", "frames"] as const;
export type PartName = (typeof partNames)[number];

/** Content script to background. The answers are in `PortalAnswers`. */
export const PortalMessage = z.discriminatedUnion("type", [
  /** A page has loaded in a granted portal: which profile, what to say? */
  z.object({ type: z.literal("portal/hello"), url: z.string().check(z.maxLength(2000)) }),
  /** A part of the guest is needed in this frame. */
  z.object({ type: z.literal("portal/part"), part: z.enum(partNames) }),
  /** The roster on the page was read (again). */
  z.object({ type: z.literal("portal/roster"), page: id, roster: PageRoster }),
  /** A profile found less than it expects. */
  z.object({ type: z.literal("portal/resting"), page: id, because: text }),
  /** A person is about to edit: what will become of it? */
  z.object({
    type: z.literal("portal/intent"),
    edit: Edit,
    /** It is about to be saved: the LEA's block holds even where the person wants to hear nothing. */
    isSave: z.optional(z.boolean()),
  }),
  /** Nothing more of this for a while, of this class, or of this site. */
  z.object({ type: z.literal("portal/quiet"), scope: z.enum(quietScopes), sectionId: id }),
  /** Edits were saved in the portal. */
  z.object({ type: z.literal("portal/saved"), edits: z.array(Edit).check(z.maxLength(500)) }),
  /** The page may be about to be left: what is under way on it, or nothing any more. */
  z.object({ type: z.literal("portal/carried"), carried: Carried }),
  /** The first save of a class in this session was held, with a way on; the next are not. */
  z.object({ type: z.literal("portal/held"), sectionId: id }),
  /** A frame too small for the gate's card has something to show in the tab's own document. */
  z.object({ type: z.literal("portal/card"), card: id, show: CardShow }),
  /** A button of such a card was pressed there; `to` is the frame's number. */
  z.object({
    type: z.literal("portal/card-pressed"),
    card: id,
    to: z.int().check(z.gte(1)),
    press: z.enum(cardPresses),
  }),
  /** A roster's file was chosen where no card can be shown, not even by the tab's own document: it went on unchecked. */
  z.object({ type: z.literal("portal/unseen-file") }),
  /** The person chose to report instead: `edit` is kept in the ledger as a report. */
  z.object({ type: z.literal("portal/reported"), edit: Edit, channel: z.string().check(z.maxLength(20)) }),
  /** Opens the side panel on a tab's view; needs the click that caused it. */
  z.object({ type: z.literal("portal/open-panel"), view: z.enum(["today", "check", "edits"]) }),
  /** Makes sure that the validator's host runs before a port is opened to it. */
  z.object({ type: z.literal("portal/need-validator") }),
  /** A held file was let through or put back. */
  z.object({
    type: z.literal("portal/released"),
    jobId: id,
    decision: z.enum(["upload", "choose-another", "timeout"]),
  }),
]);
export type PortalMessage = z.infer<typeof PortalMessage>;
/** As it is sent: a large roster's students may be text. */
export type SentMessage = z.input<typeof PortalMessage>;
export type SentMessageOf<T extends SentMessage["type"]> = Extract<SentMessage, { type: T }>;
export type PortalMessageOf<T extends PortalMessage["type"]> = Extract<PortalMessage, { type: T }>;
