import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { tame } from "../utils/exports/escape.ts";
import { type CheckSettings, settingOptions, settingsFrom } from "./check-arguments.ts";
import { checkPaths } from "./check-paths.ts";
import type { Around, Command } from "./command.ts";
import { exitCodes } from "./exit-code.ts";
import { tryTo, UnreadablePath } from "./open-paths.ts";
import { sayVerdict } from "./text-report.ts";
import { oneOf, parseWords, UsageProblem } from "./usage.ts";
import { type Arrival, listArrivals } from "./watch-folder.ts";

type WatchRequest = CheckSettings & {
  folder: string;
  /** Milliseconds between looks, and for which nothing may have changed. */
  every: number;
  settle: number;
  output: "text" | "json";
};

const secondsOf = (option: string, value: string | undefined, otherwise: number): number => {
  if (value === undefined) return otherwise * 1000;
  const seconds = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new UsageProblem(`--${option} must be a number of seconds such as 5, not "${value}".`);
};

export const parseWatch = (words: string[]): WatchRequest => {
  const { values, positionals } = parseWords(words, {
    ...settingOptions,
    every: { type: "string" },
    settle: { type: "string" },
    output: { type: "string" },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageProblem("One folder is watched: name it.");
  return {
    folder,
    every: secondsOf("every", values.every, 2),
    settle: secondsOf("settle", values.settle, 5),
    output: oneOf("output", values.output, ["text", "json"] as const) ?? "text",
    ...settingsFrom(values),
  };
};

/** One line an arrival: when, the verdict in numbers, and what it was. */
const checkArrival = async (arrival: Arrival, request: WatchRequest, around: Around, signal: AbortSignal) => {
  const at = new Date().toISOString();
  const say = (line: object, text: string) =>
    around.stdout.write(
      request.output === "json" ? `${JSON.stringify({ at, ...line })}\n` : `${at} ${text}\n`,
    );
  const name = tame(arrival.name);
  try {
    const report = await checkPaths({ ...request, paths: arrival.paths }, around, { signal });
    const { verdict, totals, format } = report;
    const rules = [...new Set(report.findings.map(({ rule }) => rule))];
    say(
      { arrival: arrival.name, verdict, totals, format: format.id, rules },
      `${name}: ${sayVerdict(report)}`,
    );
  } catch (error) {
    if (signal.aborted) return;
    // Taken away while it was read: the next look tells whether it came back.
    if (!(error instanceof UnreadablePath)) throw error;
    say({ arrival: arrival.name, problem: error.message }, `${name}: COULD NOT CHECK: ${error.message}`);
  }
};

/** Looks until the signal aborts. What has not changed for `settle` is checked once, and again only when it changes. */
export const watchFolder = async (
  request: WatchRequest,
  around: Around,
  signal: AbortSignal,
): Promise<void> => {
  const root = resolve(around.root, request.folder);
  const seen = new Map<string, { print: string; since: number; checked: boolean }>();
  while (!signal.aborted) {
    const arrivals = await tryTo("read", request.folder, () => listArrivals(root));
    const now = performance.now();
    for (const name of [...seen.keys()]) {
      if (!arrivals.some((arrival) => arrival.name === name)) seen.delete(name);
    }
    for (const arrival of arrivals) {
      const known = seen.get(arrival.name);
      if (known === undefined || known.print !== arrival.print) {
        seen.set(arrival.name, { print: arrival.print, since: now, checked: false });
      } else if (!known.checked && now - known.since >= request.settle && !signal.aborted) {
        known.checked = true;
        await checkArrival(arrival, request, around, signal);
      }
    }
    await wait(request.every, undefined, { signal }).catch(() => undefined);
  }
};

const watch = async (words: string[], around: Around): Promise<number> => {
  const request = parseWatch(words);
  const info = await tryTo("read", request.folder, () => stat(resolve(around.root, request.folder)));
  if (!info.isDirectory()) throw new UsageProblem(`${request.folder} is not a folder.`);
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  around.say(`Watching ${request.folder}; Ctrl-C ends it.`);
  try {
    await watchFolder(request, around, stop.signal);
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
  around.say("Stopped watching.");
  return exitCodes.accepted;
};

export const command: Command = {
  summary: "check files as they arrive in a drop folder",
  help: `rosterguard watch DIR

Checks what arrives in DIR: each .zip and .xlsx, the loose .csv files together, and each folder in it. A file has arrived
when its size and time have not changed for a while; names of uploads under way (.part, .tmp, .filepart, ~$...) are left
alone. Nothing is moved, renamed or deleted. One line an arrival on stdout; Ctrl-C ends it.

  --format ID, --system ID, --policy FILE, --mode partial|complete, --date YYYY-MM-DD   as in "check"
  --settle SECONDS    how long nothing may change before a file counts as arrived (default: 5)
  --every SECONDS     how often to look (default: 2)
  --output text|json  json: one object a line

Exit code: 0 ended by Ctrl-C, 2 wrong usage, 3 the folder cannot be read.
`,
  run: watch,
};
