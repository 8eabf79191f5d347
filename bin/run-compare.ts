import {
  type Compared,
  compareRuns,
  hasNewFaults,
  type RunsCompared,
} from "../utils/exports/compare-runs.ts";
import { tame } from "../utils/exports/escape.ts";
import { Report } from "../utils/findings/report.ts";
import type { Around, Command } from "./command.ts";
import { exitCodes } from "./exit-code.ts";
import { readText, UnreadablePath } from "./open-paths.ts";
import { oneOf, parseWords, pick, UsageProblem } from "./usage.ts";
import { writeOut } from "./write-out.ts";

const readReport = async (path: string, root: string): Promise<Report> => {
  const text = await readText(path, root);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UnreadablePath(`${path} is not valid JSON: make it with "check --output json --out ${path}".`);
  }
  const parsed = Report.safeParse(value);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.map(String).join(".") || "its top";
  throw new UnreadablePath(
    `${path} is not a report (at ${place}): make it with "check --output json --out ${path}".`,
  );
};

const number = (value: number): string => value.toLocaleString("en-US");

const sayCounts = ({ before, after }: Compared): string =>
  before === after ? number(after) : before === 0 ? number(after) : `${number(before)} -> ${number(after)}`;

const sayFound = (finding: Compared & { because?: string }): string[] => [
  `- ${finding.outcome} ${finding.rule} (${tame(finding.where)}): ${sayCounts(finding)}`,
  `  ${tame(finding.message)}`,
  ...(finding.because === undefined ? [] : [`  Not looked for in the second run: ${tame(finding.because)}`]),
];

const renderCompared = (runs: RunsCompared): string => {
  const groups: [string, readonly Compared[]][] = [
    ["New", runs.new],
    ["Fixed", runs.fixed],
    ["Persisting", runs.persisting],
    ["Could not be looked for", runs.notLookedFor],
  ];
  const sums = `${runs.new.length} new, ${runs.fixed.length} fixed, ${runs.persisting.length} persisting`;
  const head = hasNewFaults(runs) ? `NEW FAULTS: ${sums}.` : `NO NEW FAULT: ${sums}.`;
  const parts = groups.filter(([, found]) => found.length > 0);
  return `${[head, ...parts.map(([title, found]) => [title, ...found.flatMap(sayFound)].join("\n"))].join("\n\n")}\n`;
};

const compare = async (words: string[], around: Around): Promise<number> => {
  const { values, positionals } = parseWords(words, { output: { type: "string" }, out: { type: "string" } });
  const [first, second, ...more] = positionals;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new UsageProblem("Two reports are compared: name the earlier and the later one.");
  }
  const output = oneOf("output", values.output, ["text", "json"] as const) ?? "text";
  const { out } = pick(values, ["out"]);
  const [before, after] = await Promise.all([first, second].map((path) => readReport(path, around.root)));
  if (before === undefined || after === undefined) return exitCodes.unreadable;
  const runs = compareRuns(before, after);
  const text = output === "json" ? `${JSON.stringify(runs, undefined, 2)}\n` : renderCompared(runs);
  await writeOut([text], out, around);
  if (before.format.id !== after.format.id) {
    around.say(`The runs are of two formats, ${before.format.id} and ${after.format.id}.`);
  }
  if (hasNewFaults(runs)) return exitCodes.rejected;
  return after.verdict === "could-not-check" ? exitCodes.unreadable : exitCodes.accepted;
};

export const command: Command = {
  summary: "compare two reports: what is new, fixed and still there",
  help: `rosterguard compare RUN1.json RUN2.json

RUN1 and RUN2 are reports of "rosterguard check --output json": the earlier one first.

  --output text|json  the form of the answer (default: text)
  --out FILE          write it to FILE instead of printing it

Exit code: 0 no new fault, 1 new faults or more of a kind, 2 wrong usage, 3 a report could not be read, or the second
run could not check.
`,
  run: compare,
};
