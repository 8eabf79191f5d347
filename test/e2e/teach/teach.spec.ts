import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { parseProfile } from "../../../utils/portals/parse-profile.ts";
import { openLookalike } from "../../portals/lookalikes/drive.ts";
import { boxOf, clickInSurface, waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { findFaults, openPanel, readTaught, stageUntaught, tabTo } from "./teaching.ts";

/** A person who has never seen a selector teaches an unknown portal, from its page to the first warning. */
test.setTimeout(240_000);
const stage = stageUntaught();

const step = (panel: Page, at: number) =>
  expect(panel.getByRole("heading", { name: new RegExp(`^Step ${at} of 5`) })).toBeFocused();
const mutations = async (page: Page): Promise<unknown[]> =>
  page.evaluate(
    () => (window as unknown as { truth: () => { mutations?: unknown[] } }).truth().mutations ?? [],
  );

test("by clicks, in a plain table: columns, a control pointed at in the page, and the fate of an edit", async () => {
  const { page } = stage.browser;
  const address = stage.portal.addressOf("plain-table");
  const panel = await openPanel(stage.browser, address);
  await panel.getByRole("button", { name: "This page shows a roster" }).click();
  await step(panel, 1);
  await expect(panel.getByText(/Mathematics 7 - Section 3 \(Quinn\): 44 of 44 students/)).toBeVisible();
  await panel.getByRole("button", { name: "Next" }).click();

  await step(panel, 2);
  await expect(panel.getByLabel(/^Student sorted|^Student\b.*means/).first()).toHaveValue("name");
  await expect(panel.getByLabel(/Student ID/)).toHaveValue("id");
  await expect(panel.getByLabel(/Date of Birth/)).toHaveValue("birthDate");
  await panel.getByLabel(/Date of Birth/).selectOption({ label: "Not needed" });
  await panel.getByLabel(/Date of Birth/).selectOption({ label: "Date of birth" });
  await panel.getByRole("button", { name: "Next" }).click();

  await step(panel, 3);
  // The button beside the roster, not the menu's link of the same words.
  const adds = panel.getByLabel("This adds a student", { exact: true });
  await expect(adds.locator("option:checked")).toHaveText("Add a student ...");
  await panel.getByRole("button", { name: "Point at it on the page: This removes a student" }).click();
  await page.bringToFront();
  await waitForWords(page, "What removes a student?");
  await page.waitForTimeout(700);
  const before = page.url();
  // Our pane lies over it: only its place is pointed at.
  const drop = (await page.locator("#students tbody tr:nth-child(2) a.drop").boundingBox())!;
  await page.mouse.move(drop.x + drop.width / 2, drop.y + drop.height / 2);
  await waitForWords(page, /drop, in 44 rows/);
  await page.mouse.down();
  await page.mouse.up();
  await waitForNoWords(page, "What removes a student?");
  // The click was ours alone: the portal's link was not followed and nobody was removed.
  expect(page.url()).toBe(before);
  expect(await page.locator("#students tbody a.drop").count()).toBe(44);
  expect(await mutations(page)).toEqual([]);
  await panel.bringToFront();
  await expect(panel.getByText("Chosen: drop (in each row)")).toBeVisible();
  await panel.getByRole("button", { name: "Next" }).click();

  await step(panel, 4);
  const details = panel.getByRole("group", { name: "A changed value, such as a name or a grade" });
  await details.getByLabel("The next update overwrites it").check();
  await panel
    .getByRole("group", { name: "A student added or removed by hand" })
    .getByLabel("The next update overwrites it")
    .check();
  for (const day of ["Saturday", "Sunday"]) await panel.getByLabel(day).check();
  await panel.getByRole("button", { name: "Next" }).click();

  await step(panel, 5);
  await panel.getByLabel("What do people call this portal?").fill("River SIS");
  await panel.getByRole("button", { name: "Save and guard this page" }).click();
  await expect(panel.getByRole("heading", { name: "Saved: River SIS" })).toBeFocused();
  await panel.getByText("For everybody in your LEA").click();
  const coming = panel.waitForEvent("download");
  await panel.getByRole("button", { name: "Save the file" }).click();
  const exported = readFileSync(await (await coming).path(), "utf8");
  const parsed = parseProfile(exported);
  expect(parsed).toMatchObject({ ok: true });
  const [kept] = await readTaught(stage.browser);
  expect(parsed).toEqual({ ok: true, profile: kept!.profile });
  // What goes to the LEA holds no student of the page.
  for (const cell of await page.locator("#students tbody tr:not(.filler) td:nth-child(3)").allTextContents())
    if (/\d/.test(cell)) expect(exported).not.toContain(cell.trim());

  await page.bringToFront();
  await openLookalike(page, address);
  const notice = await waitForWords(page, "This roster is filled automatically");
  expect(notice).toContain("River SIS");
  await page.locator("#students tbody tr:nth-child(2) a.edit").click();
  await waitForWords(page, /will change this|change this .*back/);
});

test("by keyboard alone, on boards of two classes, and it is deleted again in the settings", async () => {
  const { page } = stage.browser;
  const address = stage.portal.addressOf("class-boards");
  const panel = await openPanel(stage.browser, address);
  const press = async (name: string | RegExp, key = "Enter") => {
    await tabTo(panel, name);
    await panel.keyboard.press(key);
  };
  await press("This page shows a roster");
  await step(panel, 1);
  await press("Choose it on the page");
  await page.bringToFront();
  await waitForWords(page, "Which list is the roster?");
  await page.keyboard.press("ArrowRight");
  await waitForWords(page, /List 2 of 2/);
  await page.keyboard.press("Enter");
  await waitForNoWords(page, "Which list is the roster?");
  await panel.bringToFront();
  await expect(panel.getByRole("radio").nth(1)).toBeChecked();
  await press(/^\s*Next/);
  await step(panel, 2);
  await press(/^\s*Next/);
  await step(panel, 3);
  await press("Point at it on the page: This moves a student");
  await page.bringToFront();
  await waitForWords(page, "What moves a student to another class?");
  await page.keyboard.press("Escape");
  await waitForNoWords(page, "What moves a student to another class?");
  await panel.bringToFront();
  await press(/^\s*Next/);
  await step(panel, 4);
  for (const group of ["A changed value", "A student added"]) {
    const radio = panel
      .getByRole("group", { name: new RegExp(group) })
      .getByRole("radio")
      .last();
    for (let presses = 0; !(await radio.evaluate((one) => one === document.activeElement)); presses += 1) {
      expect(presses).toBeLessThan(40);
      await panel.keyboard.press("Tab");
    }
    await panel.keyboard.press("ArrowDown");
  }
  await press(/^\s*Next/);
  await step(panel, 5);
  await tabTo(panel, "What do people call this portal?");
  await panel.keyboard.press("Control+A");
  await panel.keyboard.type("Boards");
  await panel.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: "Saved: Boards" })).toBeFocused();

  await page.bringToFront();
  await openLookalike(page, address);
  await waitForWords(page, "Boards");
  await page.locator("ul[data-list=room-b] li:nth-child(3) .name").focus();
  await page.keyboard.press("Enter");
  await waitForWords(page, /will change this|change this .*back/);
  await page.keyboard.press("Escape");

  await panel.goto(stage.browser.addressOf("options.html"));
  const card = panel.locator("section", { hasText: "Portals you taught" });
  await card.getByRole("button", { name: "Delete: Boards" }).press("Enter");
  await expect(card).toHaveCount(0);
  expect(await readTaught(stage.browser)).toEqual([]);
  await page.bringToFront();
  await openLookalike(page, address);
  await page.waitForTimeout(1500);
  expect(await wordsOn(page)).not.toContain("This roster is filled automatically");
});

