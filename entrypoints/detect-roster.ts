import { defineUnlistedScript } from "#imports";
import { detectRosters } from "../utils/detect/detect-rosters.ts";

export default defineUnlistedScript(() => {
  (globalThis as Record<symbol, unknown>)[Symbol.for("rosterguard.detect")] = { detectRosters };
});
