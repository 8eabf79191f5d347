import { expect, test } from "@playwright/test";
import { clickInSurface, waitForWords } from "./browser/surfaces.ts";
import { writeLargeEnrollments } from "./story/large-file.ts";
import { readUploads, uploadAddress } from "./story/portal-pages.ts";
import { type Stage, setStage } from "./story/stage.ts";

/** Whatever happens to us, the portal works as if we were not there, and the person is told. */
let stage: Stage;
let large: string;

test.beforeEach(async () => {
  stage = await setStage({ output: ".output/e2e-failing-open" });
  large = writeLargeEnrollments(stage.files, 140);
  await stage.page.goto(uploadAddress(stage.portal.url));
  await stage.page.locator("#upload-file").setInputFiles(large);
  await waitForWords(stage.page, /The portal does not have (it|the file) yet/, 5_000);
});

test.afterEach(() => stage.close());

const expectPortalToWork = async (): Promise<void> => {
  const { page, portal } = stage;
  await expect
    .poll(() => page.locator("#upload-file").evaluate((input: HTMLInputElement) => input.files?.[0]?.name))
    .toBe("enrollments.csv");
  await page.locator("#upload-community").fill("Bluebonnet ISD");
  await page.locator("#upload-submit").click();
  await expect.poll(async () => (await readUploads(portal.url)).length, { timeout: 60_000 }).toBe(1);
};

test("the worker's host dies in the middle of a check", async () => {
  test.setTimeout(180_000);
  const [background] = stage.browser.context.serviceWorkers();
  await background?.evaluate(() => chrome.offscreen.closeDocument());
  await waitForWords(stage.page, /check did not run/);
  await stage.show("worker-died");
  await expectPortalToWork();
});

test("the extension is reloaded in the middle of a check", async () => {
  test.setTimeout(180_000);
  const [background] = stage.browser.context.serviceWorkers();
  await background?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await waitForWords(stage.page, /was updated or switched off|did not run/);
  await stage.show("extension-reloaded");
  await expectPortalToWork();
});

test("the person cancels", async () => {
  test.setTimeout(180_000);
  await clickInSurface(stage.page, "button", "Stop the check");
  await waitForWords(stage.page, /The check was stopped/);
  expect((await readUploads(stage.portal.url)).length).toBe(0);
});
