import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { clickInSurface, waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { cell, readClass, readState, rosterAddress, runNightly } from "./portal-pages.ts";
import { withdrawFromFeed } from "./registrar.ts";
import type { Stage } from "./stage.ts";

/** A teacher's two days on the Class Roster Management page. Throws at the first thing that did not happen. */
export const playTeacher = async (stage: Stage): Promise<void> => {
  const section = await openRoster(stage);
  const renamed = await changeFirstName(stage);
  const withdrawn = await reportWithdrawal(stage);
  await addStudent(stage);
  await submit(stage, section, renamed);
  await seeNextMorning(stage, section, renamed);
  await seeReportOverdue(stage, section);
  await seeReportArrive(stage, section, withdrawn);
};

/** The shortest line that says it: announcements for screen readers repeat whole notices. */
const lineWith = (words: string, part: RegExp): string =>
  words
    .split("\n")
    .filter((line) => part.test(line))
    .sort((one, other) => one.length - other.length)[0] ?? "";

/** Opens the first class and reads the calm notice. Answers the class's Internal ID. */
export const openRoster = async ({ page, portal, tell, show }: Stage): Promise<string> => {
  const [section] = (await readState(portal.url)).classes;
  if (!section) throw new Error("The portal has no class.");
  await page.goto(rosterAddress(portal.url, section.internalId));
  const words = await waitForWords(page, "This roster is filled automatically");
  tell(`A teacher opens ${section.name}. A notice says: "${lineWith(words, /Next update/)}"`);
  await show("notice");
  return section.internalId;
};

/** Touches a first name, reads the callout, and changes the name anyway. */
export const changeFirstName = async ({ page, tell, show }: Stage) => {
  const field = cell(page, 0, "first-name").locator("input");
  const before = await field.inputValue();
  const studentId = await cell(page, 0, "internal-id").locator("input").inputValue();
  await field.click();
  const words = await waitForWords(page, /will change this first name back/);
  tell(
    `The teacher touches a first name. Beside it: "${lineWith(words, /will change this first name back/)}"`,
  );
  await show("callout");
  await clickInSurface(page, "button", "Go on anyway");
  await waitForNoWords(page, /will change this first name back/);
  const after = `${before}x`;
  await field.fill(after);
  tell("The teacher goes on anyway and changes the name.");
  return { studentId, before, after };
};

/** Sets a student's status to Inactive, then reports the withdrawal instead. */
export const reportWithdrawal = async ({ page, tell, show }: Stage) => {
  const status = cell(page, 2, "status").locator("select");
  const studentId = await cell(page, 2, "internal-id").locator("input").inputValue();
  // Playwright's selectOption makes an event of its own, which a guest must not believe: choose by keyboard.
  await status.focus();
  await page.keyboard.press("ArrowDown");
  await expect(status).toHaveValue("Inactive");
  const words = await waitForWords(page, /will set this student to Active again/);
  tell(`The teacher sets a student to Inactive: "${lineWith(words, /Active again/)}"`);
  await clickInSurface(page, "button", "Report this change instead");
  const report = await waitForWords(page, /If you report it today, expect the change by/);
  tell(
    `"Report this change instead" hands over the procedure: "${lineWith(report, /Report it to/)} ${lineWith(report, /expect the change by/)}"`,
  );
  await show("procedure");
  await clickInSurface(page, "button", /I have reported it|Copy text/);
  const noted = await waitForWords(page, /Noted: reported today/);
  tell(`The teacher reports it: "${lineWith(noted, /Noted: reported today/)}"`);
  await page.keyboard.press("Escape");
  await status.focus();
  await page.keyboard.press("ArrowUp");
  await expect(status).toHaveValue("Active");
  return { studentId };
};

/** Adds a student by hand with the + icon. */
export const addStudent = async ({ page, tell, show }: Stage): Promise<void> => {
  await page.locator("#add-student").click();
  const words = await waitForWords(page, /will remove this student again/);
  tell(`The teacher presses +: "${lineWith(words, /will remove this student again/)}"`);
  await show("add-student");
  await clickInSurface(page, "button", "Go on anyway");
  const row = page.locator("#roster-grid tbody tr.new-row").first();
  await row.locator(".field-first-name input").fill("Noémie");
  await row.locator(".field-last-name input").fill("Walker-Ortiz");
  await row.locator(".field-birth-date input").fill("03/14/2022");
  await row.locator(".field-gender select").selectOption({ index: 1 });
  await row.locator(".field-internal-id input").fill("9990001");
  await row.locator(".field-ethnicity select").selectOption({ index: 1 });
  await row.locator(".field-grade-level select").selectOption({ index: 1 });
  await row.locator(".field-assessment-language select").selectOption({ index: 1 });
};

/** Submits, and proves that the portal took the edits: going on is always possible. */
export const submit = async (
  { page, portal, tell }: Stage,
  section: string,
  renamed: { studentId: string; after: string },
): Promise<void> => {
  await page.locator("#roster-submit").click();
  await expect(page.locator(".message-success")).toBeVisible();
  const { students } = await readClass(portal.url, section);
  expect(students.find((student) => student.internalId === renamed.studentId)?.firstName).toBe(renamed.after);
  expect(students.some((student) => student.internalId === "9990001" && student.status === "Active")).toBe(
    true,
  );
  await waitForWords(page, /wait for the next sync/);
  tell("The teacher submits; the portal saves both edits.");
  await cell(page, 1, "first-name").locator("input").click();
  await page.waitForTimeout(700);
  expect(await wordsOn(page)).not.toMatch(/will change this first name back/);
  tell("Another first name of this class is touched; what was said once is not said again.");
};

/** The nightly sync really overwrites the edits; the extension says what became of each. */
export const seeNextMorning = async (
  { page, portal, browser, tell, show }: Stage,
  section: string,
  renamed: { studentId: string; before: string },
): Promise<void> => {
  await runNightly(page, portal.url);
  const { students } = await readClass(portal.url, section);
  expect(students.find((student) => student.internalId === renamed.studentId)?.firstName).toBe(
    renamed.before,
  );
  tell("At night the portal's sync runs and puts the file's values back.");
  await page.goto(rosterAddress(portal.url, section));
  const words = await waitForWords(page, /2 edits were overwritten/);
  tell(`The next morning the page says: "${lineWith(words, /2 edits were overwritten/)}"`);
  // The sync that was next is now the last one: the notice must not announce it again.
  const { lastSync } = await readClass(portal.url, section);
  const shown = lineWith(words, /Next update/);
  const day = new Date(lastSync).toLocaleDateString("en-US", {
    month: "long",
    day: "numeric",
    timeZone: "America/Chicago",
  });
  expect(shown).not.toContain(day);
  await show("next-morning");
  await clickInSurface(page, "button", /See each change|Details|side panel/);
  const panel = await waitForPanel(browser.findPanel);
  await expect(panel.getByText(/Undone by the last sync/).first()).toBeVisible();
  await expect(panel.getByText(/Expected by/).first()).toBeVisible();
  tell("The side panel names each edit and report, and what became of it.");
  await show("side-panel-edits", panel);
  const calendar = panel.getByRole("button", { name: "Calendar entry for that day" });
  await expect(calendar).toHaveCount(1);
  await panel.getByRole("tab", { name: "Today" }).click();
  await expect(panel.getByText(/Your edits and reports in this class/)).toBeVisible();
  await show("side-panel-today", panel);
};

/** Nothing comes of the report: once its day has passed the page says so, and the panel has a reminder ready. */
export const seeReportOverdue = async (
  { page, portal, browser, tell, show }: Stage,
  section: string,
): Promise<void> => {
  const overdue = /1 reported change is overdue/;
  let nights = 0;
  let words = "";
  while (!overdue.test(words)) {
    // Three school days and a holiday week at most: later than that it is not the calendar.
    if (nights === 12)
      throw new Error(`The report is not overdue after ${nights} nights. On the page:\n${words}`);
    await runNightly(page, portal.url);
    nights += 1;
    await page.goto(rosterAddress(portal.url, section));
    await waitForWords(page, "This roster is filled automatically");
    words = await waitForWords(page, /1 reported change .*(due|expected)/);
  }
  expect(nights).toBeGreaterThan(1);
  tell(`${nights} nights later nobody has entered the withdrawal: "${lineWith(words, overdue)}"`);
  await show("report-overdue");
  const panel = await waitForPanel(browser.findPanel);
  await panel.getByRole("tab", { name: "Edits" }).click();
  await expect(panel.getByText("Overdue").first()).toBeVisible();
  await expect(panel.locator("details.reminder[open] pre")).toContainText(/expected/);
  tell("The side panel has a reminder ready for the registrar, which names no student.");
  await show("side-panel-overdue", panel);
};

/** The registrar withdraws the student; after the next sync the report has arrived. */
export const seeReportArrive = async (
  { page, portal, files, tell, show }: Stage,
  section: string,
  withdrawn: { studentId: string },
): Promise<void> => {
  withdrawFromFeed(join(files, "feed"), withdrawn.studentId);
  await runNightly(page, portal.url);
  await page.goto(rosterAddress(portal.url, section));
  const words = await waitForWords(page, /1 reported change arrived/);
  tell(`The registrar enters the withdrawal; the morning after: "${lineWith(words, /arrived/)}"`);
  await show("report-arrived");
};

/** The side panel once it is open; throws when it does not open. */
export const waitForPanel = async (findPanel: () => Promise<Page | undefined>): Promise<Page> => {
  for (let tries = 0; tries < 30; tries += 1) {
    const panel = await findPanel();
    if (panel) return panel;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error("The side panel did not open.");
};
