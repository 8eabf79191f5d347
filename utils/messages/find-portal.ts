import type { Policy, PortalSettings } from "../policy/policy.ts";
import { profileOf } from "../portals/parse-profile.ts";
import type { PortalProfile } from "../portals/profile.ts";

export type FoundPortal = { settings: PortalSettings; profile: PortalProfile };

/** This computer itself, on any port: a policy that names it without a port is for trying things out. */
const loopback = ["http://127.0.0.1", "http://localhost"];

/** The LEA's settings and the portal's profile for a page's origin ("https://portal.example.org"); null for any other site. */
export const findPortal = (
  policy: Pick<Policy, "portals" | "profiles">,
  origin: string,
): FoundPortal | null => {
  const bare = origin.replace(/:\d+$/, "");
  const settings = policy.portals.find(
    ({ origins }) => origins.includes(origin) || (loopback.includes(bare) && origins.includes(bare)),
  );
  const profile = settings && profileOf(policy, settings.profile);
  return settings && profile ? { settings, profile } : null;
};