test("the page gets neither a way in nor a word: made-up orders and clicks do nothing, and it ends with the panel", async () => {
  const { page } = stage.browser;
  const panel = await openPanel(stage.browser, stage.portal.addressOf("plain-table"));
  await panel.getByRole("button", { name: "This page shows a roster" }).click();
  await step(panel, 1);
  await panel.getByRole("button", { name: "Next" }).click();
  await panel.getByRole("button", { name: "Next" }).click();
  await step(panel, 3);
  await panel.getByRole("button", { name: "Point at it on the page: This removes a student" }).click();
  await page.bringToFront();
  await waitForWords(page, "What removes a student?");
  await page.waitForTimeout(700);
  const { left, top } = await boxOf(page, "button", "Choose this one");
  await page.evaluate(
    ([x, y]) => {
      for (const target of [document.elementFromPoint(x!, y!), document.elementFromPoint(200, 400)])
        for (const type of ["pointermove", "pointerdown", "click"])
          target?.dispatchEvent(
            new MouseEvent(type, { bubbles: true, composed: true, clientX: x!, clientY: y! }),
          );
      window.postMessage({ type: "teach/order", command: { do: "end" } }, "*");
    },
    [left + 5, top + 5],
  );
  await page.waitForTimeout(300);
  await waitForWords(page, "What removes a student?");
  await clickInSurface(page, "button", "Cancel");
  await waitForNoWords(page, "What removes a student?");
  await panel.close();
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll("html > div[popover]").length))
    .toBe(0);
});

test("every step is accessible and fits into a narrow panel, in Spanish too, and leaves the page as it was when it is stopped", async () => {
  const { page, context } = stage.browser;
  await context.serviceWorkers()[0]!.evaluate(async () => {
    const { policyFile } = (await chrome.storage.local.get("policyFile")) as { policyFile: object };
    await chrome.storage.local.set({ policyFile: { ...policyFile, language: "es" } });
  });
  const panel = await openPanel(
    stage.browser,
    stage.portal.addressOf("plain-table"),
    "Rosterguard aún no conoce este portal",
  );
  await panel.setViewportSize({ width: 320, height: 800 });
  expect(await findFaults(panel)).toEqual([]);
  await panel.getByRole("button", { name: "Esta página muestra una lista de clase" }).click();
  for (const at of [1, 2, 3, 4, 5]) {
    await expect(panel.getByRole("heading", { name: new RegExp(`^Paso ${at} de 5`) })).toBeFocused();
    if (at === 4)
      for (const fate of await panel.getByLabel("La próxima actualización lo sobrescribe").all())
        await fate.check();
    expect(await findFaults(panel)).toEqual([]);
    if (at < 5) await panel.getByRole("button", { name: "Siguiente" }).click();
  }
  await panel.getByRole("button", { name: "Dejar de enseñar" }).click();
  await expect(panel.getByRole("heading", { name: "Rosterguard aún no conoce este portal" })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll("html > div[popover]").length))
    .toBe(0);
  expect(await readTaught(stage.browser)).toEqual([]);
});
