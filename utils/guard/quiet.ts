import { addDays } from "../procedures/iso-date.ts";
import { instantOf, wallTimeAt } from "../procedures/zoned-time.ts";

/** "Do not tell me this": for a while, of a class, of a site. Never the reason why a save is not blocked. */
export const quietScopes = ["hour", "today", "class", "site"] as const;
export type QuietScope = (typeof quietScopes)[number];

export type Quiet = {
  id: string;
  origin: string;
  scope: QuietScope;
  /** The class, for "class". */
  sectionId?: string;
  /** What the page calls it. */
  title?: string;
  /** ISO instants. */
  at: string;
  until?: string;
};

/** The end of the hour from now, or of this day where the LEA is; nothing for what holds until it is undone. */
export const quietUntil = (scope: QuietScope, now: string, timeZone: string): string | undefined => {
  if (scope === "hour") return new Date(Date.parse(now) + 3_600_000).toISOString();
  if (scope !== "today") return;
  const { date } = wallTimeAt(now, timeZone);
  return instantOf({ date: addDays(date, 1), time: "00:00" }, timeZone);
};

/** Those that still hold. */
export const quietNow = (quiets: readonly Quiet[], now: string): Quiet[] =>
  quiets.filter(({ until }) => until === undefined || until > now);

/** Whether nothing is to be said of this class on this site; of the whole site where no class is given. */
export const isQuiet = (
  quiets: readonly Quiet[],
  { origin, sectionId, now }: { origin: string; sectionId?: string; now: string },
): boolean =>
  quietNow(quiets, now).some(
    (quiet) => quiet.origin === origin && (quiet.scope !== "class" || quiet.sectionId === sectionId),
  );

/** The list with one more: the same wish for the same place stands once. */
export const addQuiet = (quiets: readonly Quiet[], added: Quiet): Quiet[] => [
  ...quietNow(quiets, added.at).filter(
    ({ origin, scope, sectionId }) =>
      origin !== added.origin || scope !== added.scope || sectionId !== added.sectionId,
  ),
  added,
];
