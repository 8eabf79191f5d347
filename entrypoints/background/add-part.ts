import { browser } from "#imports";
import type { PartName } from "../../utils/messages/contracts.ts";
import type { PageFrame } from "../../utils/messages/desk-services.ts";

const files: Record<PartName, string> = {
  surfaces: "/portal-surfaces.js",
  detect: "/detect-roster.js",
  frames: "/frame-cards.js",
};

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/**
 * Runs a part of the guest in the isolated world of the very document that asked (of its frame, where the browser names
 * no documents), at once: a page that is still loading is guarded too. Rejects where the host is not granted.
 */
export const addPart = async ({ tabId, frameId, documentId }: PageFrame, part: PartName): Promise<void> => {
  const target =
    documentId === undefined ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  await browser.scripting.executeScript({
    target,
    files: [files[part]],
    injectImmediately: true,
  } as Injection);
};
