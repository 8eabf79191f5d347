import type { PortalProfile } from "./profile.ts";

/** Stands for a portal without a profile, whose rosters are recognised by their content. It is not in the catalogue. */
export const unknownProfile: PortalProfile = {
  id: "unknown",
  title: "Unknown portal",
  certainty: [],
  pages: [],
  mergePolicy: { "*": "unknown", "add-student": "unknown" },
  sync: { source: "unknown" },
  system: "unknown",
};
