import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../../scripts/find-browser.ts";

export type Browser = {
  context: BrowserContext;
  /** The first tab. */
  page: Page;
  extensionId: string;
  /** The open side panel as a page, or undefined while it is closed. */
  findPanel: () => Promise<Page | undefined>;
  /** Address of one of the extension's own pages, e.g. "options.html". */
  addressOf: (path: string) => string;
  close: () => Promise<void>;
};

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-port=0",
  "--window-size=1360,900",
];

/** Chromium with an unpacked extension and a fresh profile. `folder` is a build, e.g. ".output/chrome-mv3-demo". */
export const launchWithExtension = async (
  folder: string,
  options: {
    headless?: boolean;
    args?: string[];
    /** Playwright switches it off otherwise. */
    backForwardCache?: boolean;
  } = {},
): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), "rosterguard-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    // Playwright's own headless shell has no extensions; the new headless mode is the whole browser.
    headless: false,
    executablePath: findBrowser(),
    args: [
      ...quiet,
      ...(options.headless === false ? [] : ["--headless=new"]),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(options.args ?? []),
    ],
    ...(options.backForwardCache && { ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    viewport: null,
    acceptDownloads: true,
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const extensionId = new URL(worker.url()).host;
  // The demo build takes its policy when it is installed, a moment after the browser has started.
  const isDemo = folder.endsWith("-demo");
  await worker.evaluate(async (waits) => {
    while (waits && !("policyFile" in (await chrome.storage.local.get())))
      await new Promise((next) => setTimeout(next, 50));
  }, isDemo);
  const page = context.pages()[0] ?? (await context.newPage());

  // The side panel is no tab, so the launching connection does not list it; a second connection does.
  const findPanel = async (): Promise<Page | undefined> => {
    const port = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0];
    const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = second.contexts().flatMap((each) => each.pages());
    return pages.find((each) => each.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`));
  };

  return {
    context,
    page,
    extensionId,
    findPanel,
    addressOf: (path) => `chrome-extension://${extensionId}/${path}`,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};
