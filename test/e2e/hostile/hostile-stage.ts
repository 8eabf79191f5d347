import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Hostile, startHostile } from "../../portals/hostile/server.ts";
import { type Browser, launchWithExtension } from "../browser/launch.ts";
import { waitForWords } from "../browser/surfaces.ts";
import { demoExtension } from "../story/stage.ts";

export type HostileStage = {
  portal: Hostile;
  browser: Browser;
  page: Page;
  /** A class nobody has been told of yet: what is said once a class is said again. */
  nextClass: () => string;
  folder: string;
  /** Writes a file to be uploaded and returns its path. */
  write: (name: string, text: string) => string;
  close: () => Promise<void>;
};

export const noticeTitle = "This roster is filled automatically";
export const warning = /will change this first name back/;

/** The hostile portal, and a browser with the extension that guards it. */
export const setHostileStage = async (
  options: Parameters<typeof launchWithExtension>[1] = {},
): Promise<HostileStage> => {
  const folder = mkdtempSync(join(tmpdir(), "rosterguard-hostile-"));
  const portal = await startHostile();
  const browser = await launchWithExtension(demoExtension, options);
  let classes = 0;
  return {
    portal,
    browser,
    page: browser.page,
    folder,
    nextClass: () => {
      classes += 1;
      return `CLS-${classes}`;
    },
    write: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    close: async () => {
      await browser.close();
      await portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Presses into a first name as a person does, by its place: where the page's world is broken, Playwright's selectors are too. */
export const touchFirstName = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const selector = ".field-first-name input";
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { model } = await session.send("DOM.getBoxModel", { nodeId });
  await session.detach();
  const [left, top] = model.content as [number, number];
  await page.mouse.click(left + 8, top + 8);
};

export const openCallout = async ({ page }: HostileStage, address: string): Promise<void> => {
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await touchFirstName(page);
  await waitForWords(page, warning);
};

/** How many rows each table of the extension's database holds. */
export const countStored = async ({ browser }: HostileStage): Promise<Record<string, number>> => {
  const page = await browser.context.newPage();
  await page.goto(browser.addressOf("options.html"));
  const counts = await page.evaluate(async () => {
    const asked = indexedDB.open("rosterguard");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const found: Record<string, number> = {};
    for (const name of database.objectStoreNames) {
      const request = database.transaction(name).objectStore(name).count();
      found[name] = await new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    }
    database.close();
    return found;
  });
  await page.close();
  return counts;
};

/** The side panel's page in a tab of its own shows no tab's state: open the real one by its button first. */
export const waitForPanel = async ({ browser, page }: HostileStage): Promise<Page> => {
  for (let looks = 0; looks < 60; looks += 1) {
    const panel = await browser.findPanel();
    if (panel) return panel;
    await page.waitForTimeout(250);
  }
  throw new Error("The side panel did not open.");
};
