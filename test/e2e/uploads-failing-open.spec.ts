import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { setForEach } from "./browser/stages.ts";
import { clickInSurface, waitForWords } from "./browser/surfaces.ts";
import { openBrowser } from "./page/harness.ts";
import { writeLargeEnrollments } from "./story/large-file.ts";
import { demoExtension } from "./story/stage.ts";
import { stageFileSystem } from "./upload-gate/file-system.ts";
import {
  expectNothing,
  expectReceived,
  setGateStage,
  waitForHeld,
  waitForVerdict,
} from "./upload-gate/gate-stage.ts";

/** A package in steps, a check that takes too long, an extension that goes: no file is ever lost. */
const stage = setForEach(setGateStage);

test("files given over several page loads are checked as one package", async () => {
  const { page } = stage;
  const files = [
    stage.write("users.csv", "sourcedId,status,role\r\nU1,,student\r\n"),
    stage.write("orgs.csv", "sourcedId,name,type\r\nS1,Lakeview,school\r\n"),
  ];
  await stage.open("steps", { marked: false, step: 1 });
  for (const [i, file] of files.entries()) {
    await page.locator("#upload-step").setInputFiles(file);
    const words = await waitForVerdict(page);
    if (i === 1) {
      expect(words).toContain("together with the file you gave the portal before");
      expect(words).toMatch(/Still missing: .*classes\.csv/);
    } else expect(words).not.toContain("together");
    await clickInSurface(page, "button", /^Upload( anyway)?$/);
    await waitForWords(page, "The portal has the file now");
    await page.locator("#send").click();
    await page.waitForURL(new RegExp(`step=${i + 2}`));
    await page.waitForTimeout(600);
  }
  await expectReceived(stage, files);
});

test("when the policy's time is over the portal gets the file, and the person is told", async () => {
  const large = writeLargeEnrollments(stage.folder, 140);
  await stage.setCheck({ holdSeconds: 1 });
  await stage.open("fetch-on-change");
  await stage.page.locator("#upload-file").setInputFiles(large);
  await waitForWords(stage.page, /longer than 1 seconds/);
  await expect.poll(() => stage.portal.received.length, { timeout: 60_000 }).toBe(1);
  await expectReceived(stage, [large]);
});

test("when the extension is reloaded in the middle, the portal gets the file, and the person is told", async () => {
  const large = writeLargeEnrollments(stage.folder, 140);
  await stage.open("fetch-on-change");
  await stage.page.locator("#upload-file").setInputFiles(large);
  await waitForHeld(stage.page);
  await expectNothing(stage);
  const [background] = stage.browser.context.serviceWorkers();
  await background?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await waitForWords(stage.page, /was updated or switched off|did not run/);
  await expect.poll(() => stage.portal.received.length, { timeout: 60_000 }).toBe(1);
  await expectReceived(stage, [large]);
});

const reload = async (): Promise<void> => {
  const [background] = stage.browser.context.serviceWorkers();
  await background?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
};

for (const kind of ["file-picker", "directory-picker", "detached"]) {
  test(`${kind}: when the extension is reloaded, what it held goes to the page, and it holds nothing more`, async () => {
    const { page } = stage;
    const users = stage.write("users.csv", "sourcedId,status,role\r\nU1,,student\r\n");
    const inFolder = stage.write(join("export", "users.csv"), "sourcedId\r\nU1\r\n");
    await stageFileSystem(stage, [users], join(stage.folder, "export"));
    const give = async () => {
      const chooser = kind === "detached" && page.waitForEvent("filechooser");
      await page.locator("#upload-file").click();
      if (chooser) await (await chooser).setFiles(users);
    };
    const expected = kind === "directory-picker" ? [inFolder] : [users];
    const names = kind === "directory-picker" ? ["export/users.csv"] : ["users.csv"];
    await stage.open(kind);
    await give();
    await waitForVerdict(page);
    await expectNothing(stage);
    await reload();
    await waitForWords(page, /was updated or switched off/);
    await expectReceived(stage, expected, names);
    stage.portal.received.length = 0;
    await give();
    await expectReceived(stage, expected, names);
  });
}

test("the script in the page's own world holds nothing where nobody answers it, and goes", async () => {
  const users = stage.write("users.csv", "sourcedId\r\nU1\r\n");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.assign(globalThis, { native: HTMLElement.prototype.click });
    });
    await page.addInitScript({ path: join(demoExtension, "page-world.js") });
    await page.goto(stage.portal.addressOf("detached"));
    const isNative = () =>
      page.evaluate(
        () => HTMLElement.prototype.click === (globalThis as unknown as { native: unknown }).native,
      );
    expect(await isNative()).toBe(false);
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.locator("#upload-file").click(),
    ]);
    await chooser.setFiles(users);
    const [received] = await expectReceived(stage, [users]);
    expect(received?.trusted).toBe(true);
    await expect.poll(isNative).toBe(true);
  } finally {
    await browser.close();
  }
});
