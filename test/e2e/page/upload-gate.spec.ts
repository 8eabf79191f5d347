import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { VerdictCounts } from "../../../utils/messages/answers.ts";
import { boxOf, clickInSurface, waitForNoWords, waitForWords } from "../browser/surfaces.ts";
import type { GuestScript } from "./guest.ts";
import { addressOf, briefing, openBrowser, openGuest, uploadPath } from "./harness.ts";
import { uploadPage } from "./pages.ts";

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser();
});
test.afterAll(() => browser.close());

const folder = mkdtempSync(join(tmpdir(), "rosterguard-gate-"));
const [users, classes] = ["users.csv", "classes.csv"].map((name) => {
  const path = join(folder, name);
  writeFileSync(path, `bytes of ${name}`);
  return path;
}) as [string, string];

const verdict: VerdictCounts = {
  verdict: "reject",
  rows: 12,
  faults: 2,
  warnings: 0,
  notes: 0,
  headline: "This upload has faults.",
  lines: ["12 rows in 2 files were read."],
};
const slow: GuestScript["validator"] = [{ after: 60_000, event: "die" }];
const judged: GuestScript["validator"] = [{ after: 50, event: { type: "done", verdict } as never }];

type Seen = { seenByPage: string[]; sent: string[][] };
const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { seenByPage, sent } = globalThis as unknown as Seen;
    return { seenByPage, sent };
  });
const namesIn = (page: Page): Promise<string[]> =>
  page
    .locator("#upload-file")
    .evaluate((input: HTMLInputElement) => [...(input.files ?? [])].map(({ name }) => name));

const open = async (validator: GuestScript["validator"], more: Partial<typeof briefing> = {}, after = "") => {
  const script = { briefing: { ...briefing, ...more }, ...(validator && { validator }) };
  const guest = await openGuest(browser, { url: addressOf(uploadPath), html: uploadPage(after), script });
  await expect.poll(() => guest.sentOf("portal/hello").length).toBe(1);
  return guest;
};
const choose = async (page: Page, paths = [users, classes]): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.locator("#upload-file").click(),
  ]);
  await chooser.setFiles(paths);
};

test("while a file is held the page has seen nothing and can send nothing", async () => {
  const { page, sentOf } = await open(slow);
  await page.locator("#upload-mode").selectOption("complete");
  await page.evaluate(() => {
    (globalThis as unknown as Seen).seenByPage = [];
  });
  await choose(page);
  await waitForWords(page, "The portal does not have the file yet");
  expect(sentOf("validator/check")).toMatchObject([{ names: ["users.csv", "classes.csv"] }]);
  expect(await namesIn(page)).toEqual([]);
  await page.locator("#upload-submit").click();
  await waitForWords(page, "Nothing was sent: the file is held while it is being checked.");
  await page.waitForTimeout(300);
  const { seenByPage, sent } = await seenBy(page);
  expect(seenByPage.filter((event) => !event.endsWith(":0"))).toEqual([]);
  expect(sent).toEqual([]);
});

test("Upload anyway gives the page exactly the chosen files, and its own button sends them", async () => {
  const { page, sentOf } = await open(judged);
  await choose(page);
  await waitForWords(page, "This upload has faults.");
  // A person's pointer rests on the button for a while first; how it then looks must not make the press a trick.
  const { left, right, top, bottom } = await boxOf(page, "button", "Upload anyway");
  await page.mouse.move((left + right) / 2, (top + bottom) / 2);
  await page.waitForTimeout(900);
  await clickInSurface(page, "button", "Upload anyway");
  await waitForWords(page, "The portal has the file now.");
  expect(sentOf("portal/released")).toMatchObject([{ decision: "upload" }]);
  expect((await seenBy(page)).seenByPage.slice(-2)).toEqual(["input:2", "change:2"]);
  await page.locator("#upload-submit").click();
  await expect
    .poll(async () => (await seenBy(page)).sent)
    .toEqual([["users.csv=bytes of users.csv", "classes.csv=bytes of classes.csv"]]);
});

test("Choose another leaves the input empty, and the next choice is held anew", async () => {
  const { page, sentOf } = await open(judged);
  await choose(page);
  await waitForWords(page, "This upload has faults.");
  await clickInSurface(page, "button", "Choose another");
  await waitForNoWords(page, "Upload anyway");
  expect(sentOf("portal/released")).toMatchObject([{ decision: "choose-another" }]);
  expect(await namesIn(page)).toEqual([]);
  await choose(page, [users]);
  await waitForWords(page, "Upload anyway");
  expect(sentOf("validator/check").map(({ names }) => names)).toEqual([
    ["users.csv", "classes.csv"],
    ["users.csv"],
  ]);
});

test("another file chosen over one that waits puts the first one back", async () => {
  const { page, sentOf } = await open(judged);
  await choose(page);
  await waitForWords(page, "Upload anyway");
  await choose(page, [users]);
  await expect.poll(() => sentOf("validator/check").length).toBe(2);
  expect(sentOf("portal/released")).toMatchObject([{ decision: "choose-another" }]);
});

