import type { Policy } from "../../utils/policy/policy.ts";
import { parseProfile, profileOf } from "../../utils/portals/parse-profile.ts";
import { PortalPage } from "../../utils/portals/profile.ts";
import {
  joinTaught,
  makeTaughtPortal,
  type TaughtAnswers,
  type TaughtPortal,
  taughtPrefix,
} from "../../utils/portals/taught-portal.ts";
import { keyAreas } from "../../utils/store/browser-store.ts";
import { keepTaught, mostTaught, readTaught } from "../../utils/store/taught.ts";

export type Saved = { ok: true; taught: TaughtPortal } | { ok: false; problems: string[] };

/** Whether an LEA's policy names a portal of this origin: its word is not to be taught over. */
export const isNamed = (policy: Policy, origin: string): boolean =>
  policy.portals.some(
    ({ origins, profile }) => origins.includes(origin) && !profile.startsWith(taughtPrefix),
  );

/**
 * Keeps a page as it was proposed by the page itself (which may be hostile, and is parsed like a file) with what the
 * person said of it.
 */
export const saveTaught = async (
  proposed: unknown,
  answers: TaughtAnswers,
  policy: Policy,
  sayNamed: string,
  sayFull: string,
): Promise<Saved> => {
  if (isNamed(policy, answers.origin)) return { ok: false, problems: [sayNamed] };
  const page = PortalPage.safeParse(proposed);
  if (!page.success) return { ok: false, problems: page.error.issues.map(({ message }) => message) };
  const made = makeTaughtPortal(page.data, answers);
  const { id } = made.profile;
  const area = keyAreas().local;
  const kept = await readTaught(area);
  const isKnown = kept.some(({ settings }) => settings.profile === id);
  if (!isKnown && kept.length >= mostTaught) return { ok: false, problems: [sayFull] };
  const taught = joinTaught(isKnown ? profileOf(policy, id) : undefined, made);
  const parsed = parseProfile(taught.profile);
  if (!parsed.ok) return parsed;
  await keepTaught(area, { profile: parsed.profile, settings: taught.settings });
  return { ok: true, taught: { ...taught, profile: parsed.profile } };
};
