import { cliEngage } from "./cli-engage.ts";
import type { PortalProfile } from "./profile.ts";

/** The catalogue of portals, by id in alphabetical order. */
export const portalProfiles: readonly PortalProfile[] = [cliEngage];

export const findProfile = (id: string): PortalProfile | undefined =>
  portalProfiles.find((profile) => profile.id === id);
