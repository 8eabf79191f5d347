import { defineUnlistedScript } from "#imports";
import { frameCards } from "../utils/page/frame-cards.ts";
import { partKey } from "../utils/page/parts.ts";

/** Put by the background into a frame too small for the gate's card, and into the tab's own document, which shows it. */
export default defineUnlistedScript(() => {
  (globalThis as Record<symbol, unknown>)[partKey("frames")] = frameCards;
});
