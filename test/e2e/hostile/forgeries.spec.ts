import { expect, test } from "@playwright/test";
import { boxOf, clickInSurface, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { badgeOf } from "../profiles/guarded.ts";
import {
  countStored,
  type HostileStage,
  noticeTitle,
  openCallout,
  setHostileStage,
  waitForPanel,
  warning,
} from "./hostile-stage.ts";

/** What a page makes up: events, messages, frames, a world of broken natives. */
let stage: HostileStage;
test.beforeAll(async () => {
  stage = await setHostileStage();
});
test.afterAll(() => stage.close());

/** Calls a function that the page's own script has left on its window. */
const call = <T>(name: string): Promise<T> =>
  stage.page.evaluate(
    (wanted) => (globalThis as unknown as Record<string, () => Promise<T>>)[wanted]!(),
    name,
  );

test("T5 made-up choices, drops and pastes of files start no check", async () => {
  const { page, portal } = stage;
  await page.goto(portal.uploadAddress({ tricks: ["forge"] }));
  await page.waitForTimeout(800);
  expect(await call<number>("hostileUploads")).toBe(1);
  await page.waitForTimeout(1000);
  expect(await wordsOn(page)).not.toMatch(/Upload anyway|does not have (it|the file) yet|Checking/);
  // The page keeps what it gave itself, and nothing of it was checked.
  expect(await page.locator("#upload-file").evaluate((input: HTMLInputElement) => input.files?.length)).toBe(
    1,
  );
  expect(await countStored(stage)).toMatchObject({ reports: 0 });
});

test("T5 a page that speaks as our script in its own world speaks is not answered", async () => {
  const { page, portal } = stage;
  await page.goto(portal.uploadAddress({ tricks: ["forge"] }));
  await page.waitForTimeout(800);
  // A page's click gets a person's press for company, as a hostile page would take care of.
  await page.locator("h1").click();
  expect(await call<unknown>("hostileWorld")).toEqual({ answered: 0, doors: 0, left: 1 });
  await page.waitForTimeout(1000);
  expect(await wordsOn(page)).not.toMatch(/Upload anyway|does not have (it|the file) yet|Checking/);
  expect(await countStored(stage)).toMatchObject({ reports: 0 });
});

test("T5 made-up touches, keys, saves and presses are no edits and no answers", async () => {
  const { page, portal, nextClass, browser } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass(), tricks: ["forge"] }));
  await waitForWords(page, noticeTitle);
  expect(await call<number>("hostileEdits")).toBe(1);
  await page.waitForTimeout(1200);
  expect(await wordsOn(page)).not.toMatch(warning);
  expect(await countStored(stage)).toMatchObject({ ledger: 0 });
  expect((await badgeOf(browser)).text).toBe("");
  expect(await browser.findPanel()).toBeUndefined();
});

test("T5 a made-up press on a callout answers nothing", async () => {
  const { page, portal, nextClass, browser } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass(), tricks: ["forge"] }));
  const { left, top, right, bottom } = await boxOf(page, "button", "Go on anyway");
  await page.evaluate(
    ([x, y]) => {
      const at = document.elementFromPoint(x!, y!);
      for (const type of ["pointerdown", "pointerup", "click"]) {
        at?.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true, clientX: x!, clientY: y!, detail: 1 }),
        );
      }
    },
    [(left + right) / 2, (top + bottom) / 2],
  );
  await call("hostileEdits");
  await page.waitForTimeout(500);
  expect(await wordsOn(page)).toMatch(warning);
  expect(await countStored(stage)).toMatchObject({ ledger: 0 });
  expect(await browser.findPanel()).toBeUndefined();
});

for (const [name, options] of [
  ["natives are broken and listened to", { tricks: ["pollute"] }],
  ["fields are named as the DOM's own properties", { clobbered: true }],
  ["both", { tricks: ["pollute"], clobbered: true }],
] as const) {
  test(`T6 the roster is read and guarded where ${name}`, async () => {
    const { page, portal, nextClass } = stage;
    portal.heard.length = 0;
    await openCallout(stage, portal.rosterAddress({ classId: nextClass(), ...options }));
    // Two active students and one inactive: the side panel counts what was read.
    await page.keyboard.press("Escape");
    await clickInSurface(page, "button", "Fed automatically");
    await clickInSurface(page, "button", "Open details");
    const panel = await waitForPanel(stage);
    await expect.poll(() => panel.locator("main").textContent(), { timeout: 20_000 }).toMatch(/Room 4\D+2\b/);
    await panel.close();
    expect(portal.heard.filter((one) => one !== "ready")).toEqual([]);
    if ("tricks" in options) expect(portal.heard).toEqual(["ready"]);
  });
}

test("T7 a thousand forged handshakes and frames of our own pages get no answer", async () => {
  const { page, portal, nextClass, browser } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass(), tricks: ["forge"] }));
  await waitForWords(page, noticeTitle);
  const before = await countStored(stage);
  expect(await call<string[]>("hostileMessages")).toEqual([]);
  const speakable = await page.evaluate(
    () =>
      typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
        ?.sendMessage,
  );
  expect(speakable).toBe("undefined");
  for (const path of ["sidepanel.html", "checker.html", "options.html", "offscreen.html"]) {
    await page.evaluate((address) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      document.body.append(frame);
    }, browser.addressOf(path));
  }
  await page.waitForTimeout(1500);
  const opened = page.frames().filter((frame) => frame.url().startsWith("chrome-extension:"));
  for (const frame of opened) {
    // A blocked page keeps its address and holds the browser's own error.
    const inner = await frame.evaluate(() => document.title).catch(() => "blocked");
    expect(inner).not.toMatch(/Rosterguard/);
  }
  expect(await countStored(stage)).toEqual(before);
});
