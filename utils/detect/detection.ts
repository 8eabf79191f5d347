import { detectRosters } from "./detect-rosters.ts";
import { extensionShadow } from "./extension-shadow.ts";
import { mergeSnapshots } from "./merge-snapshots.ts";
import { proposeProfile } from "./propose-profile.ts";
import { watchUnknown } from "./watch-unknown.ts";

/** What the part of the guest that recognises rosters offers to the content script. */
export const detection = { detectRosters, proposeProfile, mergeSnapshots, watchUnknown, extensionShadow };
export type Detection = typeof detection;
