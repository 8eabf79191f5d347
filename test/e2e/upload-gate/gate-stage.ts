import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { type Received, startUploadPortal, type UploadPortal } from "../../portals/uploads/server.ts";
import { type Browser, launchWithExtension } from "../browser/launch.ts";
import { waitForWords } from "../browser/surfaces.ts";
import { demoExtension } from "../story/stage.ts";

/** A browser with the extension before the look-alike upload pages, and files to give them. */
export type GateStage = {
  portal: UploadPortal;
  browser: Browser;
  page: Page;
  folder: string;
  /** Writes a file of rows and returns its path. */
  write: (name: string, text: string) => string;
  /** Sets a value of the policy's check section. */
  setCheck: (change: Record<string, number>) => Promise<void>;
  /** Lets the policy name its portals at this origin only. */
  guardOnly: (origin: string) => Promise<void>;
  /** Takes every portal out of the policy. */
  guardNothing: () => Promise<void>;
  open: (kind: string, options?: { marked?: boolean; step?: number }) => Promise<void>;
  close: () => Promise<void>;
};

/** Writes a section of the policy; of an object, the values given. */
const changePolicy = async ({ context }: Browser, section: string, change: object): Promise<void> => {
  const service = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await service.evaluate(
    async ([name, value]) => {
      const { policyFile } = (await chrome.storage.local.get("policyFile")) as {
        policyFile: Record<string, object>;
      };
      const changed = Array.isArray(value) ? value : { ...policyFile[name], ...value };
      await chrome.storage.local.set({ policyFile: { ...policyFile, [name]: changed } });
    },
    [section, change] as const,
  );
};

export const setGateStage = async (): Promise<GateStage> => {
  const folder = mkdtempSync(join(tmpdir(), "rosterguard-uploads-"));
  const portal = await startUploadPortal();
  const browser = await launchWithExtension(demoExtension);
  const { page } = browser;
  return {
    portal,
    browser,
    page,
    folder,
    write: (name, text) => {
      const path = join(folder, name);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    setCheck: (change) => changePolicy(browser, "check", change),
    guardOnly: async (origin) => {
      const service = browser.context.serviceWorkers()[0]!;
      const portals = await service.evaluate(async () => {
        const { policyFile } = (await chrome.storage.local.get("policyFile")) as {
          policyFile: { portals: object[] };
        };
        return policyFile.portals;
      });
      await changePolicy(
        browser,
        "portals",
        portals.map((each) => ({ ...each, origins: [origin] })),
      );
    },
    guardNothing: () => changePolicy(browser, "portals", []),
    open: async (kind, options) => {
      portal.received.length = 0;
      const address = portal.addressOf(kind, options);
      await page.goto(address).catch((error: unknown) => {
        // The page before was still on its way to what follows its upload.
        if (!String(error).includes("interrupted by another navigation")) throw error;
        return page.goto(address);
      });
      await ready(page);
    },
    close: async () => {
      await browser.close();
      await portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The guest has been told what there is to guard: a moment after the page has loaded. */
const ready = (page: Page): Promise<void> => page.waitForTimeout(600);

/** Lets go of files over an element, as the operating system does when a person drops them. */
export const dropOn = async (page: Page, target: Locator, files: string[]): Promise<void> => {
  const box = await target.boundingBox();
  if (!box) throw new Error("There is nothing to drop on.");
  const session = await page.context().newCDPSession(page);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    const data = { items: [], files, dragOperationsMask: 1 };
    await session.send("Input.dispatchDragEvent", { type, ...place, data });
  }
  await session.detach();
};

export const held = /The portal does not have (it|the file) yet|Upload anyway|Upload\n/;
export const judged = /Upload anyway|\bUpload\b[\s\S]*Choose another/;

export const waitForHeld = (page: Page): Promise<string> => waitForWords(page, held, 10_000);
export const waitForVerdict = (page: Page): Promise<string> => waitForWords(page, /Choose another/, 30_000);

const sha256Of = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/** The portal has received exactly these files, byte for byte; `names` where it gets other names than the files have. */
export const expectReceived = async (
  { portal }: GateStage,
  paths: string[],
  names = paths.map((path) => basename(path)),
): Promise<Received[]> => {
  await expect.poll(() => portal.received.length, { timeout: 10_000 }).toBe(paths.length);
  const wanted = paths.map((path, i) => ({ name: names[i], sha256: sha256Of(path) }));
  const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
    (a.name ?? "") < (b.name ?? "") ? -1 : 1;
  expect(portal.received.map(({ name, sha256 }) => ({ name, sha256 })).sort(byName)).toEqual(
    wanted.sort(byName),
  );
  return portal.received;
};

/** The portal has received nothing, and its page's code has seen no file. */
export const expectNothing = async ({ portal, page }: GateStage): Promise<void> => {
  await page.waitForTimeout(300);
  expect(portal.received).toEqual([]);
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { names: string[] }[] }).seen ?? [],
  );
  expect(seen.filter(({ names }) => names.length > 0)).toEqual([]);
};
