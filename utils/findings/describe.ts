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

/** A finding in sentences. The LEA's language decides the words; ids, places and values stay as they are. */
export const describeFinding = (finding: Finding, rule: RuleMeta, language: Language = "en"): FindingJson => {
  const { what, why, fix } = wordsOf(finding.rule, language);
  const facts: Facts = { ...finding.args, count: finding.count };
  return {
    rule: finding.rule,
    outcome: finding.outcome,
    consequence: finding.consequence,
    count: finding.count,
    ...(finding.cause === undefined ? {} : { cause: finding.cause }),
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

/** Why a rule did not run, for the report's `because`. */
export const describeNotChecked = ({ because }: NotChecked, language: Language = "en"): string =>
  terms[language].notChecked(because);

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