test("a check that is stopped leaves the decision to the person", async () => {
  const { page, sentOf } = await open(slow);
  await choose(page);
  await clickInSurface(page, "button", "Stop the check");
  await waitForWords(page, "The check was stopped.");
  expect(sentOf("validator/cancel")).toHaveLength(1);
  expect(await namesIn(page)).toEqual([]);
  await clickInSurface(page, "button", "Upload anyway");
  await expect.poll(() => namesIn(page)).toEqual(["users.csv", "classes.csv"]);
});

const failures: [string, GuestScript["validator"], Partial<typeof briefing>, RegExp][] = [
  ["the host dies", [{ after: 300, event: "die" }], {}, /The check did not run/],
  [
    "the check fails",
    [{ after: 50, event: { type: "failed", problem: "The file changed on the disk." } as never }],
    {},
    /The file changed on the disk\. The check did not run/,
  ],
  ["it takes too long", slow, { holdSeconds: 1 }, /longer than 1 seconds/],
];
for (const [name, validator, more, words] of failures) {
  test(`the file goes back and the person is told when ${name}`, async () => {
    const { page, sentOf } = await open(validator, more);
    await choose(page);
    await waitForWords(page, words);
    expect(await namesIn(page)).toEqual(["users.csv", "classes.csv"]);
    expect(sentOf("portal/released")).toMatchObject([{ decision: "timeout" }]);
    await page.locator("#upload-submit").click();
    await expect.poll(async () => (await seenBy(page)).sent.length).toBe(1);
  });
}

for (const [when, validator] of [
  ["in the middle of a check", slow],
  ["while a verdict waits for an answer", judged],
] as const) {
  test(`the file goes back when the extension is reloaded ${when}`, async () => {
    const { page } = await open(validator);
    await choose(page);
    await waitForWords(page, validator === slow ? "Stop the check" : "Upload anyway");
    await page.evaluate(() => globalThis.guest.switchOff());
    await waitForWords(page, /did not run/);
    await waitForWords(page, "reload the page");
    expect(await namesIn(page)).toEqual(["users.csv", "classes.csv"]);
    await choose(page, [users]);
    expect(await namesIn(page)).toEqual(["users.csv"]);
  });
}

test("a choice the page makes up is not ours to hold", async () => {
  const { page, sentOf } = await open(judged);
  await page.locator("#upload-file").evaluate((input: HTMLInputElement) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "made-up.csv"));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForTimeout(300);
  expect(await namesIn(page)).toEqual(["made-up.csv"]);
  expect(sentOf("validator/check")).toEqual([]);
});

test("a button the page lays something over does not let the file go", async () => {
  const { page, sentOf } = await open(judged);
  await choose(page);
  await waitForWords(page, "Upload anyway");
  await page.evaluate(() => {
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText =
      "position:fixed;inset:0;width:100%;height:100%;margin:0;padding:0;border:0;background:#fff;pointer-events:none";
    document.body.append(cover);
    cover.showPopover();
  });
  await page.waitForTimeout(900);
  const { left, right, top, bottom } = await boxOf(page, "button", "Upload anyway");
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  await waitForWords(page, "press again");
  expect(sentOf("portal/released")).toEqual([]);
  expect(await namesIn(page)).toEqual([]);
});

test("a file chosen before the background has answered is held all the same", async () => {
  const script: GuestScript = { briefing, wakingUp: 1500, ...(judged && { validator: judged }) };
  const { page } = await openGuest(browser, { url: addressOf(uploadPath), html: uploadPage(), script });
  await choose(page);
  expect(await namesIn(page)).toEqual([]);
  expect((await seenBy(page)).seenByPage.filter((event) => !event.endsWith(":0"))).toEqual([]);
  await waitForWords(page, "This upload has faults.");
});

test("an input that is no upload control gets its file as soon as that is known", async () => {
  const script: GuestScript = { briefing, wakingUp: 800 };
  const html = uploadPage(`<input type="file" id="photo">`);
  const { page, sentOf } = await openGuest(browser, { url: addressOf(uploadPath), html, script });
  await page.locator("#photo").setInputFiles(users);
  const photo = () => page.locator("#photo").evaluate((input: HTMLInputElement) => input.files?.[0]?.name);
  await expect.poll(photo).toBe("users.csv");
  await page.locator("#photo").setInputFiles(classes);
  expect(await photo()).toBe("classes.csv");
  expect(sentOf("validator/check")).toEqual([]);
});

test("without a briefing nothing is held", async () => {
  const guest = await openGuest(browser, {
    url: addressOf(uploadPath),
    html: uploadPage(),
    script: { briefing: null },
  });
  await choose(guest.page);
  await expect.poll(() => namesIn(guest.page)).toEqual(["users.csv", "classes.csv"]);
});
