import { findUnknownKeys } from "../policy/find-unknown-keys.ts";
import type { Policy } from "../policy/policy.ts";
import { sayIssues } from "../policy/say-issue.ts";
import { findProfile } from "./index.ts";
import { PortalProfile } from "./profile.ts";

export type ParsedProfile = { ok: true; profile: PortalProfile } | { ok: false; problems: string[] };

/** Longer than any profile a person would write; what is longer is not even read. */
const longestFile = 200_000;

/**
 * A profile from an LEA's file or policy, as an object or as JSON text (Chrome's managed storage holds no free objects).
 * Every problem is one sentence that begins with the path of the value.
 */
export const parseProfile = (value: unknown): ParsedProfile => {
  const read = typeof value === "string" ? readJson(value) : { value };
  if ("problem" in read) return { ok: false, problems: [read.problem] };
  const given = read.value;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return {
      ok: false,
      problems: ["A portal profile must be an object with keys such as id, title and pages."],
    };
  }
  const parsed = PortalProfile.safeParse(given);
  if (!parsed.success) return { ok: false, problems: sayIssues(parsed.error, given) };
  const unknown = findUnknownKeys(given, parsed.data).map(
    (path) => `${path} is not a key of a portal profile.`,
  );
  const problems = [...unknown, ...crossCheck(parsed.data)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile: parsed.data };
};

const readJson = (text: string): { value: unknown } | { problem: string } => {
  if (text.length > longestFile) return { problem: "A portal profile must have at most 200,000 characters." };
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return { problem: "The portal profile is not valid JSON." };
  }
};

/** What the shape cannot say: a page must be told by something, and what is named must be there. */
const crossCheck = ({ pages, phases = [] }: PortalProfile): string[] =>
  pages.flatMap((page, index) => {
    const at = `pages[${index}]`;
    const { roster, phases: open = [] } = page;
    const known = new Set(phases.map(({ id }) => id));
    const fields = roster?.columns.map(({ field }) => field) ?? [];
    return [
      ...(Object.values(page.match).every((one) => one === undefined || one.length === 0)
        ? [`${at}.match must name at least one of path, title, heading, landmark and has.`]
        : []),
      ...(pages.findIndex(({ id }) => id === page.id) < index
        ? [`${at}.id must be its own: "${page.id}" is used twice.`]
        : []),
      ...(new Set(fields).size < fields.length ? [`${at}.roster.columns must name each field once.`] : []),
      ...(roster && roster.expectedColumns > fields.length
        ? [`${at}.roster.expectedColumns must not be more than the ${fields.length} columns listed.`]
        : []),
      ...(roster && !roster.content && roster.identity === undefined && !fields.includes("id")
        ? [`${at}.roster must have a column with the field "id", or say under identity where a row tells it.`]
        : []),
      ...open
        .filter((id) => !known.has(id))
        .map((id) => `${at}.phases must name phases of the profile; "${id}" is none.`),
    ];
  });

const parsedLists = new WeakMap<readonly unknown[], Map<string, PortalProfile>>();

/** The profiles of a policy that can be relied on, by id; one that does not parse is left out. */
const ownProfiles = (given: readonly unknown[]): ReadonlyMap<string, PortalProfile> => {
  const known = parsedLists.get(given);
  if (known) return known;
  const profiles = new Map<string, PortalProfile>();
  for (const one of given) {
    const parsed = parseProfile(one);
    if (parsed.ok) profiles.set(parsed.profile.id, parsed.profile);
  }
  parsedLists.set(given, profiles);
  return profiles;
};

/** A profile by its id: the LEA's own, which may replace one of ours, or one that is shipped. */
export const profileOf = (policy: Pick<Policy, "profiles">, id: string): PortalProfile | undefined =>
  ownProfiles(policy.profiles ?? []).get(id) ?? findProfile(id);

/** What is wrong with the profiles of a policy: one sentence a problem, with its place in the list. */
export const profileProblems = ({ profiles = [] }: Pick<Policy, "profiles">): string[] =>
  profiles.flatMap((one, index) => {
    const parsed = parseProfile(one);
    return parsed.ok ? [] : parsed.problems.map((problem) => `profiles[${index}]: ${problem}`);
  });
