import { expect, test } from "@playwright/test";
import { openLookalike } from "../../portals/lookalikes/drive.ts";
import { type Lookalikes, startLookalikes } from "../../portals/lookalikes/server.ts";
import type { PageTruth } from "../../portals/lookalikes/steps.ts";
import type { Browser } from "../browser/launch.ts";
import { waitForWords } from "../browser/surfaces.ts";
import { launchUntaught, openPanel, readTaught } from "./teaching.ts";

/** What selectors alone cannot describe is taught like any table: by going on, step by step. */
test.setTimeout(180_000);
let portal: Lookalikes;
let browser: Browser;
test.beforeEach(async () => {
  portal = await startLookalikes();
  browser = await launchUntaught();
});
test.afterEach(async () => {
  await browser.close();
  await portal.close();
});

for (const slug of ["nested-frames", "shadow-roots", "cards", "virtual-grid"]) {
  test(`${slug}: taught, guarded after a reload, and nothing of a student is kept`, async () => {
    const { page } = browser;
    const address = portal.addressOf(slug);
    const panel = await openPanel(browser, address);
    const truth = await page.evaluate(() => (window as unknown as { truth: () => PageTruth }).truth());
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

    const kept = JSON.stringify(await readTaught(browser));
    const rows = truth.rosters.flatMap((roster) => roster.rows);
    expect(rows.length).toBeGreaterThan(10);
    for (const { id, first, last } of rows)
      for (const words of [id, `${first} ${last}`, `${last}, ${first}`]) expect(kept).not.toContain(words);

    await page.bringToFront();
    await openLookalike(page, address);
    await waitForWords(page, "This roster is filled automatically");
  });
}
