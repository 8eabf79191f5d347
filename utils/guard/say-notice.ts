import type { Contact, Policy } from "../policy/policy.ts";
import { mergePolicyOf } from "../portals/resolve-merge-policy.ts";
import { sayReach, sayWho } from "../procedures/say-contact.ts";
import type { Language } from "../procedures/say-date.ts";
import { nextSync } from "../procedures/sync-calendar.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import type { GuardContext } from "./judge-edit.ts";
import { guardSayIn, sayCount, sayNear } from "./words.ts";

/** The calm notice of a roster page: how the roster is filled, when next, whom to tell. Public facts only. */
export const sayNotice = (
  { profile, settings, policy, now, lastSync }: GuardContext,
  language: Language,
): { title: string; lines: string[] } => {
  const say = guardSayIn(language);
  const at = evaluationInstant(now, lastSync);
  const lea = policy.lea.name === "" ? say("lea.unnamed") : policy.lea.name;
  const next = nextSync(at, settings.sync, policy.calendar, policy.timeZone);
  return {
    title: say("notice.title"),
    lines: [
      say("notice.fed", { lea, portal: profile.title }),
      next === undefined
        ? say("notice.next.none")
        : say("notice.next", { when: sayNear("when", next, at, policy.timeZone, language) }),
      ...(mergePolicyOf(profile, settings, "*") === "overwritten" ? [say("notice.overwritten")] : []),
      ...sayHowToReport(policy, language),
    ],
  };
};

const sayHowToReport = ({ procedures }: Policy, language: Language): string[] => {
  const say = guardSayIn(language);
  const known = Object.values(procedures).filter((procedure) => procedure !== undefined);
  const contacts = new Map<string, { contact: Contact; reach: string }>();
  for (const { contact, channels } of known) {
    contacts.set(sayWho(contact), { contact, reach: sayReach(contact, channels) });
  }
  const [first] = contacts.values();
  if (first === undefined) return [say("notice.unconfigured")];
  const days = new Set(known.map(({ expectedSchoolDays }) => expectedSchoolDays));
  const [common] = days;
  return [
    contacts.size === 1 && known.every(({ contacts: more }) => more === undefined)
      ? say("notice.report.one", { who: first.reach })
      : say("notice.report.many", { who: [...contacts.keys()].join("; ") }),
    ...(days.size === 1 && common !== undefined && common > 0
      ? [sayCount("notice.days", common, language)]
      : []),
  ];
};
