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
  ...quietNow(quiets, added.at).filter((quiet) => !isSame(quiet, added)),
  added,
];

/** Wishes that were taken back, and not those whose time was over by itself. */
export const takenBack = (before: readonly Quiet[], after: readonly Quiet[], now: string): Quiet[] =>
  quietNow(before, now).filter((quiet) => !after.some((other) => isSame(quiet, other)));

const isSame = (one: Quiet, other: Quiet): boolean =>
  one.origin === other.origin && one.scope === other.scope && one.sectionId === other.sectionId;

/** How a reason begins for which somebody was told something, or a save of theirs was held, once in a session. */
export const reasonsOf = ({ origin, scope, sectionId }: Quiet): { told: string; held: string } => {
  const place = scope === "class" ? `${origin} ${sectionId ?? ""}` : origin;
  return { told: `${place} `, held: `held ${place}${scope === "class" ? "" : " "}` };
};

/** What is left of the reasons once these wishes are taken back: the person is to be told of them again. */
export const keepReasons = (reasons: readonly string[], gone: readonly Quiet[]): string[] =>
  reasons.filter(
    (reason) =>
      !gone.some((quiet) => {
        const { told, held } = reasonsOf(quiet);
        return (
          reason.startsWith(told) || (quiet.scope === "class" ? reason === held : reason.startsWith(held))
        );
      }),
  );
