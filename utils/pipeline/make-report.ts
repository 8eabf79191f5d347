import { findRule } from "../checks/index.ts";
import type { CheckResult } from "../checks/rule.ts";
import { countAcknowledged } from "../findings/acknowledge.ts";
import { containerOf } from "../findings/container.ts";
import { describeFinding, describeNotChecked } from "../findings/describe.ts";
import { describeCause } from "../findings/describe-cause.ts";
import type { NotChecked, NotCheckedReason, Outcome } from "../findings/finding.ts";
import { verdictOf } from "../findings/order.ts";
import type { Plan, Report } from "../findings/report.ts";
import type { SourceFile } from "../table/source.ts";
import type { CheckOptions } from "./options.ts";
import type { Package } from "./read-package.ts";
import type { Recognised } from "./recognise.ts";

type Parts = {
  sources: readonly SourceFile[];
  read: Package;
  recognised: Recognised;
  checked: CheckResult;
  plan: Plan | null;
  /** Why there is no plan, or none against the last file, under the names they are reported by. */
  withoutPlan: Readonly<Record<string, NotCheckedReason | undefined>>;
  timings: Record<string, number>;
};

/** Puts the parts of a check together as the published report, in words of the language asked for. */
export const makeReport = (parts: Parts, options: CheckOptions): Report => {
  const { read, recognised, checked, plan, withoutPlan, timings } = parts;
  const { id, confidence, evidence } = recognised.detection;
  const language = options.language ?? "en";
  const container = containerOf(read.fileNames);
  const sum = (outcome: Outcome) =>
    checked.findings.reduce((total, finding) => total + (finding.outcome === outcome ? finding.count : 0), 0);
  const acknowledged = countAcknowledged(checked.findings);
  return {
    tool: { name: "rosterguard", version: options.version },
    date: options.date,
    format: { id, confidence, evidence },
    system: recognised.system ?? null,
    verdict: judge(parts),
    files: listFiles(parts),
    totals: {
      rows: read.tables.reduce((total, table) => total + table.rows, 0),
      faults: sum("fault"),
      warnings: sum("warning"),
      notes: sum("note"),
      ...(acknowledged > 0 && { acknowledged }),
    },
    causes: (checked.causes ?? []).map((cause) => describeCause(cause, language, container)),
    findings: checked.findings.map((finding) =>
      describeFinding(finding, findRule(finding.rule) ?? noRule, language, container),
    ),
    notChecked: [
      ...checked.notChecked,
      ...Object.entries(withoutPlan).flatMap(([rule, because]) => (because ? [{ rule, because }] : [])),
    ].map((notChecked) => sayNotChecked(notChecked, language, container)),
    plan,
    timings,
  };
};

/** Where nothing could be read nothing is rejected, and where there are no rows nothing is called good. */
const judge = ({ read, recognised, checked }: Parts): Report["verdict"] => {
  if (read.tables.length === 0) return "could-not-check";
  const verdict = verdictOf(checked.findings, checked.notChecked, read.problems, recognised.detection.id);
  const isEmpty = read.tables.every(({ rows }) => rows === 0);
  return isEmpty && verdict === "accept" ? "could-not-check" : verdict;
};

/** Findings come from rules of the catalogue; one without would be our fault, and is shown as assumed. */
const noRule = { whoCanFix: "lea-data-team", source: "Rosterguard", certain: false };

const sayNotChecked = (
  notChecked: NotChecked,
  language: "en" | "es",
  container: string,
): Report["notChecked"][number] => ({
  rule: notChecked.rule,
  because: describeNotChecked(notChecked, language, container),
});

/** Every file of the package, also one of which nothing could be read. */
const listFiles = ({ sources, read, recognised }: Parts): Report["files"] => {
  const roles = new Map([...recognised.files].map(([role, { table }]) => [table, role]));
  const tables = new Map(read.tables.map((table) => [table.file.name, table]));
  return [...new Set(read.fileNames)].map((name) => {
    const table = tables.get(name);
    if (table !== undefined) return { ...table.file, role: roles.get(table) ?? "" };
    const bytes = sources.find((source) => source.name === name)?.blob.size ?? 0;
    return { name, role: "", rows: 0, columns: 0, bytes, encoding: "", lineEnding: "", delimiter: "" };
  });
};
