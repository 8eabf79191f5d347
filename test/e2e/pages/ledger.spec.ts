import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { secret } from "../../portals/hostile/pages.ts";
import { clickInSurface, waitForWords } from "../browser/surfaces.ts";
import { type HostileStage, noticeTitle, setHostileStage, waitForPanel } from "../hostile/hostile-stage.ts";
import { badgeOf } from "../profiles/guarded.ts";

/** What the side panel keeps of a person's edits, reports and visits. */
let stage: HostileStage;
test.beforeEach(async () => {
  stage = await setHostileStage();
});
test.afterEach(() => stage.close());

const openPanel = async (page: Page): Promise<Page> => {
  await clickInSurface(page, "button", "Open details");
  return waitForPanel(stage);
};

/** Types over a first name as a person does, and saves. */
const rename = async (page: Page, row: number, to: string): Promise<void> => {
  await page.locator(".field-first-name input").nth(row).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(to);
};

test("saved edits that the next sync will undo are counted on the badge and said with day and hour", async () => {
  const { page, portal, nextClass, browser } = stage;
  const address = portal.rosterAddress({ classId: nextClass() });
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await page.evaluate(() =>
    document.querySelector("#roster-form")!.addEventListener("submit", (event) => event.preventDefault()),
  );
  await rename(page, 0, "Anita");
  await waitForWords(page, "Go on anyway");
  await clickInSurface(page, "button", "Go on anyway");
  await rename(page, 1, "Benno");
  await page.locator("#roster-submit").click();
  await page.waitForTimeout(500);
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await expect.poll(async () => (await badgeOf(browser)).text).toBe("2");
  const panel = await openPanel(page);
  await expect(panel.getByText(/2 edits made here will be undone by the next sync: .*2:00/)).toBeVisible();
  await expect(panel.getByText("Anita")).toBeVisible();
  await panel.screenshot({ path: ".output/e2e-ledger/drift.png", fullPage: true });
});

test("a report is kept with the day it is expected, which can be saved as a calendar file", async () => {
  const { page, portal, nextClass, browser } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass() }));
  await waitForWords(page, noticeTitle);
  await page.locator(".field-first-name input").first().click();
  await clickInSurface(page, "button", "Report this change instead");
  await clickInSurface(page, "button", /I have reported it/);
  await waitForWords(page, /Noted: reported today/);
  await page.reload();
  await waitForWords(page, noticeTitle);
  await waitForWords(page, /not due until/);
  // A download is heard of only in a tab: the panel's page there has the same store.
  const tab = await browser.context.newPage();
  const requests: string[] = [];
  tab.on("request", (request) => requests.push(request.url()));
  await tab.goto(browser.addressOf("sidepanel.html"));
  await tab.getByRole("tab", { name: "Edits" }).click();
  await expect(tab.getByRole("button", { name: "Calendar file", exact: true })).toBeVisible();
  const coming = tab.waitForEvent("download");
  await tab.getByRole("button", { name: "Calendar entry for that day" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^rosterguard-\d{4}-\d\d-\d\d\.ics$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*TRIGGER[\s\S]*END:VCALENDAR\r\n$/);
  expect(text).not.toMatch(/Ana|Núñez|1001/);
  expect(requests.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([]);
});

test("who joined, left and moved between visits is named in the side panel, and only there", async () => {
  const { page, portal, nextClass } = stage;
  const [one, other] = [nextClass(), nextClass()];
  for (const [classId, rows] of [
    [one, "three"],
    [other, "with-secret"],
    [one, "with-secret"],
    [other, "three"],
  ] as const) {
    await page.goto(portal.rosterAddress({ classId, rows }));
    await waitForWords(page, noticeTitle);
    await page.waitForTimeout(800);
  }
  const panel = await openPanel(page);
  await expect(panel.getByText(`${secret.first} ${secret.last}`)).toBeVisible();
  await expect(panel.getByRole("heading", { name: /Left since/ })).toBeVisible();
  await expect(panel.getByText("Seen in Room 4: moved there, or was in both")).toBeVisible();
  await panel.screenshot({ path: ".output/e2e-ledger/moved.png", fullPage: true });
  expect(await waitForWords(page, noticeTitle)).not.toContain(secret.last);
});
