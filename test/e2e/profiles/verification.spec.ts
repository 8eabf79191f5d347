import { expect, test } from "@playwright/test";
import { type OhioPortal, startOhio } from "../../portals/ohio-bfk-link/server.ts";
import type { Browser } from "../browser/launch.ts";
import { waitForWords } from "../browser/surfaces.ts";
import { guard, seeNoCallout, seeResting } from "./guarded.ts";

/** ISO date some days from today. */
const day = (away: number): string => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);
const inside = [{ id: "teacher-linkage", from: day(-3), to: day(10) }];
const outside = [
  { id: "school-setup", from: day(-30), to: day(-10) },
  { id: "teacher-linkage", from: day(5), to: day(20) },
];
const sync = { weekdays: [1, 2, 3, 4, 5], at: "04:00", onHolidays: true };

let portal: OhioPortal;
let browser: Browser;
const start = async (phases: { id: string; from: string; to: string }[] | undefined): Promise<void> => {
  portal = await startOhio({ phases: phases ?? inside });
  browser = await guard({
    profile: "ohio-bfk-link",
    origins: [portal.url],
    sync,
    ...(phases === undefined ? {} : { phases }),
  });
  await browser.page.goto(portal.url);
  await waitForWords(browser.page, /^Roster verification$/m);
};
test.afterEach(async () => {
  await browser.close();
  await portal.close();
});
const control = (name: string, nth = 0) => browser.page.locator(`tr.student [name$='$${name}']`).nth(nth);

test("inside the window an edit is what the page is for: nothing is said, and it is saved", async () => {
  await start(inside);
  const { page } = browser;
  await waitForWords(page, /Teacher Linkage is open until .* Changing this roster is what the page is for/);
  await control("percent").click();
  await control("entry").click();
  await page.keyboard.press("Escape");
  await seeNoCallout(browser);
  await control("percent").fill("60");
  await page.locator("#ctl00_Main_btnSave").click();
  await expect.poll(() => portal.portal.rows[0]!.percent).toBe("60");
  await control("comment").click();
  await waitForWords(page, /Nobody has told Rosterguard/);

  portal.portal.changed = "columns";
  await page.goto(portal.url);
  await seeResting(browser, "Changing this roster is what the page is for");
  portal.portal.changed = "rows";
  await page.goto(portal.url);
  await seeResting(browser, "Changing this roster is what the page is for");
  await control("comment").click();
  await seeNoCallout(browser);
});

test("outside the window the page is closed, and the guard says until when", async () => {
  await start(outside);
  await waitForWords(browser.page, /Teacher Linkage opens on .* Until then this page is closed/);
  await control("percent").click();
  const words = await waitForWords(browser.page, /Until then the portal takes no changes on this page/);
  expect(words).not.toMatch(/next sync/i);
});

test("without the LEA's dates nobody knows, and that is what is said", async () => {
  await start(undefined);
  await control("percent").click();
  await waitForWords(browser.page, /Nobody has told Rosterguard when this page may be changed/);
});
