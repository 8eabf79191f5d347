import { describeConsequence } from "../findings/describe.ts";
import type { Outcome } from "../findings/finding.ts";
import type { FindingJson, Report } from "../findings/report.ts";
import { makeWhole, tame } from "./escape.ts";
import { type RuleFacts, wordsForRule } from "./rule-facts.ts";
import { type Sample, sayPlace } from "./say-place.ts";

/** SARIF 2.1.0 (OASIS), the form code scanning reads: one result a place, as many as the report has samples of. */

const levels: Record<Outcome, "error" | "warning" | "note"> = {
  fault: "error",
  warning: "warning",
  note: "note",
};

/** A file name as a relative URI reference (SARIF 3.10): each part encoded, so that no name looks like a scheme. */
const uriOf = (file: string): string =>
  file
    .split(/[/\\]/)
    .map((part) => encodeURIComponent(makeWhole(part)))
    .join("/");

const makeRule = (rule: RuleFacts) => {
  const { title, why, fix } = wordsForRule(rule.id);
  const consequence = describeConsequence(rule.consequence);
  const basis = `Source: ${rule.source}${rule.certain ? "" : " (assumed by Rosterguard)"}.`;
  const help = [why || consequence, fix, basis].filter((text) => text !== "");
  return {
    id: rule.id,
    name: rule.id.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why || consequence },
    help: { text: help.join(" "), markdown: help.map(escapeMarkdown).join("\n\n") },
    defaultConfiguration: { level: levels[rule.outcome] },
    properties: { consequence: rule.consequence, source: rule.source, certain: rule.certain },
  };
};

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");

const makeResult = (finding: FindingJson, ruleIndex: number, place: Sample | undefined) => ({
  ruleId: finding.rule,
  ruleIndex,
  level: levels[finding.outcome],
  message: { text: tame(sayResult(finding, place)) },
  ...(place !== undefined && { locations: [makeLocation(place)] }),
  ...(finding.acknowledged && {
    suppressions: [{ kind: "external", status: "accepted", justification: finding.acknowledged.reason }],
  }),
  properties: {
    count: finding.count,
    ...(finding.cause && { cause: finding.cause }),
    fix: finding.fix,
    whoCanFix: finding.whoCanFix,
  },
});

const sayResult = (finding: FindingJson, place: Sample | undefined): string =>
  place?.line === undefined
    ? finding.message
    : `${wordsForRule(finding.rule).title}: ${sayPlace(place)}. ${finding.fix}`;

const makeLocation = ({ file, line, column }: Sample) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(line !== undefined && line > 0 && { region: { startLine: line } }),
  },
  ...(column !== undefined &&
    column !== "" && {
      logicalLocations: [{ name: column, fullyQualifiedName: `${file}#${column}`, kind: "member" }],
    }),
});

/** `rules` are those the check ran; a rule with findings is added when it is not among them. */
export const makeSarif = (report: Report, rules: readonly RuleFacts[]) => {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { rule: id, ...facts } of report.findings)
    if (!known.has(id)) known.set(id, { id, ...facts } as RuleFacts);
  const indexes = new Map([...known.keys()].map((id, index) => [id, index]));
  const ourFault = report.verdict === "could-not-check";
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Rosterguard",
            version: report.tool.version,
            rules: [...known.values()].map(makeRule),
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: report.files.map(({ name, role, bytes, rows }) => ({
          location: { uri: uriOf(name) },
          length: bytes,
          properties: { role, rows },
        })),
        invocations: [
          {
            executionSuccessful: !ourFault,
            toolExecutionNotifications: report.notChecked.map(({ rule, because }) => ({
              ...(indexes.has(rule) && { associatedRule: { id: rule, index: indexes.get(rule) } }),
              level: "note",
              message: { text: `${rule} was not checked: ${because}` },
            })),
          },
        ],
        results: report.findings.flatMap((finding) => {
          const index = indexes.get(finding.rule) ?? -1;
          const places = finding.samples.length > 0 ? finding.samples : [undefined];
          return places.map((place) => makeResult(finding, index, place));
        }),
        properties: {
          verdict: report.verdict,
          format: report.format.id,
          system: report.system,
          date: report.date,
          totals: report.totals,
        },
      },
    ],
  };
};
