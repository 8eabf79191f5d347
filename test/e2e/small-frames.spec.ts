import { join } from "node:path";
import process from "node:process";
import { expect, test } from "@playwright/test";
import { setForEach } from "./browser/stages.ts";
import { clickInSurface, waitForNoWords, waitForWords, wordsOn } from "./browser/surfaces.ts";
import { badgeOf } from "./profiles/guarded.ts";
import { writeLargeEnrollments } from "./story/large-file.ts";
import {
  dropOn,
  expectNothing,
  expectReceived,
  setGateStage,
  waitForHeld,
  waitForVerdict,
} from "./upload-gate/gate-stage.ts";

/** Files chosen in frames too small for a card: the tab's own document shows it, and the frame keeps the file. */
const stage = setForEach(setGateStage);
let users: string;
let orgs: string;
test.beforeEach(async () => {
  users = stage.write("users.csv", "sourcedId,status,role\r\nU1,,student\r\n");
  orgs = stage.write("orgs.csv", "sourcedId,name,type\r\nS1,Lakeview,school\r\n");
});

const frame = (title = "choose") => stage.page.frameLocator(`iframe[title=${title}]`);
const chooseIn = async (title: string, file: string): Promise<void> => {
  await frame(title).locator("#upload-file").hover();
  await stage.page.waitForTimeout(300);
  await frame(title).locator("#upload-file").setInputFiles(file);
};
/** Cards that wait for an answer: each button is told as a button and by its text. */
const waiting = async () => ((await wordsOn(stage.page)).match(/Choose another/g)?.length ?? 0) / 2;
const reason = "Chosen in a frame of this page that is too small for this message: “";
/** For a look at the cards, a folder for their pictures. */
const { ROSTERGUARD_SHOTS: shots } = process.env;
const shotOf = (name: string) =>
  shots === undefined ? undefined : stage.page.screenshot({ path: join(shots, `${name}.png`) });

const ways = [
  { kind: "small-frame", give: () => chooseIn("choose", users) },
  {
    kind: "small-frame-deep",
    give: async () => {
      const inner = frame("workspace").frameLocator("iframe").locator("#upload-file");
      await inner.hover();
      await stage.page.waitForTimeout(300);
      await inner.setInputFiles(users);
    },
  },
  {
    kind: "small-frame-drop",
    give: async () => {
      await frame("drop").locator("#upload-file").hover();
      await stage.page.waitForTimeout(300);
      await dropOn(stage.page, frame("drop").locator("#upload-file"), [users]);
    },
  },
];

for (const { kind, give } of ways) {
  test(`${kind}: held in the frame, answered in the page around it, received byte for byte`, async () => {
    await stage.open(kind);
    await give();
    await waitForHeld(stage.page);
    await expectNothing(stage);
    const words = await waitForVerdict(stage.page);
    expect(words).toContain(reason);
    expect(words).toContain("users.csv");
    expect(words).toContain("See what is wrong");
    await expectNothing(stage);
    await shotOf(kind);
    await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
    await expectReceived(stage, [users]);
    await waitForWords(stage.page, "The portal has the file now");
    await clickInSurface(stage.page, "button", "Close");
    await waitForNoWords(stage.page, "The portal has the file now");
  });

  test(`${kind}: put back, nothing is left, and the next choice is held anew`, async () => {
    await stage.open(kind);
    for (let turn = 0; turn < 2; turn += 1) {
      await give();
      await waitForVerdict(stage.page);
      await clickInSurface(stage.page, "button", "Choose another");
      await waitForNoWords(stage.page, "Choose another");
      await expectNothing(stage);
    }
  });
}

test("the page around can find neither the file's name nor any word of it", async () => {
  await stage.open("small-frame");
  await chooseIn("choose", users);
  await waitForVerdict(stage.page);
  const found = await stage.page.evaluate(() => {
    const find = (window as unknown as { find: (text: string) => boolean }).find.bind(window);
    return ["users.csv", "users", "users.c"].filter((text) => {
      getSelection()?.removeAllRanges();
      return find(text);
    });
  });
  expect(found).toEqual([]);
});

