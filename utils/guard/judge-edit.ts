import type { Policy, PortalSettings } from "../policy/policy.ts";
import type { PortalProfile } from "../portals/profile.ts";
import { mergePolicyOf } from "../portals/resolve-merge-policy.ts";
import { expectedBy } from "../procedures/expected-by.ts";
import { procedureFor } from "../procedures/procedure-for.ts";
import { nextSync } from "../procedures/sync-calendar.ts";
import type { EditIntent, EditVerdict } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";

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
};

/** What becomes of an edit, by which sync, and by when a report of the same change should show. */
export const judgeEdit = (edit: EditIntent, context: GuardContext): EditVerdict => {
  const { profile, settings, policy } = context;
  const { calendar, timeZone } = policy;
  const at = evaluationInstant(context.now, context.lastSync);
  const merge = mergePolicyOf(profile, settings, judgedField(edit));
  const sync = merge === "overwritten" ? nextSync(at, settings.sync, calendar, timeZone) : undefined;
  const lookup = procedureFor(edit.change, edit.schoolId, policy);
  const due = lookup.configured
    ? expectedBy(at, lookup.procedure, { calendar, sync: settings.sync, timeZone })
    : undefined;
  return {
    policy: merge,
    ...(sync === undefined ? {} : { syncAt: sync }),
    ...(due === undefined ? {} : { expectedBy: due }),
  };
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
