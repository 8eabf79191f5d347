import { sayPath } from "./say-issue.ts";

/**
 * Paths of what the parsed policy no longer has: a misspelt key would otherwise vanish without a word. Keys that
 * begin with "$" ("$schema", "$comment") are notes for editors and people.
 */
export const findUnknownKeys = (
  value: unknown,
  parsed: unknown,
  path: readonly PropertyKey[] = [],
): string[] => {
  if (Array.isArray(value) && Array.isArray(parsed)) {
    return value.flatMap((item, i) => findUnknownKeys(item, parsed[i], [...path, i]));
  }
  if (!isRecord(value) || !isRecord(parsed)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key.startsWith("$")) return [];
    if (Object.hasOwn(parsed, key)) return findUnknownKeys(item, parsed[key], [...path, key]);
    return item === undefined ? [] : [sayPath([...path, key])];
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
