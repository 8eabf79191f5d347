import { watchTyping } from "../page/watch-typing.ts";
import { detectRosters } from "./detect-rosters.ts";
import { extensionShadow } from "./extension-shadow.ts";
import { mergeSnapshots } from "./merge-snapshots.ts";
import { watchUnknown } from "./watch-unknown.ts";

/**
 * What the part of the guest that recognises rosters offers to the content script. Teach mode, a part of its own, adds
 * `proposeProfile` (propose-profile.ts).
 */
export const detection = { detectRosters, mergeSnapshots, watchUnknown, extensionShadow, watchTyping };
export type Detection = typeof detection;
