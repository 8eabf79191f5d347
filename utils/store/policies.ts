import { defaultPolicy } from "../policy/default-policy.ts";
import { type MergedPolicy, mergePolicies } from "../policy/merge-policies.ts";
import type { Policy } from "../policy/policy.ts";
import type { KeyArea } from "./key-area.ts";
import { readTaught, type Taught, taughtKey } from "./taught.ts";

/** Where the policy's layers are kept. Managed storage is absent where no district manages the browser. */
export type PolicyAreas = {
  managed: { get(keys: null): Promise<Record<string, unknown>> } | null;
  local: KeyArea;
};

const policyFileKey = "policyFile";
const policyOptionsKey = "policyOptions";
const managedSeenKey = "managedSeen";
export const policyKeys = [policyFileKey, policyOptionsKey, managedSeenKey, taughtKey];

/** Chromium answers for managed storage only once its policy service is up, which may take seconds after a start. */
const patience = 300;

/** The policy's keys at the top, as a district's console writes them; Firefox rejects where nothing is managed. */
const askManaged = async (managed: PolicyAreas["managed"]): Promise<unknown> => {
  try {
    const all = await managed?.get(null);
    return all && Object.keys(all).length > 0 ? all : null;
  } catch {
    return null;
  }
};

/**
 * The district's layer, or the one that was seen last while the browser is still looking it up. When it turns out to
 * be another, writing it down tells everybody who listens to `policyKeys`.
 */
const readManaged = async ({ managed, local }: PolicyAreas): Promise<unknown> => {
  const seen = (await local.get(managedSeenKey))[managedSeenKey] ?? null;
  const asked = askManaged(managed).then(async (found) => {
    if (JSON.stringify(found) !== JSON.stringify(seen)) await local.set({ [managedSeenKey]: found });
    return found;
  });
  const late = new Promise((resolve) => setTimeout(() => resolve(seen), patience));
  return Promise.race([asked, late]);
};

/** The policy in force: managed beats file beats options beats defaults; portals that a person taught come last. */
export const readPolicy = async (areas: PolicyAreas, timeZone: string): Promise<MergedPolicy> => {
  const merged = mergePolicies(
    {
      managed: await readManaged(areas),
      file: (await areas.local.get(policyFileKey))[policyFileKey],
      options: (await areas.local.get(policyOptionsKey))[policyOptionsKey],
    },
    defaultPolicy(timeZone),
  );
  return { ...merged, policy: withTaught(merged.policy, await readTaught(areas.local)) };
};

/** A portal that the LEA names is the LEA's: what was taught of the same address, or of the same id, does not count. */
const withTaught = (policy: Policy, taught: readonly Taught[]): Policy => {
  const named = new Set(policy.portals.flatMap(({ origins }) => origins));
  const ids = new Set(policy.portals.map(({ profile }) => profile));
  const own = taught.filter(
    ({ settings }) => !ids.has(settings.profile) && !settings.origins.some((origin) => named.has(origin)),
  );
  if (own.length === 0) return policy;
  return {
    ...policy,
    portals: [...policy.portals, ...own.map(({ settings }) => settings)],
    profiles: [...(policy.profiles ?? []), ...own.map(({ profile }) => profile)],
  };
};

/** The caller has parsed it: only a policy without problems is kept. */
export const writePolicyFile = (areas: PolicyAreas, policy: Policy): Promise<void> =>
  areas.local.set({ [policyFileKey]: policy });

export const forgetPolicyFile = (areas: PolicyAreas): Promise<void> => areas.local.remove(policyFileKey);

/** A person's own language; a loaded policy file keeps it, because a file beats the options. */
export const writeLanguage = async (areas: PolicyAreas, language: Policy["language"]): Promise<void> => {
  const key =
    (await areas.local.get(policyFileKey))[policyFileKey] === undefined ? policyOptionsKey : policyFileKey;
  const held = (await areas.local.get(key))[key];
  await areas.local.set({ [key]: { ...(typeof held === "object" ? held : {}), language } });
};
