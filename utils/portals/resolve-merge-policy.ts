import type { MergePolicy } from "../policy/merge-policy.ts";
import type { PortalSettings } from "../policy/policy.ts";
import type { PortalProfile } from "./profile.ts";

/**
 * What the next sync does to an edit of a field ("add-student" for a new row): the LEA's word for the field, the
 * profile's for the field, the LEA's default, the profile's default; unknown when nobody says.
 */
export const mergePolicyOf = (
  profile: Pick<PortalProfile, "mergePolicy">,
  settings: Pick<PortalSettings, "mergePolicy"> | undefined,
  field: string,
): MergePolicy =>
  own(settings?.mergePolicy, field) ??
  own(profile.mergePolicy, field) ??
  own(settings?.mergePolicy, "*") ??
  own(profile.mergePolicy, "*") ??
  "unknown";

/** Field names come from pages and policies: "constructor" must not find what every object inherits. */
const own = (
  policies: Readonly<Record<string, MergePolicy>> | undefined,
  field: string,
): MergePolicy | undefined =>
  policies !== undefined && Object.hasOwn(policies, field) ? policies[field] : undefined;
