import { expect, test } from "@playwright/test";
import { type InsightsPortal, startInsights } from "../../portals/insights-clever/server.ts";
import { type SelwebPortal, startSelweb } from "../../portals/selweb-clever/server.ts";
import type { Browser } from "../browser/launch.ts";
import { clickInSurface, waitForWords } from "../browser/surfaces.ts";
import { waitForPanel } from "../story/teacher.ts";
import { guard, seeNoCallout, seeResting } from "./guarded.ts";

const nightly = { weekdays: [0, 1, 2, 3, 4, 5, 6], at: "01:00", onHolidays: true };

test.describe("insights-clever", () => {
  let portal: InsightsPortal;
  let browser: Browser;
  test.beforeAll(async () => {
    portal = await startInsights();
    browser = await guard({ profile: "insights-clever", origins: [portal.url], sync: nightly });
  });
  test.afterAll(async () => {
    await browser.close();
    await portal.close();
  });
  const open = async (): Promise<void> => {
    await browser.page.goto(`${portal.url}/classes/SEC-3A/students`);
    await browser.page.locator("[role=row][data-student-id]").first().waitFor();
  };
  const value = (field: string, nth = 0) =>
    browser.page.locator(`[role=row][data-student-id] [data-field=${field}] .value`).nth(nth);

  test("a notice, an edit that Clever undoes, and a field of which nobody knows", async () => {
    const { page } = browser;
    await open();
    const words = await waitForWords(page, "This roster comes through Clever");
    expect(words).toMatch(/overwrites changes made by hand to: .*name.*grade level/);
    const id = (await page.locator("[role=row][data-student-id]").first().getAttribute("data-student-id"))!;
    const before = portal.portal.rows.find((row) => row.id === id)!.lastName;

    await value("name").click();
    await waitForWords(page, /will change this name back/);
    // The grid was drawn anew: the input that is in the row now takes what is typed.
    await page.locator("[data-field=name] input").fill(`${before}x, Kim`);
    await page.keyboard.press("Enter");
    await expect.poll(() => portal.portal.rows.find((row) => row.id === id)!.lastName).toBe(`${before}x`);

    await value("accommodation", 1).click();
    await waitForWords(page, /Nobody has told Rosterguard what the next sync does to this value/);
    await page.keyboard.press("Escape");

    await fetch(`${portal.url}/sync`, { method: "POST" });
    expect(portal.portal.rows.find((row) => row.id === id)!.lastName).toBe(before);
  });

  for (const changed of ["columns", "rows"] as const) {
    test(`a page with other ${changed} makes the guard rest, and it works again when the page does`, async () => {
      portal.portal.changed = changed;
      await browser.page.goto(`${portal.url}/classes/SEC-3A/students`);
      await seeResting(browser, "This roster comes through Clever");
      if (changed === "columns") await value("name").click();
      await seeNoCallout(browser);
      delete portal.portal.changed;
      await open();
      await waitForWords(browser.page, "This roster comes through Clever");
    });
  }

  test("the panel says why it rests and what the LEA must confirm", async () => {
    await open();
    await waitForWords(browser.page, "This roster comes through Clever");
    await clickInSurface(browser.page, "button", "Open details");
    const panel = await waitForPanel(browser.findPanel);
    await expect(panel.getByText("Assumed, confirm with your LEA (3)")).toBeVisible();
    portal.portal.changed = "columns";
    await browser.page.reload();
    await expect(panel.getByText("This page changed: the guard is resting")).toBeVisible();
    await expect(panel.getByText(/no column “Birth date”|has no column/)).toBeVisible();
    delete portal.portal.changed;
  });
});

test.describe("selweb-clever", () => {
  let portal: SelwebPortal;
  let browser: Browser;
  test.beforeAll(async () => {
    portal = await startSelweb();
    browser = await guard({ profile: "selweb-clever", origins: [portal.url], sync: nightly });
  });
  test.afterAll(async () => {
    await browser.close();
    await portal.close();
  });
  const frame = () => browser.page.frameLocator("iframe[name=body]");

  test("inside the frame: a notice, an edit that Clever undoes, and a field of which nobody knows", async () => {
    const { page } = browser;
    await page.goto(portal.url);
    await waitForWords(page, "This roster comes through Clever");
    const [one] = portal.portal.rows;
    const before = one!.lastName;
    await frame().locator(`[data-row="${one!.id}"] .edit`).click();
    await frame().locator("input[name=lastName]").click();
    await waitForWords(page, /will change this last name back/);
    await page.keyboard.press("End");
    await page.keyboard.type("x");
    await frame().locator("select[name=accommodation]").click();
    await waitForWords(page, /Nobody has told Rosterguard what the next sync does to this value/);
    await page.keyboard.press("Escape");
    await frame().locator("#save-roster").click();
    await expect.poll(() => portal.portal.rows.find(({ id }) => id === one!.id)!.lastName).toBe(`${before}x`);
    await fetch(`${portal.url}/sync`, { method: "POST" });
    expect(portal.portal.rows.find(({ id }) => id === one!.id)!.lastName).toBe(before);
  });

  for (const changed of ["columns", "rows"] as const) {
    test(`a table with other ${changed} makes the guard rest`, async () => {
      portal.portal.changed = changed;
      await browser.page.goto(portal.url);
      await frame().locator("table.roster").waitFor();
      await seeResting(browser, "This roster comes through Clever");
      await frame().locator(".edit").last().click();
      await frame().locator("input[name=lastName]").click();
      await seeNoCallout(browser);
      delete portal.portal.changed;
    });
  }
});
