import { containerOf, withoutContainer } from "./container.ts";
import type { RootCause } from "./finding.ts";
import type { CauseJson } from "./report.ts";
import { type CauseWords, causesEn } from "./words/en-causes.ts";
import { causesEs } from "./words/es-causes.ts";
import type { Facts, Language } from "./words/rule-words.ts";

const words: Record<Language, Readonly<Record<string, CauseWords>>> = { en: causesEn, es: causesEs };

/** The words of a kind of cause; throws for one without words, which the test of the catalogue rules out. */
export const causeWordsOf = (kind: string, language: Language): CauseWords => {
  const found = Object.hasOwn(words[language], kind) ? words[language][kind] : undefined;
  if (found === undefined)
    throw new Error(`Cause ${kind} has no words in "${language}": add them in utils/findings/words.`);
  return found;
};

/** A root cause in sentences; `container` as for a finding. */
export const describeCause = (
  cause: RootCause,
  language: Language = "en",
  container = containerOf(cause.explains.map(({ file }) => file)),
): CauseJson => {
  const { title, proof, fix } = causeWordsOf(cause.kind, language);
  const shown = Object.entries(cause.args).map(([name, value]) => [
    name,
    typeof value === "string" ? withoutContainer(value, container) : value,
  ]);
  const facts: Facts = { ...Object.fromEntries(shown), count: cause.count };
  return {
    id: cause.id,
    kind: cause.kind,
    title,
    count: cause.count,
    proof: proof(facts),
    fix: fix(facts),
    repairable: cause.repairable,
    explains: cause.explains,
    samples: cause.samples,
  };
};
