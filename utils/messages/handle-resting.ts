import { sayResting } from "../guard/say-resting.ts";
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
