import * as z from "zod/mini";

/** Client to validator host, parsed: the port may come from a page's compromised renderer. */

const id = z.string().check(z.minLength(1), z.maxLength(255));

export const ValidatorRequestJson = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("check"),
    jobId: id,
    files: z.array(z.instanceof(File)).check(z.minLength(1), z.maxLength(500)),
    /** One for each file: "export/users.csv" when a folder was chosen. */
    paths: z.array(z.string().check(z.maxLength(1000))),
    mode: z.optional(z.enum(["partial", "complete"])),
    parts: z.optional(z.boolean()),
    system: z.optional(id),
    tabId: z.optional(z.int()),
  }),
  z.object({ type: z.literal("cancel"), jobId: id }),
  z.object({ type: z.literal("forget"), jobId: id }),
  z.object({ type: z.literal("warm") }),
  z.object({ type: z.literal("greet") }),
]);

/** Host to background: what does this job need? Only an extension page without a tab may ask (the offscreen document). */
export const BriefRequest = z.object({
  type: z.literal("host/brief"),
  jobId: id,
  /** Who wants the check: a content script's tab and origin, or one of our own pages. */
  from: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("page"), tabId: z.int(), origin: z.string().check(z.maxLength(300)) }),
    z.object({ kind: z.literal("extension"), system: z.optional(id) }),
  ]),
});
export type BriefRequest = z.infer<typeof BriefRequest>;
