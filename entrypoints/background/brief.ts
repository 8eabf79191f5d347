import { browser } from "#imports";
import type { Answer } from "../../utils/messages/answers.ts";
import { checkOwner, pageRosterName } from "../../utils/messages/desk-store.ts";
import { findPortal } from "../../utils/messages/find-portal.ts";
import { BriefRequest } from "../../utils/messages/validator-request.ts";
import type { Policy, PortalSettings } from "../../utils/policy/policy.ts";
import { profileOf } from "../../utils/portals/parse-profile.ts";
import { wallTimeAt } from "../../utils/procedures/zoned-time.ts";
import { currentPolicy, currentStore } from "../../utils/store/browser-store.ts";
import type { RosterguardDatabase } from "../../utils/store/database.ts";
import { tabReportId } from "../../utils/store/reports.ts";
import type { JobBrief } from "../../workers/validator-api.ts";
import { makeDeskServices } from "./desk-services.ts";

/** A portal may have several addresses: the one whose rosters were kept last is compared with. */
const lastSeenOrigin = async (
  database: RosterguardDatabase,
  policy: Policy,
  portal: PortalSettings,
): Promise<string | undefined> => {
  const pointers = await database.pointers.orderBy("name").toArray();
  return pointers
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .filter(({ name }) => name.startsWith(pageRosterName("")))
    .map(({ name }) => name.slice(pageRosterName("").length))
    .find((origin) => findPortal(policy, origin)?.settings === portal);
};

/** What the validator's host needs for a job. The caller has checked that the host itself is asking. */
export const answerBrief = async (message: unknown): Promise<Answer<JobBrief>> => {
  const parsed = BriefRequest.safeParse(message);
  if (!parsed.success) return { ok: false, problem: "Rosterguard did not understand this request." };
  const { jobId, from } = parsed.data;
  const policy = await currentPolicy.read();
  const { rawKey, database } = await currentStore();
  const now = new Date().toISOString();
  const common = {
    policy,
    now,
    date: wallTimeAt(now, policy.timeZone).date,
    version: browser.runtime.getManifest().version,
    key: rawKey,
  };
  if (from.kind === "extension") {
    const portal = policy.portals.find(({ profile }) => from.system === undefined || profile === from.system);
    const origin = portal && (await lastSeenOrigin(database, policy, portal));
    const system = from.system ?? (portal && profileOf(policy, portal.profile)?.system);
    return {
      ok: true,
      value: {
        ...common,
        ...(system === undefined ? {} : { system }),
        ...(origin === undefined ? {} : { pageName: pageRosterName(origin) }),
        owner: checkOwner("ours", jobId),
      },
    };
  }
  const portal = findPortal(policy, from.origin);
  if (!portal || !(await makeDeskServices().isGranted(from.origin))) {
    return { ok: false, problem: "Rosterguard may not check files for this site." };
  }
  return {
    ok: true,
    value: {
      ...common,
      system: portal.profile.system,
      pageName: pageRosterName(from.origin),
      owner: checkOwner(from.tabId, jobId),
      reportId: tabReportId(from.tabId),
    },
  };
};
