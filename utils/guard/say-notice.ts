import type { Policy, Procedure } from "../policy/policy.ts";
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
  const [first] = known;
  if (first === undefined) return [say("notice.unconfigured")];
  const people = known.flatMap(({ contact, contacts = [] }) => [contact, ...contacts]);
  const [only, ...others] = new Set(people.map(sayWho));
  const who =
    only !== undefined && others.length === 0
      ? say("notice.report.one", { who: sayReach(first.contact, first.channels) })
      : say("notice.report.many", { who: [...new Set(people.map(({ role }) => role))].join(", ") });
  return [who, ...sayDays(known, language)];
};

const sayDays = (known: readonly Procedure[], language: Language): string[] => {
  const days = known.map(({ expectedSchoolDays }) => expectedSchoolDays);
  const from = Math.min(...days);
  const to = Math.max(...days);
  if (to === 0) return [];
  if (from === to) return [sayCount("notice.days", to, language)];
  return [guardSayIn(language)("notice.days.range", { from, to })];
};
