import { sayResting } from "../guard/say-resting.ts";
import { guardSayIn } from "../guard/words.ts";
import type { DeskServices } from "./desk-services.ts";
import type { Heard } from "./handle-hello.ts";

/** A page is not as its profile says: nothing more is said of it, and the badge and the panel tell so. */
export const handleResting = async (
  { page, context, note }: Heard,
  shown: string,
  because: string,
  services: DeskServices,
): Promise<void> => {
  await services.writeTab(page.tabId, { ...note, page: shown, sectionIds: [], resting: because });
  const { title } = sayResting(because, context.policy.language);
  await services.setBadge(page.tabId, { count: 0, title, resting: true });
};

/** A file has passed where nobody could be shown anything: badge and panel tell of it instead. */
export const handleUnseenFile = async (
  { page, context, note }: Heard,
  services: DeskServices,
): Promise<void> => {
  await services.writeTab(page.tabId, { ...note, unseenFile: true });
  const title = guardSayIn(context.policy.language)("unseen-file");
  await services.setBadge(page.tabId, { count: 0, title, resting: true });
};
