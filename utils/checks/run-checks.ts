import { type Finding, type NotChecked, type Place, sampleLimit } from "../findings/finding.ts";
import { sortFindings } from "../findings/order.ts";
import { rules } from "./index.ts";
import type { CheckContext, CheckResult, Raised, Rule } from "./rule.ts";

export type RunOptions = {
  /** Awaited between rules, so that a worker can hear a cancel. */
  yieldNow?: () => Promise<void>;
  /** An AbortSignal; only its flag is read. */
  signal?: { readonly aborted: boolean };
  /** The catalogue, unless a test brings its own. */
  rules?: readonly Rule[];
};

/** The receiver a check is for: CLI Engage's own formats need no naming of it. */
const systemOf = (context: CheckContext): string | undefined =>
  context.system ?? (context.format.id.startsWith("cli-engage") ? "cli-engage" : undefined);

const concerns = (rule: Rule, context: CheckContext): boolean => {
  const system = systemOf(context);
  return (
    (rule.formats?.includes(context.format.id) ?? true) &&
    (rule.systems === undefined || (system !== undefined && rule.systems.includes(system)))
  );
};

const take = (places: Iterable<Place>): Place[] => {
  const samples: Place[] = [];
  for (const place of places) {
    samples.push(place);
    if (samples.length === sampleLimit) break;
  }
  return samples;
};

const toFinding = (rule: Rule, raised: Raised): Finding => ({
  rule: rule.id,
  outcome: raised.outcome ?? rule.outcome,
  consequence: raised.consequence ?? rule.consequence,
  count: raised.count,
  args: raised.args,
  ...(raised.cause === undefined ? {} : { cause: raised.cause }),
  ...(raised.source === undefined ? {} : { source: raised.source }),
  ...(raised.certain === undefined ? {} : { certain: raised.certain }),
  samples: take(raised.places),
});

const runRule = (rule: Rule, context: CheckContext, result: CheckResult): void => {
  const unmet = rule.needs(context);
  if (unmet !== undefined) {
    result.notChecked.push({ rule: rule.id, because: unmet });
    return;
  }
  const found = [...rule.check(context)].filter(({ count }) => count > 0);
  const findings = found.map((raised) => toFinding(rule, raised));
  const partly: NotChecked[] = [...(rule.partly?.(context) ?? [])].map((because) => ({
    rule: rule.id,
    because,
  }));
  result.findings.push(...findings);
  result.notChecked.push(...partly);
};

/**
 * Runs every rule that concerns the format and the receiver. A rule that throws is listed as not checked for our own
 * fault and the others go on. Rejects with an AbortError when the signal was aborted.
 */
export const runChecks = async (context: CheckContext, options: RunOptions = {}): Promise<CheckResult> => {
  const result: CheckResult = { findings: [], notChecked: [] };
  for (const rule of options.rules ?? rules) {
    if (!concerns(rule, context)) continue;
    if (options.signal?.aborted === true) {
      throw Object.assign(new Error("The check was cancelled."), { name: "AbortError" });
    }
    try {
      runRule(rule, context, result);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      result.notChecked.push({ rule: rule.id, because: { kind: "our-fault", detail } });
    }
    await options.yieldNow?.();
  }
  return { findings: sortFindings(result.findings), notChecked: result.notChecked };
};
