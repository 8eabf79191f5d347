import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { inspect, parseArgs } from "node:util";
import { type Cost, measureOnce } from "./measure-page.ts";
import { type Cells, servePage } from "./page-cost-page.ts";
import type { Task } from "./page-tasks.ts";

/**
 * What the extension costs a portal's page:
 * `node test/bench/page-cost.ts [--rows 1000,5000] [--runs 3] [--cells text|controls] [--page profile|unknown] [--renders 20] [--json]`.
 * Measures the built demo extension (`npm run build:demo` first) against the same page in the same browser without it;
 * the script's size is that of the build that is shipped (`npm run build`), where there is one.
 * Exit 0 when the bars are met, 1 when one is not.
 */
const builds = join(import.meta.dirname, "..", "..", ".output");
const build = join(builds, "chrome-mv3-demo");
const shipped = join(builds, "chrome-mv3");

const bars = { ratio: 1.2, taskMilliseconds: 50, shift: 0, scriptKiB: 40 };

const median = (numbers: number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const highest = (numbers: number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);

const round = (number: number, digits = 1): number => Number(number.toFixed(digits));

/** In whole milliseconds; `guest`: of the processor time, in scripts that are not the page's. */
const show = ({ start, wall, cpu, guest, what, isPages }: Task) =>
  `${isPages ? "page's work, " : ""}at ${Math.round(start)}: ${Math.round(wall)} on the clock, ${Math.round(cpu)} of processor, ${Math.round(guest)} in our scripts (${what})`;

/**
 * Tasks that are ours: every one outside the page's own work, and of the page's work what our scripts took. Those that
 * are long on the clock alone stood still meanwhile: something else had the processor.
 */
const oursOf = ({ tasks }: Cost) => {
  const limit = bars.taskMilliseconds;
  const ours = (task: Task) => (task.isPages ? task.guest : task.cpu);
  const isLong = (task: Task) => ours(task) > limit;
  const waited = tasks.filter((task) => !task.isPages && task.wall > limit && !isLong(task));
  return {
    long: tasks.filter(isLong).map(show),
    longOnTheClock: waited.length,
    longestOnTheClock: waited
      .sort((one, other) => other.wall - one.wall)
      .slice(0, 3)
      .map(show),
    longest: round(highest(tasks.map(ours))),
    longestTasks: [...tasks]
      .sort((one, other) => ours(other) - ours(one))
      .slice(0, 3)
      .map(show),
    /** Without what the browser does of itself (collecting garbage, painting). */
    longestScript: round(highest(tasks.map(({ guest }) => guest))),
  };
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "1000,5000" },
      runs: { type: "string", default: "3" },
      cells: { type: "string", default: "text" },
      page: { type: "string", default: "profile" },
      renders: { type: "string", default: "20" },
      json: { type: "boolean", default: false },
    },
  });
  const renders = Number(values.renders);
  const scriptKiB = round(
    statSync(join(existsSync(shipped) ? shipped : build, "content-scripts", "portal.js")).size / 1024,
    2,
  );
  for (const rows of values.rows.split(",").map(Number)) {
    const { url, close } = await servePage(rows, values.cells as Cells);
    const runs: Record<"with" | "without", Cost[]> = { with: [], without: [] };
    for (let run = 0; run < Number(values.runs); run += 1) {
      runs.without.push(await measureOnce(url, undefined, renders));
      runs.with.push(await measureOnce(url, { build, isKnown: values.page !== "unknown" }, renders));
    }
    close();
    const of = (side: "with" | "without", key: "loadSeconds" | "renderSeconds") =>
      median(runs[side].map((cost) => cost[key]));
    const shifts = runs.with.map(({ shifts: sum }) => sum);
    const tasks = runs.with.map(oursOf);
    const renderRatio = round(of("with", "renderSeconds") / of("without", "renderSeconds"), 3);
    const met = {
      ratio: renderRatio <= bars.ratio,
      tasks: tasks.every(({ long }) => long.length === 0),
      shift: shifts.every((sum) => sum <= bars.shift),
      script: scriptKiB <= bars.scriptKiB,
      read: runs.with.every(({ rostersSent }) => rostersSent > 0),
    };
    const missed = Object.entries(met).flatMap(([bar, isMet]) => (isMet ? [] : [bar]));
    const result = {
      rows,
      cells: values.cells,
      page: values.page,
      renderRatio,
      ratioOfRuns: runs.with.map((cost, run) =>
        round(cost.renderSeconds / (runs.without[run]?.renderSeconds ?? Number.NaN), 3),
      ),
      loadRatio: round(of("with", "loadSeconds") / of("without", "loadSeconds"), 3),
      renderSeconds: { with: of("with", "renderSeconds"), without: of("without", "renderSeconds") },
      loadSeconds: { with: of("with", "loadSeconds"), without: of("without", "loadSeconds") },
      guestSeconds: runs.with.map(({ tasks: all }) =>
        round(all.reduce((sum, { guest }) => sum + guest, 0) / 1000, 2),
      ),
      tasks,
      without: runs.without.map(({ tasks: all }) => ({
        longOutsideThePagesWork: all
          .filter((task) => !task.isPages && task.wall > bars.taskMilliseconds)
          .map(show),
      })),
      rostersSent: runs.with.map(({ rostersSent }) => rostersSent),
      shifts,
      scriptKiB,
      verdict: missed.length === 0 ? "bars met" : `not met: ${missed.join(", ")}`,
    };
    if (missed.length > 0) process.exitCode = 1;
    console.log(
      values.json ? JSON.stringify(result) : inspect(result, { depth: 6, compact: 2, breakLength: 120 }),
    );
  }
};

await main();