test("two small frames at once: each has its card, and each file goes its own way", async () => {
  await stage.open("small-frames");
  await chooseIn("users", users);
  await waitForVerdict(stage.page);
  await chooseIn("orgs", orgs);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(2);
  const words = await wordsOn(stage.page);
  expect(words).toContain("users.csv");
  expect(words).toContain("orgs.csv");
  await stage.page.waitForTimeout(500);
  await shotOf("small-frames");
  await expectNothing(stage);
  await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
  await expect.poll(() => stage.portal.received.length).toBe(1);
  await expect.poll(waiting).toBe(1);
  await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
  await expectReceived(stage, [users, orgs]);
});

test("the frame goes while its file is held: the card goes with it", async () => {
  await stage.open("small-frame");
  await chooseIn("choose", users);
  await waitForVerdict(stage.page);
  await stage.page.locator("iframe").evaluate((element) => element.remove());
  await waitForNoWords(stage.page, "Choose another");
  await stage.open("small-frame-deep");
  const inner = frame("workspace").frameLocator("iframe").locator("#upload-file");
  await inner.hover();
  await stage.page.waitForTimeout(300);
  await inner.setInputFiles(users);
  await waitForVerdict(stage.page);
  await frame("workspace")
    .locator("iframe")
    .evaluate((element) => element.remove());
  await waitForNoWords(stage.page, "Choose another");
  await expectNothing(stage);
});

test("a frame that moves on takes its card along", async () => {
  await stage.open("small-frame");
  await chooseIn("choose", users);
  await waitForVerdict(stage.page);
  await stage.page.frames()[1]!.goto(`${stage.portal.url}/done`);
  await waitForNoWords(stage.page, "Choose another");
});

test("when the policy's time is over the frame gets the file, and the person is told", async () => {
  const large = writeLargeEnrollments(stage.folder, 140);
  await stage.setCheck({ holdSeconds: 1 });
  await stage.open("small-frame");
  await chooseIn("choose", large);
  await waitForWords(stage.page, /longer than 1 seconds/);
  await expect.poll(() => stage.portal.received.length, { timeout: 60_000 }).toBe(1);
  await expectReceived(stage, [large]);
});

test("when the extension is reloaded, the frame gets the file, and the person is told", async () => {
  await stage.open("small-frame");
  await chooseIn("choose", users);
  await waitForVerdict(stage.page);
  await expectNothing(stage);
  const [background] = stage.browser.context.serviceWorkers();
  await background?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await waitForWords(stage.page, "did not run");
  await expectReceived(stage, [users]);
  stage.portal.received.length = 0;
  await chooseIn("choose", orgs);
  await expectReceived(stage, [orgs]);
});

test("the page takes our card away again and again: the frame gets the file, and badge and panel tell", async () => {
  await stage.open("small-frame");
  await chooseIn("choose", users);
  await waitForVerdict(stage.page);
  await stage.page.evaluate(() => {
    setInterval(() => {
      for (const element of document.documentElement.children)
        if (element.hasAttribute("popover")) element.remove();
    }, 20);
  });
  await expectReceived(stage, [users]);
  await expect.poll(async () => (await badgeOf(stage.browser)).text).toBe("–");
});

test("in a page of another portal around it, the card names the frame's site instead of the file", async () => {
  const elsewhere = stage.portal.addressOf("small-frame-elsewhere").replace("127.0.0.1", "localhost");
  await stage.page.goto(elsewhere);
  await stage.page.waitForTimeout(900);
  await chooseIn("elsewhere", users);
  const words = await waitForVerdict(stage.page);
  expect(words).toContain(new URL(stage.portal.url).host);
  expect(words).not.toContain("users.csv");
  await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
  await expectReceived(stage, [users]);
});

test("where nobody of ours stands around it the file passes, and badge and panel tell of it", async () => {
  await stage.guardOnly(stage.portal.url);
  const elsewhere = stage.portal.addressOf("small-frame-elsewhere").replace("127.0.0.1", "localhost");
  await stage.page.goto(elsewhere);
  await stage.page.waitForTimeout(900);
  await chooseIn("elsewhere", users);
  const [received] = await expectReceived(stage, [users]);
  expect(received?.trusted).toBe(true);
  await expect
    .poll(async () => (await badgeOf(stage.browser)).title)
    .toContain("went to the portal unchecked");
  await stage.open("other", { marked: false });
  await expect.poll(async () => (await badgeOf(stage.browser)).title).not.toContain("unchecked");
});
