import { crossCheck } from "./cross-check.ts";
import { parsePolicyLayer } from "./parse-policy.ts";
import type { Policy } from "./policy.ts";

export type PolicyLayers = {
  /** From storage.managed: the district's console. */
  managed?: unknown;
  /** From a policy file that was imported. */
  file?: unknown;
  /** From the options page. */
  options?: unknown;
};

export type MergedPolicy = {
  policy: Policy;
  /** Top-level keys that the district has set; the options page shows them as such and does not offer them. */
  managedKeys: (keyof Policy)[];
  problems: string[];
};

/** Managed beats file beats options beats defaults, whole key by whole key: half a procedure of each would be nobody's. */
export const mergePolicies = (layers: PolicyLayers, defaults: Policy): MergedPolicy => {
  const managed = parsePolicyLayer(fromManaged(layers.managed), "Set by your district");
  const file = parsePolicyLayer(layers.file, "Policy file");
  const options = parsePolicyLayer(layers.options, "Options");
  const policy: Policy = { ...defaults, ...options.policy, ...file.policy, ...managed.policy };
  return {
    policy: usable(policy, defaults),
    managedKeys: Object.keys(managed.policy) as (keyof Policy)[],
    problems: [...managed.problems, ...file.problems, ...options.problems, ...crossCheck(policy)],
  };
};

/** A zone that the browser does not know would make every date throw; the default's is the browser's own. */
const usable = (policy: Policy, defaults: Policy): Policy =>
  crossCheck(policy).some((problem) => problem.startsWith("timeZone"))
    ? { ...policy, timeZone: defaults.timeZone }
    : policy;

/** Chrome's managed schema allows one type a key, so there the retention is text: "session" or "30". */
const fromManaged = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null || !("retention" in value)) return value;
  const { retention } = value;
  return typeof retention === "string" && /^\d{1,3}$/.test(retention)
    ? { ...value, retention: Number(retention) }
    : value;
};
