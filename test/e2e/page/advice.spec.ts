import { type Browser, expect, type Page, test } from "@playwright/test";
import type { IntentAnswer, PortalBriefing } from "../../../utils/messages/answers.ts";
import { boxOf, clickInSurface, waitForNoWords, waitForWords } from "../browser/surfaces.ts";
import type { GuestScript } from "./guest.ts";
import { addressOf, briefing, type Guest, openBrowser, openGuest, rosterPath } from "./harness.ts";
import { rosterPage } from "./pages.ts";

/** Levels of saying less and of saying no, and a page that draws its roster anew. */
let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser();
});
test.afterAll(() => browser.close());

const warning = "The next sync will change this back.";
const overwritten: IntentAnswer = { verdict: { policy: "overwritten" }, warning };
const keepHere = `document.querySelector("#roster-form").addEventListener("submit", (event) => event.preventDefault());`;

const open = async (
  more: Partial<PortalBriefing> = {},
  script: Partial<GuestScript> = {},
): Promise<Guest> => {
  const guest = await openGuest(browser, {
    url: addressOf(rosterPath),
    html: rosterPage({ after: `<script>${keepHere}</script>` }),
    script: { briefing: { ...briefing, ...more }, intent: overwritten, ...script },
  });
  // What reads a roster comes with what shows things.
  const rosters = script.surfaces === "never" ? 0 : 1;
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(rosters);
  return guest;
};
const field = (page: Page, name: string, nth = 0) =>
  page.locator(`tbody tr .field-${name} :is(input, select)`).nth(nth);
const edit = async ({ page }: Guest) => {
  await field(page, "first-name").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("a");
};
const press = ({ page }: Guest) => page.locator("#roster-submit").click();
const rest = (guest: Guest) => guest.page.waitForTimeout(400);

const said = "Bluebonnet ISD changes rosters in the SIS only.";
const blocked = { level: "block", blockMessage: said, mayOverride: false } as const;

test("a blocked save stays blocked, in the LEA's words, however often and however it is sent", async () => {
  const guest = await open(blocked);
  await edit(guest);
  await press(guest);
  await waitForWords(guest.page, said);
  await press(guest);
  await guest.page.keyboard.press("Escape");
  await field(guest.page, "first-name").press("Enter");
  await waitForWords(guest.page, said);
  await rest(guest);
  expect(guest.sentOf("portal/saved")).toEqual([]);
  expect(guest.sentOf("portal/held")).toEqual([]);
});

test("where the LEA allows it, an emergency goes through, and the class is then let be", async () => {
  const guest = await open({ ...blocked, mayOverride: true });
  await edit(guest);
  await press(guest);
  await clickInSurface(guest.page, "button", "Save in an emergency");
  await expect.poll(() => guest.sentOf("portal/saved").length).toBe(1);
  expect(guest.sentOf("portal/held")).toMatchObject([{ sectionId: "CLS-1" }]);
  await edit(guest);
  await press(guest);
  await expect.poll(() => guest.sentOf("portal/saved").length).toBe(2);
});

for (const policy of ["kept", "purpose", "unknown"] as const) {
  test(`a save of what is ${policy} is never blocked`, async () => {
    const intent: IntentAnswer = { verdict: { policy }, ...(policy === "unknown" && { warning }) };
    const guest = await open(blocked, { intent });
    await edit(guest);
    await press(guest);
    await expect.poll(() => guest.sentOf("portal/saved").length).toBe(1);
  });
}

test("without the part that shows things nothing is held, and the background is told", async () => {
  const guest = await open(blocked, { surfaces: "never" });
  await expect.poll(() => guest.sentOf("portal/resting").length).toBe(1);
  expect(guest.sentOf("portal/part")).toMatchObject([{ part: "surfaces" }]);
  await edit(guest);
  await press(guest);
  await expect.poll(() => guest.sentOf("portal/saved").length).toBe(1);
});

test("the part that shows things is asked for once more where it did not come by itself", async () => {
  const guest = await open({}, { surfaces: "asked" });
  await edit(guest);
  await waitForWords(guest.page, warning);
});

test("a person can ask to be told less, and is heard", async () => {
  const guest = await open();
  await edit(guest);
  await waitForWords(guest.page, warning);
  const { left, top } = await boxOf(guest.page, "DisclosureTriangle", "Tell me less");
  await guest.page.mouse.click(left + 8, top + 8);
  await clickInSurface(guest.page, "button", "Not for this class");
  await waitForNoWords(guest.page, "Tell me less");
  expect(guest.sentOf("portal/quiet")).toMatchObject([{ scope: "class", sectionId: "CLS-1" }]);
});

test("the callout finds its control again when the page draws the roster anew", async () => {
  const guest = await open();
  const { page } = guest;
  await edit(guest);
  await waitForWords(page, warning);
  // It arrives with a small movement of its own.
  await page.waitForTimeout(400);
  const before = await boxOf(page, "button", "Go on anyway");
  await page.evaluate(() => {
    const body = document.querySelector("#roster-grid tbody")!;
    body.replaceWith(body.cloneNode(true));
  });
  await page.waitForTimeout(500);
  const after = await boxOf(page, "button", "Go on anyway");
  expect(Math.abs(after.top - before.top)).toBeLessThan(4);
  // The student has moved to the end of the list, and the callout with it.
  await page.evaluate(() => {
    const body = document.querySelector("#roster-grid tbody")!;
    const rows = [...body.querySelectorAll("tr.student-row")];
    rows.at(-1)!.after(rows[0]!);
  });
  await expect.poll(async () => (await boxOf(page, "button", "Go on anyway")).top).not.toBe(after.top);
  await page.evaluate(() => document.querySelector("#roster-grid")!.remove());
  await waitForNoWords(page, "Go on anyway", 6000);
});
