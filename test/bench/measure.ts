import { type Browser, type CDPSession, chromium } from "@playwright/test";
import type { Contender, Measured, Peer, Start, Timed } from "./answer.ts";
import { watchMemory } from "./memory.ts";

export const browserFlags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

type ProcessInfo = { type: string; id: number; cpuTime: number };

const listRenderers = async (devtools: CDPSession): Promise<ProcessInfo[]> => {
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  return (processInfo as ProcessInfo[]).filter(({ type }) => type === "renderer");
};

const cpuOf = (processes: readonly ProcessInfo[]): number =>
  processes.reduce((sum, { cpuTime }) => sum + cpuTime, 0);

const measureIn = async (
  browser: Browser,
  origin: string,
  contender: Contender | Peer,
  paths: string[],
  start: Start,
): Promise<Measured> => {
  const page = await browser.newPage();
  await page.goto(contender === "duckdb-wasm" ? `${origin}/duckdb-wasm` : origin);
  await page.waitForFunction(() => "check" in globalThis);
  await page.setInputFiles("input", paths);
  const devtools = await browser.newBrowserCDPSession();
  const before = await listRenderers(devtools);
  const memory = watchMemory(before.map(({ id }) => id));
  page.setDefaultTimeout(0);
  const { answer, seconds } = await page.evaluate(
    ([name, start]) =>
      (globalThis as unknown as { check: (name: string, start: Start) => Promise<Timed> }).check(name, start),
    [contender, start] as const,
  );
  const peakBytes = memory.peakBytes();
  const cpuSeconds = cpuOf(await listRenderers(devtools)) - cpuOf(before);
  return { answer, seconds, cpuSeconds, peakBytes };
};

/** One run in a browser of its own, so that nothing of an earlier run is warm. Throws when the browser will not start. */
export const measureOnce = async (
  executablePath: string,
  origin: string,
  contender: Contender | Peer,
  paths: string[],
  start: Start,
): Promise<Measured> => {
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    return await measureIn(browser, origin, contender, paths, start);
  } finally {
    await browser.close();
  }
};
