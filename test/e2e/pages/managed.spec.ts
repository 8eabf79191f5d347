import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { findBrowser } from "../../../scripts/find-browser.ts";
import { launchWithExtension } from "../browser/launch.ts";

/** A district's own policy, set as Chromium's administrators set it: a file only they can write. */
const production = join(import.meta.dirname, "..", "..", "..", ".output", "chrome-mv3");
const folder = "/etc/chromium/policies/managed";
const file = join(folder, "rosterguard-test.json");
const made: string[] = [];

/** Only this Chromium reads that folder, and only where we may write it: elsewhere there is nothing to try. */
const canManage = (): boolean => {
  if (!/chromium/.test(findBrowser())) return false;
  try {
    let nearest = folder;
    while (!existsSync(nearest)) nearest = dirname(nearest);
    accessSync(nearest, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const writePolicy = (extensionId: string, policy: object): void => {
  for (let at = folder; !existsSync(at); at = dirname(at)) made.push(at);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [extensionId]: policy } } }));
};

test.afterEach(() => {
  rmSync(file, { force: true });
  for (const each of made.splice(0)) {
    if (each.startsWith(tmpdir())) rmSync(each, { recursive: true });
    else if (existsSync(each) && readdirSync(each).length === 0) rmdirSync(each);
  }
});

test("a policy file of the district's is in force, beats the person's, and is shown as the district's", async () => {
  test.skip(!canManage(), "Needs Chromium, and leave to write its policies.");
  // An unpacked extension's id follows from its folder: a copy, so that this policy is for no other browser's.
  const build = mkdtempSync(join(tmpdir(), "rosterguard-managed-"));
  made.push(build);
  cpSync(production, build, { recursive: true });
  const before = await launchWithExtension(build);
  const { extensionId } = before;
  await before.close();
  writePolicy(extensionId, {
    lea: { name: "Bluebonnet ISD", id: "057-909" },
    timeZone: "America/Chicago",
    retention: "30",
    schools: [{ id: "000917101", name: "Barton Creek Elementary School" }],
    guard: { level: "never heard of" },
  });

  const browser = await launchWithExtension(build);
  try {
    const worker = browser.context.serviceWorkers()[0]!;
    const managed = () => worker.evaluate(() => chrome.storage.managed.get(null));
    // Chromium drops what does not fit the schema (here the level) and keeps the rest; it takes a moment to look.
    await expect
      .poll(async () => Object.keys(await managed()).sort(), { timeout: 20_000 })
      .toEqual(["lea", "retention", "schools", "timeZone"]);
    const { page } = browser;
    await page.goto(browser.addressOf("options.html"));
    await expect(page.getByText("Policy of Bluebonnet ISD")).toBeVisible();
    await expect(
      page.getByText(/Your district sets these keys; they cannot be changed here: .*lea/),
    ).toBeVisible();
    await expect(page.getByText(/kept for 30 days/)).toBeVisible();
    await worker.evaluate(() =>
      chrome.storage.local.set({ policyFile: { lea: { name: "Somebody Else ISD" }, language: "es" } }),
    );
    await expect(page.getByText("Bluebonnet ISD").first()).toBeVisible();
    await expect(page.getByText("Somebody Else ISD")).toHaveCount(0);
  } finally {
    await browser.close();
  }
});
