import { expect, type Page, test } from "@playwright/test";
import { boxOf, clickInSurface, waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { type HostileStage, noticeTitle, setHostileStage, waitForPanel } from "../hostile/hostile-stage.ts";

/** Every way to be told less is listed, in the side panel and in the settings, and can be taken back there. */
let stage: HostileStage;
test.beforeEach(async () => {
  stage = await setHostileStage();
});
test.afterEach(() => stage.close());

const says = /will change this (first|last) name back/;
const touch = async (page: Page, field: "first" | "last"): Promise<void> => {
  await page.bringToFront();
  await page.locator(`.field-${field}-name input`).first().click();
};
const hush = async (page: Page, label: string): Promise<void> => {
  await touch(page, "first");
  await waitForWords(page, says);
  const { left, top } = await boxOf(page, "DisclosureTriangle", "Tell me less");
  await page.mouse.click(left + 8, top + 8);
  await clickInSurface(page, "button", label);
  await waitForNoWords(page, says, 6000);
};
const expectSilence = async (page: Page): Promise<void> => {
  await touch(page, "last");
  await page.waitForTimeout(800);
  expect(await wordsOn(page)).not.toMatch(says);
};

for (const [label, listed] of [
  ["Not for an hour", /No warnings on http.* until .*(AM|PM)/],
  ["Not today", /No warnings on http.* until .*(AM|PM)/],
  ["Not for this class", /Room 4: no warnings for this class on http/],
  ["Never on this site", /No warnings on http:\S+\.$/],
] as const) {
  test(`“${label}” is listed in both places; taken back, the same warning is given again`, async () => {
    const { page, portal, nextClass, browser } = stage;
    await page.goto(portal.rosterAddress({ classId: nextClass() }));
    await waitForWords(page, noticeTitle);
    await clickInSurface(page, "button", "Open details");
    const panel = await waitForPanel(stage);
    await hush(page, label);
    await expectSilence(page);
    await expect(panel.getByText(listed)).toBeVisible();
    const options = await browser.context.newPage();
    await options.goto(browser.addressOf("options.html"));
    await expect(options.getByText(listed)).toBeVisible();
    // Taken back in the settings: the page hears of it, and so does the panel.
    await options.getByRole("button", { name: /^Undo .*[Nn]o warnings/ }).click();
    await expect(options.getByText(listed)).toBeHidden();
    await expect(panel.getByText(listed)).toBeHidden();
    await options.close();
    await touch(page, "first");
    await waitForWords(page, says);
  });
}

test("what was said once in this session is said again when the person asks for it", async () => {
  const { page, portal, nextClass } = stage;
  const address = portal.rosterAddress({ classId: nextClass() });
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await clickInSurface(page, "button", "Open details");
  const panel = await waitForPanel(stage);
  await touch(page, "first");
  await waitForWords(page, says);
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await touch(page, "first");
  await page.waitForTimeout(800);
  expect(await wordsOn(page)).not.toMatch(says);
  await expect(
    panel.getByText("1 warning was given and is not repeated until the browser is closed."),
  ).toBeVisible();
  await panel.getByRole("button", { name: "Give them again" }).click();
  await expect(panel.getByRole("button", { name: "Give them again" })).toBeHidden();
  await touch(page, "last");
  await touch(page, "first");
  await waitForWords(page, says);
});
