import { expect, test } from "@playwright/test";
import { startNyc } from "../../portals/nyc-portal/server.ts";
import { caseloadOf, type NycPortal } from "../../portals/nyc-portal/state.ts";
import type { Browser } from "../browser/launch.ts";
import { clickInSurface, waitForWords } from "../browser/surfaces.ts";
import { waitForPanel } from "../story/teacher.ts";
import { guard, seeNoCallout, seeResting } from "./guarded.ts";

let portal: NycPortal;
let browser: Browser;
test.beforeAll(async () => {
  portal = await startNyc();
  browser = await guard({
    profile: "nyc-portal",
    origins: [portal.url],
    sync: { weekdays: [2], at: "06:00", onHolidays: true },
  });
});
test.afterAll(async () => {
  await browser.close();
  await portal.close();
});

const title = "These caseloads follow from ATS and STARS";
const open = async (): Promise<void> => {
  await browser.page.goto(`${portal.url}/caseload`);
};
const control = (name: string, nth = 0) => browser.page.locator(`tr.student [name=${name}]`).nth(nth);

test("a Point Person is kept without a word, an official class is not, and of a note nobody knows", async () => {
  const { page } = browser;
  await open();
  const words = await waitForWords(page, title);
  expect(words).toMatch(/Next reading of the RACL: .*Tuesday/);
  expect(words).toMatch(/What you set here stays: .*attendance point person.*support lead/);
  const [one] = caseloadOf(portal.portal);

  await control("pointPersonAttendance").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("T");
  await expect.poll(() => one!.pointPersonAttendance).toBe("Theo Baptiste");
  await control("supportLead").focus();
  await page.keyboard.press("Y");
  await page.locator("#batch-actions [data-assign=supportLead]").click();
  await seeNoCallout(browser);

  await control("advisor").click();
  await waitForWords(page, /will change this advisor back/);
  await page.keyboard.press("Escape");
  await control("note").click();
  await waitForWords(page, /Nobody has told Rosterguard what the next sync does to this value/);
});

test("over a Tuesday the Point Person stays, and students who leave the caseload are not called missing", async () => {
  const { page } = browser;
  const [first, second] = caseloadOf(portal.portal);
  await open();
  await waitForWords(page, title);
  await page.locator(`[name=pick][value="${second!.id}"]`).check();
  await page.locator("#batch-actions [data-assign=supportLead]").click();
  await expect.poll(() => second!.supportLead).toBe("Marisol Rivera");
  // The RACL moves the first student to another advisor: this user will not see them any more.
  Object.assign(portal.portal.source.find(({ id }) => id === first!.id)!, {
    officialClass: "503",
    advisor: "Yuki Tanaka",
  });
  await fetch(`${portal.url}/sync`, { method: "POST" });
  expect(caseloadOf(portal.portal).some(({ id }) => id === first!.id)).toBe(false);
  await open();
  await waitForWords(page, /Whoever is not shown here is not taken to be missing/);
  await clickInSurface(page, "button", "Open details");
  const panel = await waitForPanel(browser.findPanel);
  await expect(panel.getByText("Nobody joined or left between your looks at this class.")).toBeVisible();
  expect(portal.portal.rows.find(({ id }) => id === second!.id)!.supportLead).toBe("Marisol Rivera");
});

for (const changed of ["columns", "rows"] as const) {
  test(`a list with other ${changed} makes the guard rest`, async () => {
    portal.portal.changed = changed;
    await open();
    await seeResting(browser, title);
    if (changed === "columns") await control("advisor").click();
    await seeNoCallout(browser);
    delete portal.portal.changed;
  });
}
