import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { clickInSurface, waitForWords } from "../browser/surfaces.ts";
import { uploadAddress } from "../story/portal-pages.ts";
import { type Stage, setStage } from "../story/stage.ts";
import { waitForPanel } from "../story/teacher.ts";

/** Against which file a check compares: the last one that was checked, wherever that was, unless it was put back. */
let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage({ output: ".output/e2e-last-file" });
});
test.afterAll(() => stage.close());

test("the checker and the gate name the file that was checked last", async () => {
  test.setTimeout(180_000);
  const { page, browser, portal, files } = stage;
  const path = (name: string) => join(files, "uploads", name);
  const check = async (name: string) => {
    await page.goto(browser.addressOf("checker.html"));
    await page.locator('input[type="file"]').first().setInputFiles(path(name));
    await expect(page.getByRole("heading", { name: "What this upload will do" })).toBeVisible({
      timeout: 30_000,
    });
  };
  const against = page.getByText(/^Compared with:/);

  await check("good.zip");
  await expect(against).toHaveCount(0);
  await check("next-week.zip");
  await expect(against).toHaveText(/good\.zip, checked/);
  await check("next-week.zip");
  await expect(against).toHaveText(/good\.zip, checked/);

  // At the gate: the bad file is compared with the one the checker saw, and leaves no trace once it is put back.
  for (const name of ["bad-dates.zip", "good.zip"]) {
    await page.goto(uploadAddress(portal.url));
    await page.locator("#upload-file").setInputFiles(path(name));
    await waitForWords(page, /Nothing was found that would stop|has faults that the portal/, 30_000);
    await clickInSurface(page, "button", /^See what/);
    const panel = await waitForPanel(browser.findPanel);
    await expect(panel.getByText(name, { exact: false }).first()).toBeVisible();
    await expect(panel.getByText(/^Compared with:/)).toHaveText(/next-week\.zip, checked/);
    await clickInSurface(page, "button", "Choose another");
  }
});
