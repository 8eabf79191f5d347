import { crossCheck } from "./cross-check.ts";
import { findUnknownKeys } from "./find-unknown-keys.ts";
import { Policy } from "./policy.ts";
import { sayIssues } from "./say-issue.ts";

export type ParsedPolicy = { ok: true; policy: Policy } | { ok: false; problems: string[] };

/** A whole policy from a file or a form. Every problem is one sentence that begins with the path of the value. */
export const parsePolicy = (value: unknown): ParsedPolicy => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {
      ok: false,
      problems: ["The policy must be a JSON object with keys such as lea, timeZone and portals."],
    };
  }
  const parsed = Policy.safeParse(value);
  if (!parsed.success) return { ok: false, problems: sayIssues(parsed.error, value) };
  const unknown = findUnknownKeys(value, parsed.data).map((path) => `${path} is not a key of the policy.`);
  const problems = [...unknown, ...crossCheck(parsed.data)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: parsed.data };
};

/** Policy text from a file: JSON with or without a byte order mark. */
export const parsePolicyText = (text: string): ParsedPolicy => {
  try {
    return parsePolicy(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`The policy file is not valid JSON: ${because}.`] };
  }
};

export type PolicyLayer = { policy: Partial<Policy>; problems: string[] };

/**
 * Some keys of a policy, as managed storage or the options page hold them. A key that does not parse is left out and
 * named, so that one mistake in a district's console does not switch off the rest.
 */
export const parsePolicyLayer = (value: unknown, source: string): PolicyLayer => {
  if (value === undefined || value === null) return { policy: {}, problems: [] };
  if (typeof value !== "object" || Array.isArray(value)) {
    return { policy: {}, problems: [`${source}: the policy must be an object.`] };
  }
  const entries: [string, unknown][] = [];
  const problems: string[] = [];
  for (const [key, part] of Object.entries(value)) {
    if (key.startsWith("$")) continue;
    if (!Object.hasOwn(Policy.shape, key)) {
      problems.push(`${source}: ${key} is not a key of the policy.`);
      continue;
    }
    const parsed = Policy.shape[key as keyof Policy].safeParse(part);
    if (parsed.success) {
      entries.push([key, parsed.data]);
      for (const path of findUnknownKeys(part, parsed.data, [key])) {
        problems.push(`${source}: ${path} is not a key of the policy.`);
      }
    } else problems.push(...sayIssues(parsed.error, part, [key]).map((line) => `${source}: ${line}`));
  }
  return { policy: Object.fromEntries(entries) as Partial<Policy>, problems };
};
