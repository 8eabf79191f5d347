import { type Browser, expect, type Page, test } from "@playwright/test";
import type { IntentAnswer } from "../../../utils/messages/answers.ts";
import { boxOf, clickInSurface, waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { addressOf, briefing, type Guest, openBrowser, openGuest, rosterPath } from "./harness.ts";
import { rosterPage, row } from "./pages.ts";

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser();
});
test.afterAll(() => browser.close());

const warning = "The next sync, tonight at 2:00 a.m., will change this back.";
const intent: IntentAnswer = {
  verdict: { policy: "overwritten" },
  warning,
  report: {
    lines: ["Report it to the campus registrar."],
    channels: [
      { kind: "mail", label: "Write a mail", href: "mailto:registrar@bluebonnet.example" },
      { kind: "form", label: "A trap", href: "javascript:document.title='trapped'" },
    ],
    draft: "Class: CLS-1",
  },
};

const addRow = `document.querySelector("#add-student").addEventListener("click", () => {
  const table = document.createElement("table");
  table.innerHTML = ${JSON.stringify(row({ id: "", first: "", last: "" }, "new-row"))};
  document.querySelector("#roster-grid tbody").prepend(table.rows[0]);
});
document.querySelector("#roster-form").addEventListener("submit", (event) => event.preventDefault());`;

const open = async (html = rosterPage({ after: `<script>${addRow}</script>` })): Promise<Guest> => {
  const guest = await openGuest(browser, { url: addressOf(rosterPath), html, script: { briefing, intent } });
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  return guest;
};
const openHeld = async (more: Partial<typeof briefing> = {}): Promise<Guest> => {
  const guest = await openGuest(browser, {
    url: addressOf(rosterPath),
    html: rosterPage({ after: `<script>${addRow}</script>` }),
    script: { briefing: { ...briefing, level: "confirm", ...more }, intent },
  });
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  return guest;
};
const field = (page: Page, name: string, nth = 0) =>
  page.locator(`tbody tr .field-${name} :is(input, select)`).nth(nth);
const editsOf = (guest: Guest) => guest.sentOf("portal/intent").map(({ edit }) => edit);
const savedBy = (guest: Guest) =>
  guest.sentOf("portal/saved").flatMap(({ edits }) => edits as { after?: string }[]);

test("a click on a field is told once for that field of the roster", async () => {
  const guest = await open();
  await field(guest.page, "first-name").click();
  await waitForWords(guest.page, warning);
  await field(guest.page, "first-name", 1).click();
  await field(guest.page, "first-name", 2).click();
  await field(guest.page, "birth-date", 1).click();
  await expect.poll(() => editsOf(guest).length).toBe(2);
  expect(editsOf(guest)).toEqual([
    {
      change: "correct-details",
      field: "firstName",
      studentId: "1001",
      sectionId: "CLS-1",
      schoolId: "000917101",
      before: "Ana María",
    },
    expect.objectContaining({ change: "correct-details", field: "birthDate", studentId: "1002" }),
  ]);
});

test("a field reached by keyboard is told too; one the page focuses by itself is not", async () => {
  const guest = await open();
  await field(guest.page, "last-name").evaluate((input: HTMLInputElement) => input.focus());
  await guest.page.waitForTimeout(300);
  expect(editsOf(guest)).toEqual([]);
  await guest.page.keyboard.press("Tab");
  await expect.poll(() => editsOf(guest)).toMatchObject([{ field: "birthDate" }]);
});

test("events the page makes up are nothing to us", async () => {
  const guest = await open();
  await guest.page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>(".field-first-name input")!;
    input.value = "Forged";
    for (const type of ["pointerdown", "mousedown", "focusin", "click", "keydown", "input", "change"]) {
      input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    document
      .querySelector("#roster-form")
      ?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
  await guest.page.waitForTimeout(500);
  expect([...guest.sentOf("portal/intent"), ...guest.sentOf("portal/saved")]).toEqual([]);
});

test("the + icon and a status set to Inactive are told; Active is not", async () => {
  const guest = await open();
  await guest.page.locator("#add-student").click();
  await expect
    .poll(() => editsOf(guest))
    .toEqual([{ change: "enroll-new-student", studentId: "", sectionId: "CLS-1", schoolId: "000917101" }]);
  const status = guest.page.locator("tr.student-row .field-status select");
  await status.nth(2).focus();
  await guest.page.keyboard.press("A");
  await status.nth(1).focus();
  await guest.page.keyboard.press("I");
  await expect.poll(() => editsOf(guest).length).toBe(2);
  expect(editsOf(guest)[1]).toMatchObject({
    change: "withdraw",
    field: "status",
    studentId: "1002",
    before: "Active",
  });
});

test("what was typed is recorded when the person saves, with what it was before", async () => {
  const guest = await open();
  const { page } = guest;
  await page.locator("#add-student").click();
  const added = page.locator("tr.new-row");
  await added.locator(".field-first-name input").fill("Noémie");
  await added.locator(".field-last-name input").fill("Walker");
  const second = page.locator("tr.student-row").nth(1);
  await second.locator(".field-first-name input").fill("Benjamin");
  await second.locator(".field-status select").focus();
  await page.keyboard.press("I");
  await page.locator("tr.student-row").nth(2).locator(".field-last-name input").fill("Li");
  expect(guest.sentOf("portal/saved")).toEqual([]);
  await page.locator("#roster-submit").click();
  const place = { sectionId: "CLS-1", schoolId: "000917101" };
  await expect.poll(() => savedBy(guest).length).toBe(3);
  expect(savedBy(guest)).toEqual(
    expect.arrayContaining([
      { change: "enroll-new-student", studentId: "", ...place, name: "Noémie Walker" },
      {
        change: "correct-details",
        field: "firstName",
        studentId: "1002",
        ...place,
        before: "Ben",
        after: "Benjamin",
      },
      {
        change: "withdraw",
        field: "status",
        studentId: "1002",
        ...place,
        before: "Active",
        after: "Inactive",
      },
    ]),
  );
  await page.locator("#roster-submit").click();
  await page.waitForTimeout(300);
  expect(guest.sentOf("portal/saved")).toHaveLength(1);
});

test("a second save on the same page records only what was typed since the first", async () => {
  const guest = await open();
  const { page } = guest;
  const input = field(page, "first-name", 1);
  await input.fill("Benjamin");
  await page.locator("#roster-submit").click();
  await expect.poll(() => savedBy(guest).length).toBe(1);
  await input.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("o");
  await page.locator("#roster-submit").click();
  await expect.poll(() => savedBy(guest).length).toBe(2);
  expect(savedBy(guest)[1]).toMatchObject({ field: "firstName", before: "Benjamin", after: "Benjamino" });
});

test("letters being composed are not an edit yet; the word they make is", async () => {
  const guest = await open();
  const { page } = guest;
  const input = field(page, "state-id", 0);
  await input.evaluate((element: HTMLInputElement) => element.focus());
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "ね", selectionStart: 1, selectionEnd: 1 });
  await page.waitForTimeout(200);
  expect(editsOf(guest)).toEqual([]);
  await session.send("Input.insertText", { text: "猫" });
  await page.keyboard.press("Tab");
  await expect
    .poll(() => editsOf(guest))
    .toContainEqual(expect.objectContaining({ field: "stateId", studentId: "1001" }));
});

