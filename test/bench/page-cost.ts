import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { inspect, parseArgs } from "node:util";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/find-browser.ts";
import { launchWithExtension } from "../e2e/browser/launch.ts";
import { type PageLog, servePage } from "./page-cost-page.ts";

/**
 * What the extension costs a portal's page: `node test/bench/page-cost.ts [--rows 1000,5000] [--runs 3] [--cells text|controls] [--json]`.
 * Measures the built demo extension (`npm run build:demo` first) against the same page in the same browser without it.
 */
const build = join(import.meta.dirname, "..", "..", ".output", "chrome-mv3-demo");
const renders = 20;
/** Between two renders: longer than the guard waits for a page to settle, so that every one of them is read. */
const pause = 700;
const settling = 3000;

type Cost = {
  /** Main thread, seconds: from the start until the page and its guest are at rest, and over the renders. */
  loadSeconds: number;
  renderSeconds: number;
  /** Tasks over 50 ms while the page itself had nothing to do, in milliseconds. */
  longTasks: number[];
  shifts: number;
};

const openBrowser = async (isGuarded: boolean): Promise<{ page: Page; close: () => Promise<void> }> => {
  if (isGuarded) return launchWithExtension(build);
  const profile = mkdtempSync(join(tmpdir(), "rosterguard-bare-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    headless: false,
    executablePath: findBrowser(),
    viewport: null,
    args: [
      "--headless=new",
      "--disable-gpu",
      "--window-size=1360,900",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

const measureOnce = async (url: string, isGuarded: boolean): Promise<Cost> => {
  const browser = await openBrowser(isGuarded);
  try {
    const { page } = browser;
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const taskSeconds = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    };
    await page.goto(url);
    await page.waitForTimeout(settling);
    const loaded = await taskSeconds();
    for (let at = 0; at < renders; at += 1) {
      await page.evaluate(() => (globalThis as unknown as { renderAgain(): Promise<void> }).renderAgain());
      await page.waitForTimeout(pause);
    }
    await page.waitForTimeout(settling);
    const rendered = await taskSeconds();
    const log = await page.evaluate(() => (globalThis as unknown as { log: PageLog }).log);
    const isPages = ({ start, duration }: PageLog["longTasks"][number]) =>
      log.busy.some((span) => start < span.end && start + duration > span.start);
    return {
      loadSeconds: loaded,
      renderSeconds: rendered - loaded,
      longTasks: log.longTasks.filter((task) => !isPages(task)).map(({ duration }) => Math.round(duration)),
      shifts: log.shifts,
    };
  } finally {
    await browser.close();
  }
};

const median = (numbers: number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "1000,5000" },
      runs: { type: "string", default: "3" },
      cells: { type: "string", default: "text" },
      json: { type: "boolean", default: false },
    },
  });
  for (const rows of values.rows.split(",").map(Number)) {
    const { url, close } = await servePage(rows, values.cells === "controls" ? "controls" : "text");
    const runs: Record<"with" | "without", Cost[]> = { with: [], without: [] };
    for (let run = 0; run < Number(values.runs); run += 1) {
      runs.without.push(await measureOnce(url, false));
      runs.with.push(await measureOnce(url, true));
    }
    close();
    const of = (side: "with" | "without", key: "loadSeconds" | "renderSeconds") =>
      median(runs[side].map((cost) => cost[key]));
    const result = {
      rows,
      renderRatio: of("with", "renderSeconds") / of("without", "renderSeconds"),
      loadRatio: of("with", "loadSeconds") / of("without", "loadSeconds"),
      renderSeconds: { with: of("with", "renderSeconds"), without: of("without", "renderSeconds") },
      loadSeconds: { with: of("with", "loadSeconds"), without: of("without", "loadSeconds") },
      longTasks: {
        with: runs.with.map((cost) => cost.longTasks),
        without: runs.without.map((cost) => cost.longTasks),
      },
      shifts: {
        with: runs.with.map((cost) => cost.shifts),
        without: runs.without.map((cost) => cost.shifts),
      },
    };
    console.log(values.json ? JSON.stringify(result) : inspect(result, { depth: 5, compact: 3 }));
  }
};

await main();
