import { expect, test } from "@playwright/test";
import { secret } from "../../portals/hostile/pages.ts";
import { payloads } from "../../portals/hostile/payloads.ts";
import { clickInSurface, waitForWords, wordsOn } from "../browser/surfaces.ts";
import {
  countStored,
  type HostileStage,
  noticeTitle,
  openCallout,
  setHostileStage,
  waitForPanel,
  warning,
} from "./hostile-stage.ts";

/** What a page may learn of us, and of students it does not show. */
let stage: HostileStage;
test.beforeAll(async () => {
  stage = await setHostileStage();
});
test.afterAll(() => stage.close());

type Probe = {
  lines: string[];
  grown: string[];
  everything: string;
  selected: string;
  ranged: string;
};

test("T1 find, selection and ranges read nothing of a student whom the page does not show", async () => {
  test.setTimeout(240_000);
  const { page, portal, nextClass } = stage;
  const classId = nextClass();
  await page.goto(portal.rosterAddress({ classId, rows: "with-secret" }));
  await waitForWords(page, noticeTitle);
  await expect.poll(() => countStored(stage)).toMatchObject({ pointers: 1 });
  // The student is gone from the page; we know of her, and the side panel says that she left.
  await openCallout(stage, portal.rosterAddress({ classId, tricks: ["probe"] }));
  await clickInSurface(page, "button", "Report this change instead");
  await waitForWords(page, /Report it to|expect the change/);
  await expect.poll(() => countStored(stage)).toMatchObject({ changes: 1 });
  await page.bringToFront();

  const probe = await page.evaluate(() =>
    (window as unknown as { hostileProbe: () => Probe }).hostileProbe(),
  );
  // The probe is worth something only where it reads a closed root at all.
  const read = JSON.stringify(probe);
  expect(read).toMatch(/Kestrel|estrel/);
  for (const text of [
    secret.first,
    secret.last,
    secret.id,
    secret.first.slice(0, 5),
    secret.last.slice(0, 5),
  ]) {
    expect(read).not.toContain(text);
    const found = await page.evaluate(
      (wanted) => (window as unknown as { hostileFind: (text: string) => boolean }).hostileFind(wanted),
      text,
    );
    expect(found, text).toBe(false);
  }
  expect(await wordsOn(page)).not.toContain(secret.last);
});

test("T2 keys pressed in our surfaces write nothing the page could read, and our own pages are out of its hearing", async () => {
  const { page, portal, nextClass, browser } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass(), tricks: ["listen"] }));
  await clickInSurface(page, "button", "Report this change instead");
  await waitForWords(page, /Report it to|expect the change/);
  const heard = () =>
    page.evaluate(() => (window as unknown as { heardEvents: { type: string }[] }).heardEvents);
  const isOurs = () => page.evaluate(() => document.activeElement?.getAttribute("popover") === "manual");
  if (!(await isOurs())) await page.keyboard.press("F6");
  expect(await isOurs()).toBe(true);
  const before = await page.evaluate(() =>
    [...document.querySelectorAll("input")].map((input) => input.value).join(),
  );
  await page.evaluate(() => ((window as unknown as { heardEvents: unknown[] }).heardEvents.length = 0));
  await page.keyboard.type("Quackenbush Zephyrin");
  // Nothing in the page of ours takes text: a key there is a key, and no letter becomes anybody's value.
  const typed = (await heard())
    .map(({ type }) => type)
    .filter((type) => /input|change|composition/.test(type));
  expect(typed).toEqual([]);
  const after = await page.evaluate(() =>
    [...document.querySelectorAll("input")].map((input) => input.value).join(),
  );
  expect(after).toBe(before);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const fields = nodes.filter(({ role }) => role?.value === "textbox" || role?.value === "searchbox").length;
  const own = await page.locator("input[type=text]").count();
  expect(fields).toBe(own);

  await page.evaluate(() => ((window as unknown as { heardEvents: unknown[] }).heardEvents.length = 0));
  const ours = await browser.context.newPage();
  await ours.goto(browser.addressOf("options.html"));
  await ours.keyboard.type("Quackenbush Zephyrin");
  await ours.close();
  expect(await heard()).toEqual([]);
});

test("T9 more than sixty payloads in a roster's cells stay text, on the page and in the side panel", async () => {
  test.setTimeout(240_000);
  expect(payloads.length).toBeGreaterThanOrEqual(60);
  const { page, portal, nextClass, browser } = stage;
  const classId = nextClass();
  let dialogs = 0;
  browser.context.on("page", (opened) => opened.on("dialog", () => (dialogs += 1)));
  page.on("dialog", () => (dialogs += 1));
  await page.goto(portal.rosterAddress({ classId, rows: "payloads" }));
  await waitForWords(page, noticeTitle);
  // They leave the class: their names are then what the side panel shows.
  await page.waitForTimeout(1500);
  await page.goto(portal.rosterAddress({ classId }));
  await waitForWords(page, noticeTitle);
  await clickInSurface(page, "button", "Open details");
  const panel = await waitForPanel(stage);
  await expect.poll(() => panel.locator("body").textContent(), { timeout: 30_000 }).toContain("<script>");
  const shown = await panel.evaluate(() => ({
    owned: "owned" in globalThis,
    text: document.body.textContent ?? "",
    tags: [...new Set([...document.querySelectorAll("main *")].map(({ localName }) => localName))],
    handlers: [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith("on")),
    ).length,
  }));
  expect(shown.owned).toBe(false);
  expect(shown.handlers).toBe(0);
  for (const tag of [
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "math",
    "style",
    "form",
    "base",
    "template",
  ])
    expect(shown.tags).not.toContain(tag);
  const folded = (text: string) => text.replace(/\s+/g, " ").trim();
  const told = folded(shown.text);
  const missing = payloads.filter((payload) => !told.includes(folded(payload)));
  expect(missing).toEqual([]);
  expect(await page.evaluate(() => "owned" in globalThis)).toBe(false);
  expect(dialogs).toBe(0);
});

test("T11 a page finds nothing that says which extension is here", async () => {
  const { page, portal, nextClass, browser } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass(), tricks: ["look"] }));
  const found = await page.evaluate(() =>
    (window as unknown as { hostileLook: () => unknown }).hostileLook(),
  );
  const told = JSON.stringify(found).toLowerCase();
  expect(told).not.toContain(browser.extensionId);
  expect(told).not.toContain("rosterguard");
  expect(told).not.toContain("extension:");
  expect(found).toMatchObject({ messages: [], globals: [], symbols: [], frames: 0, open: 0, storage: [""] });
  const events = (found as { events: string[] }).events;
  expect(events).toEqual([]);
  // Nothing of ours answers at its address, not even where the page guesses it.
  const answers = await page.evaluate(async (id) => {
    const paths = [
      "manifest.json",
      "sidepanel.html",
      "portal-surfaces.js",
      "content-scripts/portal.js",
      "icon/16.png",
    ];
    return Promise.all(
      paths.map((path) =>
        fetch(`chrome-extension://${id}/${path}`).then(
          () => path,
          () => "",
        ),
      ),
    );
  }, browser.extensionId);
  expect(answers.join("")).toBe("");
  expect(await wordsOn(page)).toMatch(warning);
});
