import type { MergePolicy } from "../policy/merge-policy.ts";
import type { Policy, PortalSettings } from "../policy/policy.ts";
import type { PortalPage, PortalProfile } from "../portals/profile.ts";
import { mergePolicyOf } from "../portals/resolve-merge-policy.ts";
import { expectedBy } from "../procedures/expected-by.ts";
import { procedureFor } from "../procedures/procedure-for.ts";
import { nextSync } from "../procedures/sync-calendar.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { EditIntent, EditVerdict } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import { type EditWindow, windowOf } from "./judge-window.ts";

/** What the guard knows of a portal at a moment. */
export type GuardContext = {
  profile: PortalProfile;
  /** The LEA's settings of this portal. */
  settings: PortalSettings;
  policy: Policy;
  /** ISO instant of our clock. */
  now: string;
  /** ISO instant the page gives for the last feed, if it gives one. */
  lastSync?: string;
  /** Id of the profile's page the tab shows, once its roster has been read. */
  page?: string;
};

/** The profile's page that is shown; its only one with a roster where that is not known yet. */
export const shownPage = ({
  profile,
  page,
}: Pick<GuardContext, "profile" | "page">): PortalPage | undefined => {
  const rosters = profile.pages.filter(({ roster }) => roster);
  return profile.pages.find(({ id }) => id === page) ?? (rosters.length === 1 ? rosters[0] : undefined);
};

/** Where today stands to the phases of the page that is shown. */
export const shownWindow = (context: GuardContext): EditWindow | undefined => {
  const at = evaluationInstant(context.now, context.lastSync);
  const today = wallTimeAt(at, context.policy.timeZone).date;
  return windowOf(shownPage(context), context.profile, context.settings, today);
};

/** What becomes of an edit, by which sync, and by when a report of the same change should show. */
export const judgeEdit = (edit: EditIntent, context: GuardContext): EditVerdict => {
  const { profile, settings, policy } = context;
  const { calendar, timeZone } = policy;
  const at = evaluationInstant(context.now, context.lastSync);
  const named = mergePolicyOf(profile, settings, judgedField(edit), shownPage(context));
  const window = named === "purpose" ? shownWindow(context) : undefined;
  const merge = window === undefined ? named : windowPolicies[window.kind];
  const sync = merge === "overwritten" ? nextSync(at, settings.sync, calendar, timeZone) : undefined;
  const lookup = procedureFor(edit.change, edit.schoolId, policy);
  const due = lookup.configured
    ? expectedBy(at, lookup.procedure, { calendar, sync: settings.sync, timeZone })
    : undefined;
  return {
    policy: merge,
    ...(sync === undefined ? {} : { syncAt: sync }),
    ...(due === undefined ? {} : { expectedBy: due }),
    ...(window === undefined ? {} : { window }),
  };
};

/** What a page is for it is for in its window; outside the portal should refuse it, and without dates nobody knows. */
const windowPolicies: Record<EditWindow["kind"], MergePolicy> = {
  open: "purpose",
  before: "locked",
  after: "locked",
  unset: "unknown",
};

/** The key of the merge policy an edit falls under: its field, or what a kind of change does to the row as a whole. */
export const judgedField = ({ change, field }: Pick<EditIntent, "change" | "field">): string => {
  if (field !== undefined) return field;
  switch (change) {
    case "enroll-new-student":
    case "enroll-into-homeroom":
      return "add-student";
    case "withdraw":
      return "status";
    default:
      return "*";
  }
};
