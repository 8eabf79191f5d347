import { defineUnlistedScript } from "#imports";
import { detection } from "../utils/detect/detection.ts";
import { partKey } from "../utils/page/parts.ts";

/** Put by the background into the isolated world of a frame whose guest asks for it. */
export default defineUnlistedScript(() => {
  (globalThis as Record<symbol, unknown>)[partKey("detect")] = detection;
});
