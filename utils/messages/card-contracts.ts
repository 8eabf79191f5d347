import * as z from "zod/mini";

/**
 * A frame too small for the gate's card has it shown by the tab's own document: what it shows, and what is pressed there,
 * go through the background, never through the page.
 */

const text = z.string().check(z.maxLength(500));
const count = z.number().check(z.gte(0));

export const CardShow = z.discriminatedUnion("kind", [
  /** Does somebody of ours stand there, with room for a card? */
  z.object({ kind: z.literal("ask") }),
  z.object({
    kind: z.literal("open"),
    /** Where the frame is: its place among the frames of each document from the tab's own down; -1 where that does not tell. */
    path: z.array(z.int()).check(z.maxLength(50)),
    /** The first file's name, and how many more there are. */
    file: text,
    others: count,
    /** The portal has the files already. */
    isPassed: z.boolean(),
  }),
  /** The frame is there still: does the card stand? */
  z.object({ kind: z.literal("beat") }),
  z.object({ kind: z.literal("focus") }),
  z.object({
    kind: z.literal("progress"),
    progress: z.object({
      bytesDone: count,
      bytesTotal: count,
      rows: count,
      file: text,
      faults: count,
      warnings: count,
    }),
  }),
  z.object({ kind: z.literal("stopped") }),
  z.object({
    kind: z.literal("verdict"),
    verdict: z.object({
      verdict: z.enum(["accept", "reject", "could-not-check"]),
      rows: count,
      faults: count,
      warnings: count,
      notes: count,
      headline: text,
      lines: z.array(text).check(z.maxLength(20)),
    }),
  }),
  z.object({
    kind: z.literal("note"),
    text,
    tone: z.enum(["lead", "warm", "good"]),
    see: z.optional(z.enum(["checkFirst"])),
  }),
  z.object({ kind: z.literal("remind"), text }),
  z.object({ kind: z.literal("close") }),
]);
export type CardShow = z.infer<typeof CardShow>;

export const cardPresses = ["cancel", "upload", "choose-another"] as const;
export type CardPress = (typeof cardPresses)[number];

/** Background to content script; answered with true where the card stands. */
export type CardNews =
  /** To the tab's own document, of a frame of it. */
  | { type: "portal/card"; card: string; frame: number; origin: string; show: CardShow }
  /** To that frame. */
  | { type: "portal/card-pressed"; card: string; press: CardPress };
