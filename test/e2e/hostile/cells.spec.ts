import { expect, type Page, test } from "@playwright/test";
import { payloads } from "../../portals/hostile/payloads.ts";
import { clickInSurface, waitForWords } from "../browser/surfaces.ts";
import { type HostileStage, setHostileStage, waitForPanel } from "./hostile-stage.ts";

/** Hostile cells of a chosen file, in the checker and in the side panel. */
let stage: HostileStage;
test.beforeAll(async () => {
  stage = await setHostileStage();
});
test.afterAll(() => stage.close());

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const lines = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`;
const columns =
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName";

/** A package in which every payload is an id that stands twice, a role that is none, and a name. */
const rows = payloads.flatMap((text, at) =>
  [0, 1].map((twice) => [text, "", "", "true", text, text, `u${at}-${twice}`, "", text, text]),
);
const users = lines([columns.split(","), ...rows]);

const forbidden =
  "script, img, svg, iframe, object, embed, math, style:not(head *), base, template, video, audio, marquee, link:not(head *), meta:not(head *), form";

const foldedPage = (page: Page) =>
  page.evaluate((selector) => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    const all = [...document.querySelectorAll("*")];
    return {
      owned: "owned" in globalThis,
      tags: [...document.querySelectorAll(`main :is(${selector})`)].map(({ localName }) => localName),
      handlers: all.flatMap((each) => [...each.attributes]).filter(({ name }) => name.startsWith("on"))
        .length,
      addresses: [...document.querySelectorAll("[href], [src], [action], [formaction]")].filter((each) =>
        ["href", "src", "action", "formaction"].some((name) =>
          /^\s*(?:javascript|data):/i.test(each.getAttribute(name) ?? ""),
        ),
      ).length,
      text: (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " "),
    };
  }, forbidden);

/** Opens whatever is folded away or shown in part, until nothing more comes. */
const unfold = async (page: Page): Promise<void> => {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const more = page.getByRole("button", { name: /^Show \d+ more/ }).first();
    if (!(await more.isVisible())) return;
    await more.click();
  }
};

const expectText = async (page: Page, least: number): Promise<void> => {
  await unfold(page);
  const shown = await foldedPage(page);
  expect(shown).toMatchObject({ owned: false, tags: [], handlers: 0, addresses: 0 });
  const folded = payloads.map((payload) => payload.replace(/\s+/g, " ").trim());
  const said = folded.filter((payload) => shown.text.includes(payload));
  expect(said.length, "payloads that are shown, as text").toBeGreaterThanOrEqual(least);
  expect(said.some((payload) => payload.includes("<"))).toBe(true);
};

test("T9 payloads in the cells, headers and name of a file are text in the checker", async () => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(browser.addressOf("checker.html"));
  const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      file("users.csv", users),
      file(
        "<img src=x onerror=globalThis.owned=1>.csv",
        lines([payloads.slice(0, 12), payloads.slice(0, 12)]),
      ),
    ]);
  await expect(page.locator(".verdict")).toBeVisible({ timeout: 60_000 });
  await expectText(page, 5);
  expect(dialogs).toBe(0);
  expect(requests.filter((url) => !/^(?:chrome-extension|blob|data):/.test(url))).toEqual([]);
  await page.close();
});

test("T9 payloads in the cells of a file that is uploaded are text in the side panel, and no cell is on the page", async () => {
  const { page, portal } = stage;
  await page.bringToFront();
  await page.goto(portal.uploadAddress());
  await page.waitForTimeout(800);
  await page.locator("#upload-file").setInputFiles(stage.write("users.csv", users));
  const words = await waitForWords(page, /See what is wrong/, 60_000);
  for (const payload of payloads.filter((text) => text.includes("<"))) expect(words).not.toContain(payload);
  await clickInSurface(page, "button", "See what is wrong");
  const panel = await waitForPanel(stage);
  await expect(panel.locator(".verdict")).toBeVisible({ timeout: 30_000 });
  await expectText(panel, 5);
  expect(await page.evaluate(() => "owned" in globalThis)).toBe(false);
});
