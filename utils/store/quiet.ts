import * as z from "zod/mini";
import { type Quiet, quietNow, quietScopes } from "../guard/quiet.ts";
import type { KeyArea } from "./key-area.ts";

/** Where people's wishes not to be told are kept: sites, classes and times, no student. */
export const quietKey = "quiet";

const text = z.string().check(z.maxLength(500));
const Kept = z.array(
  z.object({
    id: text,
    origin: text,
    scope: z.enum(quietScopes),
    sectionId: z.optional(text),
    title: z.optional(text),
    at: text,
    until: z.optional(text),
  }),
);

/** Wishes kept; the oldest make room. */
const most = 500;

/** All that still hold at this ISO instant; none where what is kept cannot be read. */
export const readQuiet = async (area: KeyArea, now: string): Promise<Quiet[]> => {
  const parsed = Kept.safeParse((await area.get(quietKey))[quietKey]);
  return parsed.success ? quietNow(parsed.data as Quiet[], now) : [];
};

export const writeQuiet = (area: KeyArea, quiets: readonly Quiet[]): Promise<void> =>
  area.set({ [quietKey]: quiets.slice(-most) });

/** Undoes one. */
export const removeQuiet = async (area: KeyArea, id: string, now: string): Promise<void> =>
  writeQuiet(
    area,
    (await readQuiet(area, now)).filter((quiet) => quiet.id !== id),
  );
