import { defaultPolicy } from "../policy/default-policy.ts";
import { type MergedPolicy, mergePolicies } from "../policy/merge-policies.ts";
import type { Policy } from "../policy/policy.ts";
import type { KeyArea } from "./key-area.ts";

/** Where the policy's layers are kept. Managed storage is absent where no district manages the browser. */
export type PolicyAreas = { managed: Pick<KeyArea, "get"> | null; local: KeyArea };

const policyFileKey = "policyFile";
const policyOptionsKey = "policyOptions";
export const policyKeys = [policyFileKey, policyOptionsKey];

/** Managed storage holds the policy's keys at its top, as a district's console writes them; Firefox rejects without one. */
const readManaged = async (managed: PolicyAreas["managed"]): Promise<unknown> => {
  try {
    const all = await managed?.get(null as unknown as string);
    return all && Object.keys(all).length > 0 ? all : undefined;
  } catch {
    return undefined;
  }
};

/** The policy in force: managed beats file beats options beats defaults. */
export const readPolicy = async (areas: PolicyAreas, timeZone: string): Promise<MergedPolicy> =>
  mergePolicies(
    {
      managed: await readManaged(areas.managed),
      file: (await areas.local.get(policyFileKey))[policyFileKey],
      options: (await areas.local.get(policyOptionsKey))[policyOptionsKey],
    },
    defaultPolicy(timeZone),
  );

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
