import type * as z from "zod/mini";

const kinds: Record<string, string> = {
  string: "text",
  number: "a whole number",
  int: "a whole number",
  integer: "a whole number",
  object: "an object",
  record: "an object",
  array: "a list",
  boolean: "true or false",
};

/** "portals", 0, "sync" to "portals[0].sync". */
export const sayPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");

/** Zod's issues as sentences for the person who wrote `value`: where, and what would be right. */
export const sayIssues = (
  error: z.core.$ZodError,
  value: unknown,
  under: readonly PropertyKey[] = [],
): string[] => {
  const lines = error.issues.flatMap((issue) => {
    const at = sayPath([...under, ...issue.path]);
    const wanted = sayWanted(issue, at);
    if (issue.code === "unrecognized_keys" || issue.code === "invalid_key") return wanted;
    return wanted.map((want) =>
      valueAt(value, issue.path) === undefined
        ? `${at} is missing; it must be ${want}.`
        : `${at} must be ${want}.`,
    );
  });
  return [...new Set(lines)].sort();
};

const sayWanted = (issue: z.core.$ZodIssue, at: string): string[] => {
  switch (issue.code) {
    case "invalid_type":
      return [kinds[issue.expected] ?? issue.expected];
    case "invalid_value":
      return [oneOf(issue.values)];
    case "invalid_format":
      return [plain(issue.message) ?? "in another form"];
    case "too_small":
      if (issue.origin !== "array") return [`${issue.minimum} or more`];
      return [`a list with at least ${issue.minimum} ${issue.minimum === 1 ? "entry" : "entries"}`];
    case "too_big":
      return [`${issue.maximum} or less`];
    case "unrecognized_keys":
      return issue.keys.map((key) => `${at === "" ? key : `${at}.${key}`} is not a key of the policy.`);
    case "invalid_key":
      return [`${at} is not a known key here.`];
    case "invalid_union":
      return [sayUnion(issue, at)];
    default:
      return [`valid (${issue.message})`];
  }
};

const sayUnion = (issue: z.core.$ZodIssueInvalidUnion, at: string): string => {
  if (at.endsWith("retention")) return '"session" or a whole number of days from 1 to 366';
  return issue.errors.length === 0 ? "one of: mail, phone, form, ticket" : "in one of its known forms";
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );

const oneOf = (values: readonly unknown[]): string => {
  const words = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return words.length > 1 ? `one of: ${words.join(", ")}` : `${words[0]}`;
};

/** Our own messages in policy.ts begin with an article; zod's defaults ("Invalid string") say nothing. */
const plain = (message: string): string | undefined => (/^an? /.test(message) ? message : undefined);