test("the callout covers no part of its control, closes on Escape and gives the focus back", async () => {
  const { page } = await open();
  const input = field(page, "first-name", 1);
  await input.click();
  await waitForWords(page, warning);
  const control = (await input.boundingBox())!;
  const button = await boxOf(page, "button", "Go on anyway");
  const apart =
    button.top >= control.y + control.height ||
    button.bottom <= control.y ||
    button.left >= control.x + control.width;
  expect(apart).toBe(true);
  await page.keyboard.press("F6");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await wordsOn(page)).includes("Go on anyway")).toBe(false);
  await expect(input).toBeFocused();
  await page.keyboard.type("x");
  await expect(input).toHaveValue(/x/);
});

test("the procedure is handed over, its links are safe, and the first way used is the report", async () => {
  const guest = await open();
  const { page } = guest;
  await field(page, "first-name").click();
  await clickInSurface(page, "button", "Report this change instead");
  const words = await waitForWords(page, "Report it to the campus registrar.");
  expect(words).toContain("Write a mail");
  expect(words).not.toContain("A trap");
  await clickInSurface(page, "button", "Copy text");
  await waitForWords(page, "It should show by Thursday, November 26.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Class: CLS-1");
  expect(guest.sentOf("portal/reported")).toEqual([
    { type: "portal/reported", channel: "copy", edit: expect.objectContaining({ field: "firstName" }) },
  ]);
  await expect.poll(async () => (await wordsOn(page)).includes("I have reported it")).toBe(false);
});

test("nothing to say, nothing said", async () => {
  const guest = await openGuest(browser, {
    url: addressOf(rosterPath),
    html: rosterPage(),
    script: { briefing, intent: { verdict: { policy: "kept" } } },
  });
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  await field(guest.page, "first-name").click();
  await expect.poll(() => editsOf(guest).length).toBe(1);
  await waitForNoWords(guest.page, "Go on anyway", 500);
});

const changeName = async ({ page }: Guest): Promise<void> => {
  await field(page, "first-name").click();
  await waitForWords(page, warning);
  await clickInSurface(page, "button", "Go on anyway");
  await field(page, "first-name").fill("Anamaría");
};

test("where saves are confirmed, the first is held until the person goes on, and then goes through once", async () => {
  const guest = await openHeld();
  await changeName(guest);
  await guest.page.locator("#roster-submit").click();
  await waitForWords(guest.page, "Nothing is saved yet.");
  expect(savedBy(guest)).toEqual([]);
  expect(guest.sentOf("portal/held")).toEqual([{ type: "portal/held", sectionId: "CLS-1" }]);
  await clickInSurface(guest.page, "button", "Save anyway");
  await expect.poll(() => savedBy(guest).map(({ after }) => after)).toEqual(["Anamaría"]);
  await field(guest.page, "first-name").fill("Anita");
  await guest.page.locator("#roster-submit").click();
  await expect.poll(() => savedBy(guest).map(({ after }) => after)).toEqual(["Anamaría", "Anita"]);
});

test("a held save that is pressed a second time goes through", async () => {
  const guest = await openHeld();
  await changeName(guest);
  await guest.page.locator("#roster-submit").click();
  await waitForWords(guest.page, "Nothing is saved yet.");
  await guest.page.locator("#roster-submit").click();
  await expect.poll(() => savedBy(guest).length).toBe(1);
});

for (const [when, more] of [
  ["its class was held before in this session", { held: ["CLS-1"] }],
  ["the LEA only informs", { level: "inform" }],
] as [string, Partial<typeof briefing>][]) {
  test(`no save is held when ${when}`, async () => {
    const guest = await openHeld(more);
    await changeName(guest);
    await guest.page.locator("#roster-submit").click();
    await expect.poll(() => savedBy(guest).length).toBe(1);
    expect(guest.sentOf("portal/held")).toEqual([]);
  });
}

test("a save without an edit is never held", async () => {
  const guest = await openHeld();
  await guest.page.locator("#roster-submit").click();
  await guest.page.waitForTimeout(500);
  expect(guest.sentOf("portal/held")).toEqual([]);
});
