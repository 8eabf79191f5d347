import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Worker } from "@playwright/test";
import { type Browser, launchWithExtension } from "../browser/launch.ts";
import { waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { waitForPanel } from "../story/teacher.ts";
import { type RunningPortal, rosterPath, startDemoPortal } from "./demo-portal.ts";

/**
 * The toolbar icon, pressed as the browser presses it (CDP's Extensions.triggerAction dispatches the same event with
 * the same user activation as a mouse does). Only the browser's own dialog cannot be clicked without a display.
 */
const root = join(import.meta.dirname, "..", "..", "..");
let portal: RunningPortal;
let folder: string;
let browser: Browser;

test.beforeEach(async () => {
  portal = await startDemoPortal();
  folder = mkdtempSync(join(tmpdir(), "rosterguard-icon-"));
  cpSync(join(root, ".output", "chrome-mv3"), folder, { recursive: true });
});
test.afterEach(async () => {
  await browser.close();
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const launch = async (): Promise<Worker> => {
  browser = await launchWithExtension(folder, { args: ["--enable-unsafe-extension-debugging"] });
  return browser.context.serviceWorkers()[0]!;
};

type Controls = {
  send(method: string, params: object): Promise<{ targetInfos: { targetId: string; url: string }[] }>;
};
const controls = async () => (await browser.context.browser()!.newBrowserCDPSession()) as unknown as Controls;

const pressIcon = async (): Promise<void> => {
  const session = await controls();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
  const tab = targetInfos.find(({ url }) => url.startsWith(portal.url));
  await session.send("Extensions.triggerAction", { id: browser.extensionId, targetId: tab!.targetId });
};

const policy = () => {
  const read = JSON.parse(readFileSync(join(root, "examples", "demo-lea.policy.json"), "utf8"));
  read.portals[0].origins = [portal.url];
  return read;
};
const loadPolicy = (worker: Worker) =>
  worker.evaluate((policyFile) => chrome.storage.local.set({ policyFile }), policy());
const registered = (worker: Worker) =>
  worker.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts())
      .map(({ matches, world }) => `${world} ${matches}`)
      .sort(),
  );
const openRoster = async () => browser.page.goto(portal.url + (await rosterPath(portal)));

/** Notes what becomes of the request for a permission; with an answer, gives that in the dialog's place. */
const watchRequests = (worker: Worker, answer?: boolean) =>
  worker.evaluate((given) => {
    const world = globalThis as unknown as { asked: unknown[] };
    world.asked = [];
    const request = chrome.permissions.request.bind(chrome.permissions);
    Object.assign(chrome.permissions, {
      request: (wanted: chrome.permissions.Permissions) => {
        world.asked.push(wanted);
        const answered = given === undefined ? request(wanted) : Promise.resolve(given);
        answered.catch((error) => world.asked.push(String(error)));
        return answered;
      },
    });
  }, answer);
const asked = (worker: Worker) =>
  worker.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);

for (const known of [true, false]) {
  test(`one press asks for the site and opens the panel, where the policy ${known ? "names it" : "is not loaded"}`, async () => {
    const worker = await launch();
    if (known) await loadPolicy(worker);
    await openRoster();
    await watchRequests(worker);
    await pressIcon();
    const panel = await waitForPanel(browser.findPanel);
    await expect(panel.getByRole("tab", { name: "Today" })).toBeVisible();
    await browser.page.waitForTimeout(500);
    // A request outside of a click would have been turned down with a reason by now; the dialog waits.
    expect(await asked(worker)).toEqual([{ origins: ["http://127.0.0.1/*"] }]);
    expect(await registered(worker)).toEqual([]);
  });
}

test("a no is explained calmly, and nothing runs", async () => {
  const worker = await launch();
  await loadPolicy(worker);
  await openRoster();
  await watchRequests(worker, false);
  await pressIcon();
  const panel = await waitForPanel(browser.findPanel);
  await expect(panel.getByText("Not allowed, and that is fine")).toBeVisible();
  await expect(panel.getByText(/reads nothing there and the portal works as always/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Guard this portal" })).toBeVisible();
  expect(await registered(worker)).toEqual([]);
  expect(await wordsOn(browser.page)).not.toContain("This roster is filled automatically");
});

/** A site that the manifest named is, once the manifest no longer does, one that a person has granted. */
const launchGranted = async (): Promise<Worker> => {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"] }));
  await launch();
  writeFileSync(path, JSON.stringify(manifest));
  const next = browser.context.waitForEvent("serviceworker");
  await (await controls()).send("Extensions.loadUnpacked", { path: folder });
  return next;
};

test("a grant that is revoked unregisters the script and leaves the open page alone", async () => {
  const worker = await launchGranted();
  await loadPolicy(worker);
  const { page } = browser;
  await openRoster();
  await waitForWords(page, "This roster is filled automatically");
  await expect
    .poll(() => registered(worker))
    .toEqual(["ISOLATED http://127.0.0.1/*", "MAIN http://127.0.0.1/*"]);
  await watchRequests(worker);
  await pressIcon();
  const panel = await waitForPanel(browser.findPanel);
  await expect(panel.getByText("Your edits and reports in this class")).toBeVisible();

  const options = await browser.context.newPage();
  await options.goto(browser.addressOf("options.html"));
  expect(await options.evaluate(() => chrome.permissions.remove({ origins: ["http://127.0.0.1/*"] }))).toBe(
    true,
  );
  await expect.poll(() => registered(worker)).toEqual([]);
  await page.bringToFront();
  await waitForNoWords(page, "This roster is filled automatically");
  // What is typed and chosen on the open page from now on is nobody's business but the portal's.
  const field = page.locator("#roster-grid tbody tr.student-row").first().locator(".field-first-name input");
  await field.click();
  await field.press("End");
  await field.pressSequentially("x");
  await page.waitForTimeout(800);
  expect(await wordsOn(page)).not.toMatch(/Go on anyway|will change this first name back/);
  await page.reload();
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe("BODY");
});
