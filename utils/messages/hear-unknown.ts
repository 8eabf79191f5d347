import { unknownProfile } from "../portals/unknown-portal.ts";
import type { DeskServices, TabNote } from "./desk-services.ts";
import type { Heard, PageSpeaker } from "./handle-hello.ts";

/**
 * A page of a site that a person has granted and no policy names: what it was seen to show is kept, and nothing is known
 * of what a sync does there, so no edit is ever called overwritten.
 */
export const hearUnknown = async (page: PageSpeaker, services: DeskServices): Promise<Heard> => {
  const policy = await services.policy();
  const kept = await services.readTab(page.tabId);
  const note: TabNote =
    kept?.origin === page.origin
      ? kept
      : { origin: page.origin, profile: unknownProfile.id, sectionIds: [], places: {} };
  const settings = {
    profile: unknownProfile.id,
    origins: [page.origin],
    // Asked of overwritten fields only, of which an unknown portal has none.
    sync: { weekdays: [0], at: "00:00", onHolidays: false },
  };
  return { page, note, context: { profile: unknownProfile, settings, policy, now: services.now() } };
};
