import * as z from "zod/mini";
import type { Roster } from "../utils/roster/roster.ts";

const fields = z.record(z.string(), z.string());
const ids = z.array(z.string());

/** The shape of an exported roster; what the check does not read may be there too. */
const RosterJson = z.object({
  source: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("file"), name: z.string(), checkedAt: z.string() }),
    z.object({ kind: z.literal("page"), portal: z.string(), seenAt: z.string() }),
  ]),
  coverage: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("complete") }),
    z.object({
      kind: z.literal("partial"),
      sectionIds: ids,
      seen: z.optional(z.int()),
      of: z.optional(z.int()),
    }),
  ]),
  schools: z.array(z.object({ id: z.string(), name: z.string() })),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      schoolId: z.optional(z.string()),
      teacherIds: ids,
      homeroom: z.boolean(),
      line: z.optional(z.int()),
    }),
  ),
  teachers: z.array(
    z.object({
      id: z.string(),
      firstName: z.optional(z.string()),
      lastName: z.optional(z.string()),
      email: z.optional(z.string()),
      schoolId: z.optional(z.string()),
    }),
  ),
  students: z.array(
    z.object({
      id: z.string(),
      fields,
      sectionIds: ids,
      schoolId: z.optional(z.string()),
      line: z.optional(z.int()),
    }),
  ),
});

export type PageResult = { ok: true; roster: Roster } | { ok: false; problem: string };

/** A roster read from a page, from its exported JSON; a wrong shape is one sentence that names the place. */
export const parsePage = (text: string, path: string): PageResult => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { ok: false, problem: `${path} is not valid JSON: export the roster again.` };
  }
  const parsed = RosterJson.safeParse(value);
  // Absent and undefined are one in JSON, so the optional keys are exact.
  if (parsed.success) return { ok: true, roster: parsed.data as Roster };
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? "its top" : issue.path.map(String).join(".");
  const problem = `${path} is not a roster read from a page (at ${place}): export it from Rosterguard again.`;
  return { ok: false, problem };
};
