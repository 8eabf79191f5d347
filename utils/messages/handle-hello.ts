import type { GuardContext } from "../guard/judge-edit.ts";
import { pageWords } from "../guard/page-words.ts";
import { quietNow } from "../guard/quiet.ts";
import { sayNotice, sourceOf } from "../guard/say-notice.ts";
import { guardSayIn } from "../guard/words.ts";
import { matchesPath } from "../portals/match-page.ts";
import type { PortalProfile } from "../portals/profile.ts";
import type { PortalBriefing } from "./answers.ts";
import type { DeskServices, PageFrame, TabNote } from "./desk-services.ts";
import { findPortal } from "./find-portal.ts";

/** A page that is heard: its tab, its origin, and what the LEA says of the portal there. */
export type PageSpeaker = PageFrame & { origin: string };
export type Heard = { page: PageSpeaker; context: GuardContext; note: TabNote };

/** What the guard knows for this page; null when the policy names no portal of its origin. */
export const hear = async (page: PageSpeaker, services: DeskServices): Promise<Heard | null> => {
  const policy = await services.policy();
  const portal = findPortal(policy, page.origin);
  if (!portal) return null;
  const kept = await services.readTab(page.tabId);
  const note: TabNote =
    kept?.origin === page.origin
      ? kept
      : { origin: page.origin, profile: portal.profile.id, sectionIds: [], places: {} };
  const context: GuardContext = {
    ...portal,
    policy,
    now: services.now(),
    ...(note.lastSync === undefined ? {} : { lastSync: note.lastSync }),
    ...(note.page === undefined ? {} : { page: note.page }),
  };
  return { page, context, note };
};

/** How "the first save of this class was held" begins, followed by the class's id. */
export const heldReason = (origin: string): string => `held ${origin} `;

/** Whether files are chosen on the page of this address, as far as the address tells. */
const mayUpload = ({ pages }: PortalProfile, url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { pathname, hash } = new URL(url);
  const path = hash.startsWith("#/") ? hash.slice(1) : pathname;
  return pages.some(
    ({ uploads, match }) =>
      uploads !== undefined && match.path !== undefined && matchesPath(match.path, path),
  );
};

/** A page of a portal has loaded: what to watch and what to say. */
export const handleHello = async (
  heard: Heard,
  services: DeskServices,
  url: string,
): Promise<PortalBriefing> => {
  const { page, note, context } = heard;
  const { profile, policy } = context;
  // A new page shows nothing yet; what the tab showed before is another page's. A frame in it is no new page.
  const { resting: _, page: __, unseenFile: ___, ...fresh } = note;
  if (page.frameId === 0) await services.writeTab(page.tabId, { ...fresh, sectionIds: [] });
  // Its surfaces are on their way while the page reads what they are to say; it asks again where they do not come.
  services.addPart(page, "surfaces").catch(() => undefined);
  if (mayUpload(profile, url)) services.warmHost();
  const reason = heldReason(page.origin);
  const quiets = quietNow(await services.readQuiet(), context.now).filter(
    ({ origin }) => origin === page.origin,
  );
  const { mayOverride = true, message } = policy.guard;
  // Who wants to hear nothing is not asked at a save either; what the LEA blocks stays blocked.
  const isAsked = policy.guard.level !== "confirm" || quiets.every(({ scope }) => scope === "class");
  const told = policy.guard.level === "inform" ? [] : await services.told();
  const carried = await services.takeCarried(page);
  return {
    profile: profile.id,
    system: profile.system,
    pages: profile.pages,
    ...(profile.lastSync === undefined ? {} : { lastSync: profile.lastSync }),
    level: isAsked ? policy.guard.level : "inform",
    held: told.filter((one) => one.startsWith(reason)).map((one) => one.slice(reason.length)),
    ...(policy.guard.level === "block" && {
      mayOverride,
      ...(message !== undefined && { blockMessage: message }),
    }),
    ...(quiets.some(({ scope }) => scope === "site") && { isQuiet: true }),
    holdSeconds: policy.check.holdSeconds,
    ...(carried && { carried }),
    words: {
      ...pageWords(policy.language),
      expand: guardSayIn(policy.language)(`expand.${sourceOf(profile)}`),
    },
    notice: sayNotice(context, policy.language),
  };
};
