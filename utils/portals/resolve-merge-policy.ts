import type { MergePolicy } from "../policy/merge-policy.ts";
import type { PortalSettings } from "../policy/policy.ts";
import type { PortalPage, PortalProfile } from "./profile.ts";

/**
 * What the next sync does to an edit of a field ("add-student" for a new row): the LEA's word for the field, the
 * page's, the profile's; then the LEA's default, the page's, the profile's; unknown when nobody says.
 */
export const mergePolicyOf = (
  profile: Pick<PortalProfile, "mergePolicy">,
  settings: Pick<PortalSettings, "mergePolicy"> | undefined,
  field: string,
  page?: Pick<PortalPage, "mergePolicy">,
): MergePolicy => {
  const layers = [settings?.mergePolicy, page?.mergePolicy, profile.mergePolicy];
  for (const name of [field, "*"]) {
    for (const layer of layers) {
      const policy = own(layer, name);
      if (policy !== undefined) return policy;
    }
  }
  return "unknown";
};

/** The fields that anybody says something of, without the default and the fate of a new row, with what is said. */
export const namedPolicies = (
  profile: Pick<PortalProfile, "mergePolicy">,
  settings: Pick<PortalSettings, "mergePolicy"> | undefined,
  page?: Pick<PortalPage, "mergePolicy">,
): { field: string; policy: MergePolicy }[] => {
  const layers = [profile.mergePolicy, page?.mergePolicy ?? {}, settings?.mergePolicy ?? {}];
  return [...new Set(layers.flatMap((layer) => Object.keys(layer)))]
    .filter((field) => field !== "*" && field !== "add-student")
    .map((field) => ({ field, policy: mergePolicyOf(profile, settings, field, page) }));
};

/** Field names come from pages and policies: "constructor" must not find what every object inherits. */
const own = (
  policies: Readonly<Record<string, MergePolicy>> | undefined,
  field: string,
): MergePolicy | undefined =>
  policies !== undefined && Object.hasOwn(policies, field) ? policies[field] : undefined;
