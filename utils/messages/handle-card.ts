import type { PortalMessageOf } from "./contracts.ts";
import type { DeskServices } from "./desk-services.ts";
import type { PageSpeaker } from "./handle-hello.ts";

/** A frame has something to show in the tab's own document; true when it stands there. */
export const handleCard = async (
  { tabId, frameId, origin }: PageSpeaker,
  { card, show }: PortalMessageOf<"portal/card">,
  services: DeskServices,
): Promise<boolean> =>
  frameId !== 0 &&
  (await services.tellFrame(tabId, 0, { type: "portal/card", card, frame: frameId, origin, show })) === true;

/** A button of such a card was pressed; true when its frame has heard of it. Only the tab's own document shows any. */
export const handleCardPressed = async (
  { tabId, frameId }: PageSpeaker,
  { card, to, press }: PortalMessageOf<"portal/card-pressed">,
  services: DeskServices,
): Promise<boolean> =>
  frameId === 0 &&
  to !== 0 &&
  (await services.tellFrame(tabId, to, { type: "portal/card-pressed", card, press })) === true;
