import type { PortalMessageOf } from "./contracts.ts";
import type { DeskServices } from "./desk-services.ts";
import { checkOwner } from "./desk-store.ts";
import type { PageSpeaker } from "./handle-hello.ts";

/** A held file was let through or put back. Put back, it is not the one that the next file is compared with. */
export const handleReleased = async (
  page: PageSpeaker,
  { jobId, decision }: PortalMessageOf<"portal/released">,
  services: DeskServices,
): Promise<void> => {
  if (decision !== "choose-another") return;
  const store = await services.store();
  await store.putBackFile(checkOwner(page.tabId, jobId), services.now());
};
