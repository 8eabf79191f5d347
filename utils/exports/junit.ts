import { nameFilesOf } from "../findings/container.ts";
import type { FindingJson, Report } from "../findings/report.ts";
import { escapeXml } from "./escape.ts";
import { wordsForRule } from "./rule-facts.ts";
import { sayPlace } from "./say-place.ts";

/**
 * JUnit's XML, which every CI server reads: a suite a file, a case a rule. A fault is a failure (a warning too when
 * `failOn` says so), a rule that could not run is skipped, never passed.
 */

const placesShown = 20;

type Options = {
  /** Ids of the rules that the check ran. */
  rules: readonly string[];
  failOn: "fault" | "warning" | "never";
};

/** Suite of what is about the package as a whole. */
const wholePackage = "package";
const notRecognised = "file-not-recognised";

export function* makeJunit(report: Report, { rules, failOn }: Options): Generator<string> {
  const isFailure = ({ outcome, acknowledged }: FindingJson) =>
    acknowledged === undefined && (outcome === "fault" || (outcome === "warning" && failOn === "warning"));
  const suites = groupByFile(report);
  const skipped = new Map(report.notChecked.map(({ rule, because }) => [rule, because]));
  const ids = [...new Set([...rules, ...report.findings.map(({ rule }) => rule)])];
  const shorten = nameFilesOf(report.files.map(({ name }) => name));
  // A file without a role was not looked at by most rules: none of them may be called passed.
  const unknown = new Set(report.files.flatMap(({ name, role }) => (role === "" ? [shorten(name)] : [])));
  for (const file of unknown) {
    const found = suites.get(file);
    if (found?.size === 0) found.set(notRecognised, []);
  }
  const notHere = new Map(skipped).set(notRecognised, "No rule knows what this file ought to hold.");
  const isWhole = (file: string) => file === wholePackage;
  const built = [...suites].map(([file, findings]) => {
    const cases = ids.filter(
      (id) => findings.has(id) || (!unknown.has(file) && (!isWhole(file) || skipped.has(id))),
    );
    const extra = file === wholePackage ? [...skipped.keys()].filter((id) => !cases.includes(id)) : [];
    return { file, findings, cases: [...cases, ...extra], skipped: unknown.has(file) ? notHere : skipped };
  });
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  const sum = countCases(built, isFailure);
  yield `<testsuites name="rosterguard" tests="${sum.tests}" failures="${sum.failures}" errors="0" skipped="${sum.skipped}" time="${seconds(report)}">\n`;
  for (const suite of built) {
    const { tests, failures, skipped: without } = countCases([suite], isFailure);
    yield `  <testsuite name="${escapeXml(suite.file)}" tests="${tests}" failures="${failures}" errors="0" skipped="${without}" timestamp="${report.date}T00:00:00">\n`;
    for (const id of suite.cases) {
      yield makeCase(suite.file, id, suite.findings.get(id) ?? [], suite.skipped.get(id), isFailure);
    }
    yield "  </testsuite>\n";
  }
  yield "</testsuites>\n";
}

type Suite = {
  /** Why rules did not run here. */
  skipped: ReadonlyMap<string, string>;
  file: string;
  findings: ReadonlyMap<string, FindingJson[]>;
  cases: readonly string[];
};

const seconds = ({ timings }: Report): string => ((timings.total ?? 0) / 1000).toFixed(3);

/** Every file has a suite, also one without findings; what names no file is about the package. */
const groupByFile = (report: Report): Map<string, Map<string, FindingJson[]>> => {
  const shorten = nameFilesOf(report.files.map(({ name }) => name));
  const suites = new Map(report.files.map(({ name }) => [shorten(name), new Map<string, FindingJson[]>()]));
  suites.set(wholePackage, new Map());
  for (const finding of report.findings) {
    const file = finding.samples[0]?.file;
    const suite = suites.get(file === undefined ? wholePackage : shorten(file)) ?? suites.get(wholePackage);
    suite?.set(finding.rule, [...(suite.get(finding.rule) ?? []), finding]);
  }
  return suites;
};

const countCases = (suites: readonly Suite[], isFailure: (finding: FindingJson) => boolean) => {
  const sum = { tests: 0, failures: 0, skipped: 0 };
  for (const { cases, findings, skipped } of suites) {
    for (const id of cases) {
      const found = findings.get(id) ?? [];
      sum.tests += 1;
      if (found.some(isFailure)) sum.failures += 1;
      else if (found.length === 0 && skipped.has(id)) sum.skipped += 1;
    }
  }
  return sum;
};

const makeCase = (
  file: string,
  id: string,
  found: readonly FindingJson[],
  because: string | undefined,
  isFailure: (finding: FindingJson) => boolean,
): string => {
  const open = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(id)}"`;
  if (found.length === 0) {
    return because === undefined
      ? `${open}/>\n`
      : `${open}>\n      <skipped message="${escapeXml(because)}"/>\n    </testcase>\n`;
  }
  const failed = found.filter(isFailure);
  const told = found.filter((finding) => !isFailure(finding));
  const partly = because === undefined ? [] : [`Not wholly checked: ${because}`];
  const parts = [
    ...failed
      .slice(0, 1)
      .map(
        ({ outcome }) =>
          `      <failure type="${outcome}" message="${escapeXml(failed.map(({ message }) => message).join(" "))}">${escapeXml(failed.map(sayFinding).join("\n\n"))}</failure>\n`,
      ),
    ...(told.length + partly.length > 0
      ? [`      <system-out>${escapeXml([...told.map(sayFinding), ...partly].join("\n\n"))}</system-out>\n`]
      : []),
  ];
  return `${open}>\n${parts.join("")}    </testcase>\n`;
};

const sayFinding = ({ rule, message, fix, samples, count }: FindingJson): string => {
  const shown = samples.slice(0, placesShown).map((place) => `  ${sayPlace(place)}`);
  const more = count - shown.length;
  return [
    `${wordsForRule(rule).title}: ${message}`,
    `How to fix it: ${fix}`,
    ...shown,
    ...(more > 0 && shown.length > 0 ? [`  and ${more} more`] : []),
  ].join("\n");
};
