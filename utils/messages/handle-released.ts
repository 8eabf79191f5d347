import type { PortalMessageOf } from "./contracts.ts";
import type { DeskServices } from "./desk-services.ts";
import { candidateName, lastFileName } from "./desk-store.ts";
import type { PageSpeaker } from "./handle-hello.ts";

/** The worker may still be writing the roster of a large file when the person has already decided. */
const tries = 10;
const between = 500;

/**
 * A held file was let through or put back. Only a file that really went to the portal becomes the "last file" that
 * the next one is compared with.
 */
export const handleReleased = async (
  page: PageSpeaker,
  { jobId, decision }: PortalMessageOf<"portal/released">,
  services: DeskServices,
): Promise<void> => {
  const store = await services.store();
  const name = candidateName(page.tabId, jobId);
  if (decision === "choose-another") return store.forgetRoster(name);
  if (decision === "timeout") return;
  for (let i = 0; i < tries; i++) {
    if (await store.renameRoster(name, lastFileName(page.origin))) return;
    await services.pause(between);
  }
};
