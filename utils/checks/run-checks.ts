import { acknowledge } from "../findings/acknowledge.ts";
import { type Finding, type NotChecked, type Place, sampleLimit } from "../findings/finding.ts";
import { sortFindings } from "../findings/order.ts";
import { explainFindings } from "./causes/explain-findings.ts";
import { causes } from "./causes/index.ts";
import { splitAcknowledged } from "./causes/split-acknowledged.ts";
import { rules } from "./index.ts";
import { receiverOf } from "./receiver-of.ts";
import type { CheckContext, CheckResult, Raised, Rule } from "./rule.ts";

export type RunOptions = {
  /** Awaited between rules, so that a worker can hear a cancel. */
  yieldNow?: () => Promise<void>;
  /** An AbortSignal; only its flag is read. */
  signal?: { readonly aborted: boolean };
  /** The catalogue, unless a test brings its own. */
  rules?: readonly Rule[];
  /** Hears of every finding with all its places, of which the finding itself keeps the first thousand. */
  onFinding?: (finding: Finding, places: Iterable<Place>) => void;
};

/** Whether a rule is about such a format and such a receiver at all. */
export const concerns = (rule: Rule, context: Pick<CheckContext, "format" | "system">): boolean => {
  const { id } = receiverOf(context);
  return (
    (rule.formats?.includes(context.format.id) ?? true) &&
    (rule.systems === undefined || rule.systems.includes(id))
  );
};

/** Takes the first thousand and leaves the rest in the iterator. */
const take = (places: Iterator<Place>): Place[] => {
  const samples: Place[] = [];
  while (samples.length < sampleLimit) {
    const next = places.next();
    if (next.done === true) break;
    samples.push(next.value);
  }
  return samples;
};

function* allOf(samples: readonly Place[], rest: Iterator<Place>): Generator<Place> {
  yield* samples;
  // A generator that has ended stays ended; the places are read once.
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

const toFinding = (rule: Rule, raised: Raised, places: Iterator<Place>): Finding => ({
  rule: rule.id,
  outcome: raised.outcome ?? rule.outcome,
  consequence: raised.consequence ?? rule.consequence,
  count: raised.count,
  args: raised.args,
  ...(raised.cause === undefined ? {} : { cause: raised.cause }),
  ...(raised.source === undefined ? {} : { source: raised.source }),
  ...(raised.certain === undefined ? {} : { certain: raised.certain }),
  samples: take(places),
});

/** What rules raised so far, and what they could not look at. */
type Running = { raised: { rule: Rule; raised: Raised }[]; notChecked: NotChecked[] };

const runRule = (rule: Rule, context: CheckContext, running: Running): void => {
  const unmet = rule.needs(context);
  if (unmet !== undefined) {
    running.notChecked.push({ rule: rule.id, because: unmet });
    return;
  }
  const found = [...rule.check(context)].filter(({ count }) => count > 0);
  const partly = [...(rule.partly?.(context) ?? [])].map((because) => ({ rule: rule.id, because }));
  running.raised.push(...found.map((raised) => ({ rule, raised })));
  running.notChecked.push(...partly);
};

const ourFault = (rule: string, error: unknown): NotChecked => ({
  rule,
  because: { kind: "our-fault", detail: error instanceof Error ? error.message : String(error) },
});

/**
 * Runs every rule that concerns the format and the receiver. A rule that throws is listed as not checked for our own
 * fault and the others go on. Rejects with an AbortError when the signal was aborted.
 */
export const runChecks = async (context: CheckContext, options: RunOptions = {}): Promise<CheckResult> => {
  const running: Running = { raised: [], notChecked: [] };
  for (const rule of options.rules ?? rules) {
    if (!concerns(rule, context)) continue;
    if (options.signal?.aborted === true) {
      throw Object.assign(new Error("The check was cancelled."), { name: "AbortError" });
    }
    try {
      runRule(rule, context, running);
    } catch (error) {
      running.notChecked.push(ourFault(rule.id, error));
    }
    await options.yieldNow?.();
  }
  return conclude(context, running, options.onFinding);
};

/** Findings, explained where a cause is proved, and set apart where the LEA knows of them. */
const conclude = (
  context: CheckContext,
  { raised, notChecked }: Running,
  onFinding: RunOptions["onFinding"],
): CheckResult => {
  const byId = new Map(raised.map(({ rule }) => [rule.id, rule]));
  const named = raised.map((one) => ({ rule: one.rule.id, raised: one.raised }));
  const explained = explainFindings(context, named, causes, (cause, error) =>
    notChecked.push(ourFault(cause, error)),
  );
  const acknowledged = context.settings.acknowledged ?? [];
  const findings: Finding[] = [];
  for (const part of splitAcknowledged(explained.raised, acknowledged)) {
    try {
      const places = part.raised.places[Symbol.iterator]();
      const found = toFinding(byId.get(part.rule) as Rule, part.raised, places);
      const finding = acknowledge(found, acknowledged, context.date);
      findings.push(finding);
      onFinding?.(finding, allOf(finding.samples, places));
    } catch (error) {
      notChecked.push(ourFault(part.rule, error));
    }
  }
  const { causes: proved } = explained;
  return { findings: sortFindings(findings), ...(proved.length > 0 && { causes: proved }), notChecked };
};
