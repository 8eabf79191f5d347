import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { launchWithExtension } from "../browser/launch.ts";
import { waitForNoWords, waitForWords } from "../browser/surfaces.ts";
import { type RunningPortal, rosterPath, startDemoPortal } from "./demo-portal.ts";

const root = join(import.meta.dirname, "..", "..", "..");
let portal: RunningPortal;

test.beforeAll(async () => {
  portal = await startDemoPortal();
});
test.afterAll(() => portal.close());

type Chrome = {
  scripting: {
    getRegisteredContentScripts(): Promise<
      { matches: string[]; world: string; persistAcrossSessions: boolean }[]
    >;
  };
  storage: { local: { set(items: object): Promise<void> } };
};

test("the production build runs nowhere until a host is granted, and then exactly there", async () => {
  const browser = await launchWithExtension(join(root, ".output", "chrome-mv3"));
  try {
    const registered = await browser.context
      .serviceWorkers()[0]!
      .evaluate(() =>
        (globalThis as unknown as { chrome: Chrome }).chrome.scripting.getRegisteredContentScripts(),
      );
    expect(registered).toEqual([]);
    const page = browser.page;
    await page.goto(portal.url + (await rosterPath(portal)));
    await page.waitForTimeout(1000);
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe("BODY");
  } finally {
    await browser.close();
  }
});

/** A grant's dialog belongs to the browser; a manifest that names the host is the same grant, made at install. */
test("a granted host gets the script at run time, without a restart, as the policy names it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rosterguard-granted-"));
  cpSync(join(root, ".output", "chrome-mv3"), folder, { recursive: true });
  const manifestPath = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"] }));
  const browser = await launchWithExtension(folder);
  try {
    const worker = browser.context.serviceWorkers()[0]!;
    const registered = () =>
      worker.evaluate(() =>
        (globalThis as unknown as { chrome: Chrome }).chrome.scripting.getRegisteredContentScripts(),
      );
    await expect
      .poll(async () => (await registered()).map(({ matches, world }) => `${world} ${matches}`).sort())
      .toEqual(["ISOLATED http://127.0.0.1/*", "MAIN http://127.0.0.1/*"]);

    // Open before anybody has loaded a policy: nothing is said, until the policy comes.
    const page = browser.page;
    await page.goto(portal.url + (await rosterPath(portal)));
    await page.waitForTimeout(3000);
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe("BODY");

    // The policy names the demo portal by the very origin it listens on.
    const policy = JSON.parse(readFileSync(join(root, "examples", "demo-lea.policy.json"), "utf8"));
    policy.portals[0].origins = [portal.url];
    const load = (policyFile: object | null) =>
      worker.evaluate(
        (given) =>
          (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set({ policyFile: given }),
        policyFile,
      );
    await load(policy);
    await waitForWords(page, "This roster is filled automatically");
    await load({ ...policy, language: "es" });
    await waitForWords(page, "Esta lista se llena automáticamente");
    await load({ ...policy, portals: [] });
    await waitForNoWords(page, "Esta lista se llena automáticamente");
    await load(policy);
    await waitForWords(page, "This roster is filled automatically");

    const options = await browser.context.newPage();
    await options.goto(browser.addressOf("options.html"));
    await expect(options.getByText("Allowed", { exact: true })).toBeVisible();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
