import { expect, test } from "@playwright/test";
import { readTruth } from "../../portals/lookalikes/told.ts";
import { waitForWords } from "../browser/surfaces.ts";
import { openPanel, stageUntaught, teachByGoingOn } from "./teaching.ts";

/** A page that loads itself anew with the press that changes it: what was done there is told by the page that follows. */
test.setTimeout(180_000);
const stage = stageUntaught();

/** What the extension keeps for the browser's session. */
const inSession = (): Promise<string> =>
  stage.browser.context
    .serviceWorkers()[0]!
    .evaluate(async () =>
      JSON.stringify(
        Object.entries(await chrome.storage.session.get()).filter(([key]) => key.startsWith("carried")),
      ),
    );

test("a student removed by a link is in the ledger once the page is back, and nothing is carried further", async () => {
  const { browser, portal } = stage;
  const { page } = browser;
  const address = portal.addressOf("plain-table");
  const panel = await openPanel(browser, address);
  await teachByGoingOn(panel);
  await page.bringToFront();
  await page.reload();
  await waitForWords(page, "This roster is filled automatically");
  await page.waitForTimeout(1500);
  const before = (await readTruth(page)).rosters[0]!.rows;
  await Promise.all([
    page.waitForEvent("load"),
    page.locator("#students tbody tr:nth-child(3) a.drop").click(),
  ]);
  const after = (await readTruth(page)).rosters[0]!.rows;
  expect(after).toHaveLength(before.length - 1);
  const gone = before.find(({ id }) => !after.some((row) => row.id === id))!;
  await panel.bringToFront();
  await panel.goto(browser.addressOf("sidepanel.html"));
  await panel.getByRole("tab", { name: "Edits" }).click();
  await expect(panel.getByText(gone.first).first()).toBeVisible();
  await expect(panel.getByRole("listitem").filter({ hasText: gone.first })).toHaveCount(1);
  // Neither in the page, nor in what it or its address keeps.
  const kept = await page.evaluate(() =>
    [
      location.href,
      ...Object.values(sessionStorage),
      ...Object.values(localStorage),
      window.name,
      document.cookie,
      JSON.stringify(history.state),
    ].join(" "),
  );
  expect(kept).not.toContain(gone.id);
  await expect.poll(inSession).toBe("[]");
});
