import { cliEngage } from "./cli-engage.ts";
import { insightsClever } from "./insights-clever.ts";
import { nycPortal } from "./nyc-portal.ts";
import { ohioBfkLink } from "./ohio-bfk-link.ts";
import type { PortalProfile } from "./profile.ts";
import { selwebClever } from "./selweb-clever.ts";

/** The catalogue of portals, by id in alphabetical order. */
export const portalProfiles: readonly PortalProfile[] = [
  cliEngage,
  insightsClever,
  nycPortal,
  ohioBfkLink,
  selwebClever,
];

export const findProfile = (id: string): PortalProfile | undefined =>
  portalProfiles.find((profile) => profile.id === id);
