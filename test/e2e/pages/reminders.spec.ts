import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { findViolations } from "../browser/axe.ts";
import { clickInSurface, waitForWords } from "../browser/surfaces.ts";
import { type HostileStage, noticeTitle, setHostileStage, waitForPanel } from "../hostile/hostile-stage.ts";
import { badgeOf } from "../profiles/guarded.ts";

/** All that is due of a person's edits and reports: one list, one calendar file, and the badge that counts it. */
let stage: HostileStage;
test.beforeEach(async () => {
  stage = await setHostileStage();
});
test.afterEach(() => stage.close());

const report = async (page: Page, row: number): Promise<void> => {
  await page.locator(".field-last-name input").nth(row).click();
  await clickInSurface(page, "button", "Report this change instead");
  await clickInSurface(page, "button", /I have reported it/);
  await waitForWords(page, /Noted: reported today/);
};

/** Makes the day of the last report a day long past, as time does. */
const letTimePass = async (tab: Page): Promise<void> => {
  await tab.evaluate(async () => {
    const asked = indexedDB.open("rosterguard");
    const database = await new Promise<IDBDatabase>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    const shelf = database.transaction("ledger", "readwrite").objectStore("ledger");
    const all = shelf.getAll();
    await new Promise<void>((resolve) => {
      all.onsuccess = () => {
        const row = all.result.find(({ entry }) => entry.kind === "report");
        row.entry.expectedBy = "2026-01-12";
        row.entry.at = "2026-01-05T16:00:00.000Z";
        shelf.put(row).onsuccess = () => resolve();
      };
    });
    database.close();
  });
};

const inLanguage = async (tab: Page, language: "en" | "es"): Promise<void> => {
  await tab.evaluate(async (to) => {
    const { policyFile } = (await chrome.storage.local.get("policyFile")) as {
      policyFile: { language: string };
    };
    await chrome.storage.local.set({ policyFile: { ...policyFile, language: to } });
  }, language);
};

test("what is due stands in one list, the overdue first, and the badge counts what presses on this page", async () => {
  test.setTimeout(150_000);
  const { page, portal, nextClass, browser } = stage;
  const [first, second] = [nextClass(), nextClass()];
  const panelIn = async (size: { width: number; height: number }) => {
    const tab = await browser.context.newPage();
    await tab.setViewportSize(size);
    await tab.goto(browser.addressOf("sidepanel.html"));
    await tab.getByRole("tab", { name: /Edits|Cambios/ }).click();
    return tab;
  };

  // A report in one class, which becomes overdue.
  await page.goto(portal.rosterAddress({ classId: first }));
  await waitForWords(page, noticeTitle);
  await report(page, 0);
  const helper = await panelIn({ width: 420, height: 900 });
  await letTimePass(helper);
  // In another class an edit that is saved, and a report that is not due yet.
  await page.bringToFront();
  const address = portal.rosterAddress({ classId: second });
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await report(page, 1);
  await page.evaluate(() =>
    document.querySelector("#roster-form")!.addEventListener("submit", (event) => event.preventDefault()),
  );
  await page.locator(".field-first-name input").first().click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Anita");
  await page.locator("#roster-submit").click();
  await page.waitForTimeout(500);
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await expect.poll(async () => (await badgeOf(browser)).text, "this page's edit").toBe("1");

  const early = await panelIn({ width: 420, height: 900 });
  await expect(early.getByRole("list", { name: "Now (2)" }).locator("> li").first()).toContainText(
    "Was expected by Monday, January 12",
  );
  await early.close();
  await page.bringToFront();

  // The roster is looked at again: the report is overdue, and the badge of that page says so.
  await page.goto(portal.rosterAddress({ classId: first }));
  await waitForWords(page, noticeTitle);
  await expect.poll(async () => (await badgeOf(browser)).text, "the overdue report").toBe("1");
  expect((await badgeOf(browser)).title).toMatch(/1 reported change is overdue/);
  await helper.close();
  const tab = await panelIn({ width: 360, height: 900 });
  const list = tab.getByRole("list", { name: "Now (2)" });
  await expect(list.locator("> li").first()).toContainText("Overdue since Monday, January 12");
  await expect(list.getByText("Send a reminder").first()).toBeVisible();

  // One file for all of them, by keyboard; a single one still by itself.
  const all = tab.getByRole("button", { name: "Calendar file with all 3" });
  for (
    let steps = 0;
    steps < 30 && !(await all.evaluate((one) => one === document.activeElement));
    steps += 1
  )
    await tab.keyboard.press("Tab");
  const coming = tab.waitForEvent("download");
  await tab.keyboard.press("Enter");
  const text = readFileSync(await (await coming).path(), "utf8");
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(3);
  expect(text).not.toMatch(/Ana|Anita|Núñez|1001/);
  const single = tab.waitForEvent("download");
  await tab.getByRole("button", { name: "Calendar entry for that day" }).click();
  expect(readFileSync(await (await single).path(), "utf8").match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(await findViolations(tab)).toEqual([]);

  await inLanguage(tab, "es");
  await expect(tab.getByRole("heading", { name: "Lo que está pendiente" })).toBeVisible();
  await expect(tab.getByRole("list", { name: "Ahora (2)" }).locator("> li").first()).toContainText(
    "Atrasado",
  );
  expect(await findViolations(tab)).toEqual([]);
  await tab.screenshot({ path: ".output/e2e-ledger/due-es.png", fullPage: true });

  // The panel of this tab: two press, one of them on this page.
  await inLanguage(tab, "en");
  await tab.close();
  await page.bringToFront();
  await clickInSurface(page, "button", "Open details");
  const panel = await waitForPanel(stage);
  await expect(panel.getByRole("tab", { name: /Edits/ })).toContainText("2");
  await panel.getByRole("tab", { name: /Edits/ }).click();
  await expect(panel.getByText("The number on the icon counts those of the page in front: 1.")).toBeVisible();
  const now = panel.getByRole("list", { name: "Now (2)" });
  await expect(now.locator("> li")).toHaveCount(2);
  await expect(now.locator("> li").nth(0)).toContainText("Overdue since Monday, January 12");
  await expect(now.locator("> li").nth(1)).toContainText("Will be undone");
  await expect(now.locator("> li").nth(1).getByText("Report this change")).toBeVisible();
  await expect(panel.getByRole("list", { name: "Coming (1)" }).locator("> li")).toContainText("Expected by");
  await panel.screenshot({ path: ".output/e2e-ledger/due.png", fullPage: true });
});
