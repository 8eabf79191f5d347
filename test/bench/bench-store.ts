import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Bench } from "./bench-set.ts";
import { browserFlags } from "./measure.ts";
import { watchMemory } from "./memory.ts";
import type { BenchSet } from "./prepare-set.ts";
import type { StoreAnswer, StoreStep } from "./store-steps.ts";
import { type StoreResult, type StoreRun, summariseStore } from "./summarise-store.ts";

type Good = Extract<StoreAnswer, { ok: true }>;
type Took<Step extends StoreStep> = Extract<Good, { step: Step }> & { peakBytes: number | undefined };

const openPage = async (browser: Browser, origin: string, paths: string[]): Promise<Page> => {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(origin);
  await page.waitForFunction(() => "store" in globalThis);
  await page.setInputFiles("input", paths);
  return page;
};

const runOnce = async (browser: Browser, origin: string, set: BenchSet): Promise<StoreRun> => {
  const page = await openPage(
    browser,
    origin,
    set.files.map((name) => join(set.folder, name)),
  );
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const renderers = (processInfo as { type: string; id: number }[]).filter(({ type }) => type === "renderer");
  const take = async <Step extends StoreStep>(step: Step): Promise<Took<Step>> => {
    const memory = watchMemory(renderers.map(({ id }) => id));
    const answer = await page.evaluate(
      (wanted) =>
        (globalThis as unknown as { store: (step: StoreStep) => Promise<StoreAnswer> }).store(wanted),
      step as StoreStep,
    );
    const peakBytes = memory.peakBytes();
    if (!answer.ok) throw new Error(`${step}: ${answer.problem}`);
    return { ...(answer as Extract<Good, { step: Step }>), peakBytes };
  };
  const check = await take("check");
  const { differences } = await take("seed");
  const keep = await take("keep");
  const { milliseconds } = await take("read");
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
