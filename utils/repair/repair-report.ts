import * as z from "zod/mini";
import type { FindingJson, Report } from "../findings/report.ts";
import { countChanges } from "./change-log.ts";
import { type RepairPlan, repairKinds } from "./repair.ts";
import { sayLeft, sayRemains, sayRepair } from "./words.ts";

const count = z.int().check(z.nonnegative());
const Verdict = z.object({
  verdict: z.enum(["accept", "reject", "could-not-check"]),
  faults: count,
  warnings: count,
});
const Told = z.object({
  rule: z.string(),
  outcome: z.string(),
  count,
  message: z.string(),
});

/** The published shape of changes.json: what was mended, what the copy's check says, and what is left and why. */
export const RepairReport = z.object({
  tool: z.object({ name: z.literal("rosterguard"), version: z.string() }),
  date: z.string(),
  format: z.string(),
  system: z.nullable(z.string()),
  before: Verdict,
  after: Verdict,
  /** `made: false`: listed for the person to make in the spreadsheet. */
  changes: z.array(
    z.object({
      file: z.string(),
      kind: z.enum(repairKinds),
      count,
      why: z.string(),
      made: z.boolean(),
    }),
  ),
  /** Damage that was seen and left; `rows` is 0 for a whole file. */
  left: z.array(z.object({ file: z.string(), column: z.string(), rows: count, because: z.string() })),
  gone: z.array(Told),
  remaining: z.array(z.object({ ...Told.shape, before: count, because: z.string() })),
  /** Findings that only the copy has: an earlier one had hidden them. */
  appeared: z.array(Told),
});
export type RepairReport = z.infer<typeof RepairReport>;

const tell = ({ rule, outcome, count: rows, message }: FindingJson) => ({
  rule,
  outcome,
  count: rows,
  message,
});
const judge = ({ verdict, totals }: Report) => ({
  verdict,
  faults: totals.faults,
  warnings: totals.warnings,
});

/**
 * Sets the checks of the original and of its copy side by side. `copyOf` gives the name of a file's copy where it is
 * another one; headers are compared folded, because repairs respell them.
 */
export const makeRepairReport = (
  plan: RepairPlan,
  before: Report,
  after: Report,
  language: "en" | "es",
  copyOf: (file: string) => string,
): RepairReport => {
  const keyOf = ({ rule, samples: [first] }: FindingJson, rename: (file: string) => string): string =>
    [rule, rename(first?.file ?? ""), first?.column?.trim().toLowerCase() ?? ""].join("\n");
  const inCopy = new Map<string, FindingJson[]>();
  for (const finding of after.findings) {
    const key = keyOf(finding, (file) => file);
    inCopy.set(key, [...(inCopy.get(key) ?? []), finding]);
  }
  const gone: RepairReport["gone"] = [];
  const remaining: RepairReport["remaining"] = [];
  for (const finding of before.findings) {
    const still = inCopy.get(keyOf(finding, copyOf))?.shift();
    if (still === undefined) gone.push(tell(finding));
    else {
      remaining.push({ ...tell(still), before: finding.count, because: sayWhyLeft(plan, finding, language) });
    }
  }
  const listed = new Set(
    plan.files.filter(({ onlyListed }) => onlyListed).map(({ file }) => file.table.file.name),
  );
  return {
    tool: before.tool as RepairReport["tool"],
    date: before.date,
    format: before.format.id,
    system: before.system,
    before: judge(before),
    after: judge(after),
    changes: countChanges(plan).map(({ file, kind, count: rows }) => ({
      file,
      kind,
      count: rows,
      why: sayRepair([kind], language),
      made: !listed.has(file),
    })),
    left: plan.left.map(({ file, column = "", rows, why }) => ({
      file,
      column,
      rows,
      because: sayLeft(why, language),
    })),
    gone,
    remaining,
    appeared: [...inCopy.values()].flat().map(tell),
  };
};

const sayWhyLeft = ({ left }: RepairPlan, finding: FindingJson, language: "en" | "es"): string => {
  const [place] = finding.samples;
  const about = left.filter(({ file }) => file === place?.file);
  const found =
    about.find(({ column }) => column !== undefined && column === place?.column) ??
    about.find(({ column }) => column === undefined);
  return found === undefined ? sayRemains(finding.rule, language) : sayLeft(found.why, language);
};
