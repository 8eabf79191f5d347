import { browser, defineUnlistedScript } from "#imports";
import { listenToPanel } from "../utils/teach/listen.ts";

/** Put into the frames of a granted tab by the background when the side panel begins to teach. */
export default defineUnlistedScript(() => listenToPanel(window, browser.runtime));
