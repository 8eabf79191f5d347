import { containerOf, withoutContainer } from "./container.ts";
import type { Consequence, Finding, NotChecked, Outcome, Place } from "./finding.ts";
import type { FindingJson } from "./report.ts";
import { rulesEn } from "./words/en.ts";
import { rulesEs } from "./words/es.ts";
import type { Facts, Language, RuleWords } from "./words/rule-words.ts";
import { terms } from "./words/terms.ts";

/** What a description needs to know of a rule; checks' Rule has it all. */
export type RuleMeta = { whoCanFix: string; source: string; certain: boolean };

const words: Record<Language, Readonly<Record<string, RuleWords>>> = { en: rulesEn, es: rulesEs };

/** The words of a rule; throws for a rule without words, which the catalogue test rules out. */
export const wordsOf = (rule: string, language: Language): RuleWords => {
  const found = Object.hasOwn(words[language], rule) ? words[language][rule] : undefined;
  if (found === undefined)
    throw new Error(`Rule ${rule} has no words in "${language}": add them in utils/findings/words.`);
  return found;
};

const say = (text: string | ((facts: Facts) => string), facts: Facts): string =>
  typeof text === "string" ? text : text(facts);

/** Names of files among a finding's facts: its sentences may speak of two. */
const filesIn = (args: Finding["args"]): string[] =>
  [args.file, args.target].filter((name) => typeof name === "string");

const shorten = (args: Finding["args"], container: string): Finding["args"] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" ? withoutContainer(value, container) : value,
    ]),
  );

/**
 * A finding in sentences. The LEA's language decides the words; ids, places and values stay as they are. `container` is
 * the zip that all files of the report came in (`containerOf`), which the sentences leave out; without it they leave
 * out the one that all files of this finding came in.
 */
export const describeFinding = (
  finding: Finding,
  rule: RuleMeta,
  language: Language = "en",
  container = containerOf(filesIn(finding.args)),
): FindingJson => {
  const { what, why, fix } = wordsOf(finding.rule, language);
  const facts: Facts = { ...shorten(finding.args, container), count: finding.count };
  return {
    rule: finding.rule,
    outcome: finding.outcome,
    consequence: finding.consequence,
    count: finding.count,
    ...(finding.cause === undefined
      ? {}
      : { cause: container === "" ? finding.cause : finding.cause.replaceAll(container, "") }),
    ...(finding.acknowledged && { acknowledged: finding.acknowledged }),
    ...(finding.acknowledgementExpired && { acknowledgementExpired: finding.acknowledgementExpired }),
    message: what(facts),
    why: say(why, facts),
    fix: say(fix, facts),
    whoCanFix: terms[language].whoCanFix[rule.whoCanFix] ?? rule.whoCanFix,
    source: finding.source ?? rule.source,
    certain: finding.certain ?? rule.certain,
    samples: finding.samples,
  };
};

export const describeTitle = (rule: string, language: Language = "en"): string =>
  wordsOf(rule, language).title;

export const describeOutcome = (outcome: Outcome, language: Language = "en"): string =>
  terms[language].outcomes[outcome];

/** What the receiver does with what is wrong, as a sentence. */
export const describeConsequence = (consequence: Consequence, language: Language = "en"): string =>
  terms[language].consequences[consequence];

/** Why a rule did not run, for the report's `because`; `container` as for a finding. */
export const describeNotChecked = (
  { because }: NotChecked,
  language: Language = "en",
  container = "file" in because ? containerOf([because.file]) : "",
): string =>
  terms[language].notChecked(
    "file" in because ? { ...because, file: withoutContainer(because.file, container) } : because,
  );

/** "users.csv, line 12, column grades: “8-Jun” (see 09)". */
export const describePlace = (place: Place, language: Language = "en"): string => {
  const { line, column, related } = terms[language].place;
  const parts = [place.file];
  if (place.line !== undefined) parts.push(`${line} ${place.line}`);
  if (place.column !== undefined && place.column !== "") parts.push(`${column} ${place.column}`);
  const value =
    place.value === undefined ? "" : language === "es" ? `: «${place.value}»` : `: “${place.value}”`;
  const see = place.related === undefined ? "" : ` (${related} ${place.related})`;
  return `${parts.join(", ")}${value}${see}`;
};
