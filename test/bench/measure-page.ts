import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/find-browser.ts";
import { launchWithExtension } from "../e2e/browser/launch.ts";
import type { PageLog } from "./page-cost-page.ts";
import { type Task, traceTasks, useMark } from "./page-tasks.ts";

/** Between two renders: longer than the guard waits for a page to settle, so that every one of them is read. */
const pause = 700;
const settling = 3000;

export type Cost = {
  /** The main thread's processor time, seconds: until the page and its guest are at rest, and over the renders. */
  loadSeconds: number;
  renderSeconds: number;
  tasks: Task[];
  /** Sum of the layout shift scores. */
  shifts: number;
  /** How often the background was told of a roster. */
  rostersSent: number;
};

/** A build of the extension, and whether its policy knows the page's address. */
export type Guest = { build: string; isKnown: boolean };

type Browser = { page: Page; rostersSent: () => Promise<number>; close: () => Promise<void> };

const openBare = async (): Promise<Browser> => {
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
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    rostersSent: async () => 0,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

const openGuarded = async ({ build, isKnown }: Guest): Promise<Browser> => {
  const { context, page, close } = await launchWithExtension(build);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // Counted where they arrive; the count is lost with the worker, which lives on while it is spoken to.
  await worker.evaluate(async (known) => {
    const world = globalThis as unknown as { rostersSent: number };
    world.rostersSent = 0;
    chrome.runtime.onMessage.addListener((message: { type?: string }) => {
      if (message?.type === "portal/roster") world.rostersSent += 1;
    });
    if (known) return;
    const { policyFile } = (await chrome.storage.local.get("policyFile")) as { policyFile: object };
    await chrome.storage.local.set({ policyFile: { ...policyFile, portals: [] } });
  }, isKnown);
  return {
    page,
    rostersSent: () => worker.evaluate(() => (globalThis as unknown as { rostersSent: number }).rostersSent),
    close,
  };
};

const threadSeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
};

/** A person goes into a field of the roster, or adds a row where it has none, types, and the page renders again meanwhile. */
const useRoster = async (page: Page): Promise<void> => {
  await page.evaluate((mark) => performance.mark(mark), useMark);
  // By place and not by locator: Playwright's own search would be the longest task.
  const { x, y } = await page.evaluate(() => {
    const inputs = document.querySelectorAll("#roster-grid tr.student-row input");
    const control = inputs[40] ?? document.querySelector("#add-student")!;
    const { left, top } = control.getBoundingClientRect();
    return { x: left + 5, y: top + 5 };
  });
  await page.mouse.click(x, y);
  await page.waitForTimeout(pause);
  await page.keyboard.type("abc", { delay: 100 });
  await page.waitForTimeout(pause);
  await page.mouse.move(400, 400, { steps: 20 });
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(pause);
  await page.evaluate(() => (globalThis as unknown as { renderAgain(): Promise<void> }).renderAgain());
  await page.waitForTimeout(settling);
};

/** Loads the page in a fresh browser, lets it render its rows again, and says what that cost its main thread. */
export const measureOnce = async (url: string, guest: Guest | undefined, renders: number): Promise<Cost> => {
  const browser = guest ? await openGuarded(guest) : await openBare();
  try {
    const { page } = browser;
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const { stop } = await traceTasks(session, url);
    await page.goto(url);
    await page.waitForTimeout(settling);
    const loaded = await threadSeconds(session);
    for (let at = 0; at < renders; at += 1) {
      await page.evaluate(() => (globalThis as unknown as { renderAgain(): Promise<void> }).renderAgain());
      await page.waitForTimeout(pause);
    }
    await page.waitForTimeout(settling);
    const rendered = await threadSeconds(session);
    const rostersSent = await browser.rostersSent();
    await useRoster(page);
    const { shifts } = await page.evaluate(() => (globalThis as unknown as { log: PageLog }).log);
    const tasks = await stop();
    return { loadSeconds: loaded, renderSeconds: rendered - loaded, tasks, shifts, rostersSent };
  } finally {
    await browser.close();
  }
};
