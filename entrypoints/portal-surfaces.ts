import { defineUnlistedScript } from "#imports";
import { partKey } from "../utils/page/parts.ts";
import { surfaces } from "../utils/page/surfaces.ts";

/** Put by the background into the isolated world of a portal's page it has greeted. */
export default defineUnlistedScript(() => {
  (globalThis as Record<symbol, unknown>)[partKey("surfaces")] = surfaces;
});
