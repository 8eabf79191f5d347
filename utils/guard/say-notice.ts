import type { MergePolicy } from "../policy/merge-policy.ts";
import type { Policy, Procedure } from "../policy/policy.ts";
import type { PortalProfile, SyncSource } from "../portals/profile.ts";
import { mergePolicyOf, namedPolicies } from "../portals/resolve-merge-policy.ts";
import { sayReach, sayWho } from "../procedures/say-contact.ts";
import { type Language, sayDate } from "../procedures/say-date.ts";
import { nextSync } from "../procedures/sync-calendar.ts";
import { sayField } from "../procedures/words.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import { type GuardContext, shownPage, shownWindow } from "./judge-edit.ts";
import { sayPhase } from "./say-warning.ts";
import { guardSayIn, sayCount, sayNear } from "./words.ts";

/** The calm notice of a roster page: how the roster is filled, when next, whom to tell. Public facts only. */
export const sayNotice = (context: GuardContext, language: Language): { title: string; lines: string[] } => {
  const { profile, settings, policy, now, lastSync } = context;
  const say = guardSayIn(language);
  const at = evaluationInstant(now, lastSync);
  const lea = policy.lea.name === "" ? say("lea.unnamed") : policy.lea.name;
  const names = { lea, portal: profile.title };
  const source = sourceOf(profile);
  const next = nextSync(at, settings.sync, policy.calendar, policy.timeZone);
  const when = next === undefined ? "" : sayNear("when", next, at, policy.timeZone, language);
  const sayNext = (): string => {
    if (next === undefined) return say("notice.next.none");
    return say(source === "racl" ? "notice.racl.next" : "notice.next", { when });
  };
  const fates = sayFates(context, language);
  const report = sayHowToReport(policy, language);
  switch (source) {
    case "files":
      return {
        title: say("notice.title"),
        lines: [say("notice.fed", names), sayNext(), ...fates, ...report],
      };
    case "clever":
      return {
        title: say("notice.clever.title"),
        lines: [say("notice.clever.fed", names), sayNext(), ...fates, ...report],
      };
    case "racl":
      return {
        title: say("notice.racl.title"),
        lines: [say("notice.racl.fed", names), sayNext(), ...fates, say("notice.racl.source"), ...report],
      };
    case "verification":
      return { title: say("notice.verification.title"), lines: [sayWindow(context, language), ...report] };
    case "unknown":
      return {
        title: say("notice.unknown.title", names),
        lines: [say("notice.unknown.fed"), ...fates, ...report],
      };
  }
};

/** What feeds a portal; a profile that does not say is fed by files. */
export const sourceOf = ({ sync }: Pick<PortalProfile, "sync">): SyncSource => sync?.source ?? "files";

/** What the next sync does to the fields of this page, in general or by name. */
const sayFates = (context: GuardContext, language: Language): string[] => {
  const { profile, settings } = context;
  const say = guardSayIn(language);
  const page = shownPage(context);
  const named = namedPolicies(profile, settings, page);
  const list = (wanted: MergePolicy) =>
    new Intl.ListFormat(language, { type: "conjunction" }).format(
      named.filter(({ policy }) => policy === wanted).map(({ field }) => sayField(field, language)),
    );
  const [overwritten, kept] = [list("overwritten"), list("kept")];
  const isGeneral = mergePolicyOf(profile, settings, "*", page) === "overwritten";
  return [
    ...(isGeneral ? [say("notice.overwritten")] : []),
    ...(isGeneral || overwritten === "" ? [] : [say("notice.overwritten.some", { fields: overwritten })]),
    ...(kept === "" ? [] : [say("notice.kept", { fields: kept })]),
    ...(page?.roster?.access ? [say("notice.partial")] : []),
  ];
};

const sayWindow = (context: GuardContext, language: Language): string => {
  const say = guardSayIn(language);
  const window = shownWindow(context);
  if (window === undefined || window.kind === "unset") return say("notice.verification.unset");
  const { timeZone } = context.policy;
  const today = wallTimeAt(evaluationInstant(context.now, context.lastSync), timeZone).date;
  const date = sayDate(window.kind === "open" ? window.until : window.date, language, today);
  return say(`notice.verification.${window.kind}`, { phase: sayPhase(window.phase, language), date });
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
