import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { PortalSettings } from "../../../utils/policy/policy.ts";
import { type Browser, launchWithExtension } from "../browser/launch.ts";
import { waitForNoWords, wordsOn } from "../browser/surfaces.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** A browser whose policy names one portal; the spec's own look-alike. */
export const guard = async (settings: PortalSettings): Promise<Browser> => {
  const browser = await launchWithExtension(join(root, ".output", "chrome-mv3-demo"));
  const demo = JSON.parse(readFileSync(join(root, "examples", "demo-lea.policy.json"), "utf8")) as object;
  const page = await browser.context.newPage();
  await page.goto(browser.addressOf("options.html"));
  await page.locator("input[type=file]").setInputFiles([
    {
      name: "policy.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ ...demo, portals: [settings] })),
    },
  ]);
  await expect(page.getByText("The policy of Bluebonnet ISD is in force.")).toBeVisible();
  await page.close();
  await browser.page.bringToFront();
  return browser;
};

type Badge = { text: string; title: string };

/** What the icon of the tab in front shows. */
export const badgeOf = ({ context }: Browser): Promise<Badge> =>
  context.serviceWorkers()[0]!.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const about = { tabId: tab!.id! };
    return { text: await chrome.action.getBadgeText(about), title: await chrome.action.getTitle(about) };
  });

/** Nothing of ours is said beside a control for longer than a callout takes to come. */
export const seeNoCallout = async ({ page }: Browser): Promise<void> => {
  await page.waitForTimeout(900);
  expect(await wordsOn(page)).not.toContain("Go on anyway");
};

/** The page is not as its profile says: badge and panel say so, and nothing stands in the page. */
export const seeResting = async (browser: Browser, title: string | RegExp): Promise<void> => {
  await expect.poll(async () => (await badgeOf(browser)).text).toBe("–");
  expect((await badgeOf(browser)).title).toContain("This page changed: the guard is resting");
  await waitForNoWords(browser.page, title);
};
