import { type PlanKind, planKinds, type RecordPlan } from "../utils/findings/report.ts";
import { type CheckSettings, settingOptions, settingsFrom } from "./check-arguments.ts";
import { checkPaths } from "./check-paths.ts";
import type { Around, Command } from "./command.ts";
import { exitCodes } from "./exit-code.ts";
import { UnreadablePath } from "./open-paths.ts";
import { showProgress } from "./show-progress.ts";
import { renderPlan } from "./text-plan.ts";
import { oneOf, parseWords, pick, UsageProblem } from "./usage.ts";
import { writeOut } from "./write-out.ts";

/** Kinds that say that something is not as it was. */
const unchanged: ReadonlySet<PlanKind> = new Set(["unchanged", "notSeen", "ignored"]);
const countChanges = (records: RecordPlan): number =>
  planKinds.reduce((sum, kind) => sum + (unchanged.has(kind) ? 0 : records[kind].count), 0);

const number = (value: number): string => value.toLocaleString("en-US");

const diff = async (words: string[], around: Around): Promise<number> => {
  const { values, positionals } = parseWords(words, {
    ...settingOptions,
    output: { type: "string" },
    out: { type: "string" },
    quiet: { type: "boolean" },
  });
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageProblem("Two packages are compared: name the earlier and the later one.");
  }
  const output = oneOf("output", values.output, ["text", "json"] as const) ?? "text";
  // Who is gone is the question, whatever the receiver would do about it.
  const settings: CheckSettings = { mode: "complete", ...settingsFrom(values) };
  const progress = showProgress(values.quiet ? { write: () => true } : around.stderr);
  const { plan, notChecked } = await checkPaths({ ...settings, paths: [after], previous: [before] }, around, {
    onProgress: progress.show,
  }).finally(progress.clear);
  const unread = notChecked.find(({ rule }) => rule === "plan" || rule === "compare-with-previous");
  if (plan === null || unread !== undefined) {
    const [path, because] = [unread?.rule === "compare-with-previous" ? before : after, unread?.because];
    throw new UnreadablePath(
      `${path} cannot be compared as a whole roster: ${because ?? "its format is not known, or tells no roster."}`,
    );
  }
  const counts = (["students", "classes", "teachers"] as const).map(
    (name) => [name, countChanges(plan[name])] as const,
  );
  const changes = counts.reduce((sum, [, count]) => sum + count, 0);
  const head =
    changes === 0
      ? "NOTHING CHANGED."
      : `CHANGED: ${counts.map(([name, count]) => `${name} ${number(count)}`).join(", ")}.`;
  const text =
    output === "json"
      ? `${JSON.stringify({ changes: Object.fromEntries(counts), ...plan }, undefined, 2)}\n`
      : `${[head, "", ...renderPlan(plan, `From ${before} to ${after}`)].join("\n")}\n`;
  await writeOut([text], pick(values, ["out"]).out, around);
  return exitCodes.accepted;
};

export const command: Command = {
  summary: "compare two packages: who and what was added, removed, moved and changed",
  help: `rosterguard diff BEFORE AFTER

BEFORE and AFTER are packages in any form that "rosterguard check" takes, the earlier one first.

  --format ID, --system ID, --policy FILE, --mode partial|complete, --date YYYY-MM-DD   as in "check"
  --output text|json  the form of the answer (default: text)
  --out FILE          write it to FILE instead of printing it
  --quiet             no progress on stderr

Exit code: 0 compared (whatever changed), 2 wrong usage, 3 a package could not be compared as a whole roster.
`,
  run: diff,
};
