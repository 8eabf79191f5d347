import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { openLookalike } from "../../portals/lookalikes/drive.ts";
import { startLookalikes } from "../../portals/lookalikes/server.ts";
import { type Browser, launchWithExtension } from "../browser/launch.ts";
import { setForEach } from "../browser/stages.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const root = join(import.meta.dirname, "..", "..", "..");

/** A browser whose LEA has a policy that names no portal of this computer. */
export const launchUntaught = async (): Promise<Browser> => {
  const browser = await launchWithExtension(join(root, ".output", "chrome-mv3-demo"));
  const policy = JSON.parse(readFileSync(join(root, "examples", "demo-lea.policy.json"), "utf8")) as object;
  await browser.context.serviceWorkers()[0]!.evaluate(
    async (policyFile) => {
      await chrome.storage.local.set({ policyFile });
    },
    { ...policy, portals: [] },
  );
  return browser;
};

/** Before each test of a file, the look-alike portals and a browser whose LEA has described none of them. */
export const stageUntaught = () =>
  setForEach(async () => {
    const portal = await startLookalikes();
    const browser = await launchUntaught();
    const close = async () => {
      await browser.close();
      await portal.close();
    };
    return { portal, browser, close };
  });

/** Teaches a page by going on, step by step; the next update overwrites all of it. */
export const teachByGoingOn = async (panel: Page): Promise<void> => {
  await panel.getByRole("button", { name: "This page shows a roster" }).click();
  for (const at of [1, 2, 3, 4]) {
    await expect(
      panel.getByRole("heading", { name: new RegExp(`^Step ${at} of 5`) }),
      `step ${at}`,
    ).toBeFocused();
    if (at === 4)
      for (const fate of await panel.getByLabel("The next update overwrites it").all()) await fate.check();
    await panel.getByRole("button", { name: "Next" }).click();
  }
  await panel.getByRole("button", { name: "Save and guard this page" }).click();
  await expect(panel.getByRole("heading", { name: /^Saved/ })).toBeFocused();
};

/** The side panel of the tab that shows this address, as a page of its own; and the portal's page in front. */
export const openPanel = async (
  browser: Browser,
  address: string,
  offer = "Rosterguard does not know this portal yet",
): Promise<Page> => {
  const { page, context } = browser;
  await openLookalike(page, address);
  const tabId = await context.serviceWorkers()[0]!.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id;
  }, page.url());
  const panel = await context.newPage();
  await panel.setViewportSize({ width: 380, height: 900 });
  await panel.goto(`${browser.addressOf("sidepanel.html")}#tab=${tabId}`);
  await expect(panel.getByRole("heading", { name: offer })).toBeVisible();
  return panel;
};

/** What is kept of the portals that were taught. */
export const readTaught = (browser: Browser): Promise<{ profile: unknown; settings: unknown }[]> =>
  browser.context
    .serviceWorkers()[0]!
    .evaluate(async () => ((await chrome.storage.local.get("taught")).taught ?? []) as never);

/** Goes with the Tab key until what has the focus fits, and throws where it never does. */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = page.locator(":focus");
    const fits = await focused
      .evaluateAll((all) => {
        const [element] = all as HTMLElement[];
        if (!element) return "";
        const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
        return [element.getAttribute("aria-label"), ...labels, element.textContent].join(" ");
      })
      .then((words) => (typeof name === "string" ? words.includes(name) : name.test(words)));
    if (fits) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Nothing that fits ${name} is reached with the Tab key.`);
};

/** What axe-core finds in the panel, and whether it is wider than its window. */
export const findFaults = async (panel: Page): Promise<string[]> => {
  const session = await panel.context().newCDPSession(panel);
  // The extension's policy allows no injected script: the debugger evaluates it.
  await session.send("Runtime.evaluate", { expression: readFileSync(axePath, "utf8") });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(({ violations, passes }) => JSON.stringify({
        violations: violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" ")),
        passes: passes.length,
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  const found = JSON.parse(result.value as string) as { violations: string[]; passes: number; wide: number };
  expect(found.passes).toBeGreaterThan(5);
  return [...found.violations, ...(found.wide > 0 ? [`${found.wide} pixels too wide`] : [])];
};
