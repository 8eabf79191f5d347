import { join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { Bench } from "./bench-set.ts";
import { browserFlags } from "./measure.ts";
import { watchMemory } from "./memory.ts";
import type { BenchSet } from "./prepare-set.ts";
import type { StoreAnswer, StoreStep } from "./store-steps.ts";
import { type StoreResult, type StoreRun, summariseStore } from "./summarise-store.ts";

type Good = Extract<StoreAnswer, { ok: true }>;
type Took<Step extends StoreStep> = Extract<Good, { step: Step }> & { peakBytes: number | undefined };

const listRenderers = async (browser: Browser): Promise<number[]> => {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const processes = processInfo as { type: string; id: number }[];
  return processes.filter(({ type }) => type === "renderer").map(({ id }) => id);
};

/** One step in a page of its own: nothing of the step before is in its memory, and what was stored is. */
const take = async <Step extends StoreStep>(
  context: BrowserContext,
  origin: string,
  paths: string[],
  step: Step,
): Promise<Took<Step>> => {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(origin);
  await page.waitForFunction(() => "store" in globalThis);
  await page.setInputFiles("input", paths);
  const memory = watchMemory(await listRenderers(context.browser()!));
  const answer = await page.evaluate(
    (wanted) => (globalThis as unknown as { store: (step: StoreStep) => Promise<StoreAnswer> }).store(wanted),
    step as StoreStep,
  );
  const peakBytes = memory.peakBytes();
  await page.close();
  if (!answer.ok) throw new Error(`${step}: ${answer.problem}`);
  return { ...(answer as Extract<Good, { step: Step }>), peakBytes };
};

const runOnce = async (browser: Browser, origin: string, set: BenchSet): Promise<StoreRun> => {
  const context = await browser.newContext();
  const paths = set.files.map((name) => join(set.folder, name));
  const step = <Step extends StoreStep>(name: Step) => take(context, origin, paths, name);
  const check = await step("check");
  const { differences } = await step("seed");
  const keep = await step("keep");
  const { milliseconds } = await step("read");
  if (JSON.stringify(keep.found) !== JSON.stringify(differences)) {
    throw new Error(
      `the comparison found ${JSON.stringify(keep.found)} where ${JSON.stringify(differences)} differ, so its times say nothing`,
    );
  }
  return { check, keep, milliseconds };
};

/** Checks, stores, compares and reads back one set, each time in a fresh browser. Throws when an answer is not right. */
export const benchStore = async (
  { chromium: place }: Bench,
  size: string,
  set: BenchSet,
  times: number,
): Promise<StoreResult> => {
  if (place === undefined) throw new Error("There is no Chromium.");
  const runs: StoreRun[] = [];
  for (let round = 0; round < times; round += 1) {
    const browser = await chromium.launch({ executablePath: place.browser, args: browserFlags });
    try {
      runs.push(await runOnce(browser, place.origin, set));
    } finally {
      await browser.close();
    }
  }
  return summariseStore({ name: size, rows: set.rows, bytes: set.bytes }, runs);
};
