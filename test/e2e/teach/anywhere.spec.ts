import { expect, test } from "@playwright/test";
import { openLookalike } from "../../portals/lookalikes/drive.ts";
import type { PageTruth } from "../../portals/lookalikes/steps.ts";
import { waitForWords } from "../browser/surfaces.ts";
import { openPanel, readTaught, stageUntaught, teachByGoingOn } from "./teaching.ts";

/** What selectors alone cannot describe is taught like any table: by going on, step by step. */
test.setTimeout(180_000);
const stage = stageUntaught();

for (const slug of ["nested-frames", "shadow-roots", "cards", "virtual-grid"]) {
  test(`${slug}: taught, guarded after a reload, and nothing of a student is kept`, async () => {
    const { browser, portal } = stage;
    const { page } = browser;
    const address = portal.addressOf(slug);
    const panel = await openPanel(browser, address);
    const truth = await page.evaluate(() => (window as unknown as { truth: () => PageTruth }).truth());
    await teachByGoingOn(panel);

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
