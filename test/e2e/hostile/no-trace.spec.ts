import { expect, type Page, test } from "@playwright/test";
import { setForEach } from "../browser/stages.ts";
import { boxOf, clickInSurface, waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import {
  countStored,
  noticeTitle,
  openCallout,
  setHostileStage,
  touchFirstName,
  waitForPanel,
  warning,
} from "./hostile-stage.ts";

/** Coming, going and being switched off: what is in the page afterwards is the page, and nothing else. */
const stage = setForEach(() => setHostileStage({ backForwardCache: true }));

/** Where the document differs from what the portal has sent; "" where it is that, attribute for attribute. */
const traceIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const sent = await (await fetch(location.href)).text();
    const served = new DOMParser().parseFromString(sent, "text/html").documentElement.outerHTML;
    const now = document.documentElement.outerHTML;
    if (now === served) return document.adoptedStyleSheets.length === 0 ? "" : "a style sheet";
    let at = 0;
    while (now[at] === served[at]) at += 1;
    return now.slice(Math.max(0, at - 40), at + 120);
  });
const expectNoTrace = (page: Page) => expect.poll(() => traceIn(page), { timeout: 10_000 }).toBe("");

/** How many hosts of ours are in the page: the root element's children that are neither head nor body. */
const hostsIn = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.querySelectorAll(":scope > :not(head, body)").length);

/** Works in the roster as a person does: nothing is said, nothing is kept, the portal gets what it is sent. */
const expectNoEffect = async (page: Page): Promise<void> => {
  const before = await countStored(stage);
  await page.bringToFront();
  await touchFirstName(page);
  await page.keyboard.type("x");
  await page.evaluate(() => {
    document.querySelector("#roster-form")!.addEventListener("submit", (event) => {
      document.title = event.defaultPrevented ? "held" : "sent";
      event.preventDefault();
    });
  });
  await page.locator("#roster-submit").click();
  await expect.poll(() => page.title()).toBe("sent");
  await page.waitForTimeout(700);
  expect(await wordsOn(page)).not.toMatch(warning);
  expect((await countStored(stage)).ledger).toBe(before.ledger);
};

const setPolicy = (change: (policy: Record<string, unknown>) => Record<string, unknown>) =>
  stage.browser.context.serviceWorkers()[0]!.evaluate(async (source) => {
    // The change is pure and has no names of its own: it is sent as data below.
    const { policyFile } = (await chrome.storage.local.get("policyFile")) as {
      policyFile: Record<string, unknown>;
    };
    await chrome.storage.local.set({ policyFile: { ...policyFile, ...source } });
  }, change({}));

/** What a person does under "Site access" of the browser's own page of extensions. */
const setSiteAccess = async (hostAccess: "ON_CLICK" | "ON_ALL_SITES"): Promise<void> => {
  const page = await stage.browser.context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(
    ([extensionId, access]) =>
      (
        chrome as unknown as { developerPrivate: { updateExtensionConfiguration(of: object): Promise<void> } }
      ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access }),
    [stage.browser.extensionId, hostAccess],
  );
  await page.close();
};

test("P4 a page comes back from the back/forward cache with one notice, its callout and its saves, as often as it does", async () => {
  const { page, portal, nextClass } = stage;
  const classId = nextClass();
  await openCallout(stage, portal.rosterAddress({ classId }));
  await page.evaluate(() => {
    window.addEventListener("pageshow", (event) => {
      document.title = `${event.persisted} ${Number(document.title.split(" ")[1] ?? 0) + 1}`;
    });
    document.querySelector("#roster-form")!.addEventListener("submit", (event) => event.preventDefault());
  });
  const session = await page.context().newCDPSession(page);
  const run = async (expression: string) =>
    (await session.send("Runtime.evaluate", { expression })).result.value;
  for (const round of [1, 2]) {
    await page.goto(`${portal.url}/frame?kind=none&round=${round}`);
    await run("history.back()");
    await expect.poll(() => run("document.title").catch(() => "")).toBe(`true ${round}`);
    await waitForWords(page, /Fed automatically|This roster is filled automatically/, 5000);
    expect(await hostsIn(page)).toBe(1);
  }
  // A callout of before is gone; a kind of edit not spoken of yet is told, and a save is kept, once.
  const before = await countStored(stage);
  await page.locator(".field-last-name input").first().click();
  await waitForWords(page, /will change this last name back/, 5000);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Nunez");
  await page.locator("#roster-submit").click();
  await expect.poll(async () => (await countStored(stage)).ledger).toBe((before.ledger ?? 0) + 1);
});

test("P4 a page that was switched off while it was in the back/forward cache comes back without a trace", async () => {
  const { page, portal, nextClass } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass() }));
  await waitForWords(page, noticeTitle);
  await page.evaluate(() => {
    window.addEventListener("pageshow", (event) => {
      (globalThis as { cameBack?: boolean }).cameBack = event.persisted;
    });
  });
  await page.goto(`${portal.url}/frame?kind=none`);
  await setPolicy(() => ({ portals: [] }));
  const session = await page.context().newCDPSession(page);
  const run = async (expression: string) =>
    (await session.send("Runtime.evaluate", { expression })).result.value;
  await run("history.back()");
  await expect.poll(() => run("globalThis.cameBack").catch(() => undefined)).toBe(true);
  await expectNoTrace(page);
});

test("P5 a roster that is fetched into the page takes the place of the old one, with all that is said of it", async () => {
  const { page, portal, nextClass } = stage;
  const [one, other] = [nextClass(), nextClass()];
  await openCallout(stage, portal.rosterAddress({ classId: one }));
  const swap = (address: string) =>
    page.evaluate(async (from) => {
      const text = await (await fetch(from)).text();
      const next = new DOMParser().parseFromString(text, "text/html").body;
      document.body.replaceChildren(...next.childNodes);
    }, address);
  await swap(portal.rosterAddress({ classId: other, rows: "with-secret" }));
  await waitForNoWords(page, "Go on anyway", 3000);
  await touchFirstName(page);
  await waitForWords(page, warning, 5000);
  expect(await hostsIn(page)).toBe(1);
  await page.keyboard.press("Escape");
  await clickInSurface(page, "button", "Fed automatically");
  await clickInSurface(page, "button", "Open details");
  const panel = await waitForPanel(stage);
  await expect(panel.getByText(/Room 4\D+3 active/)).toBeVisible();
  // And away again, to something that is no roster: nothing of ours is seen.
  await swap(`${portal.url}/frame?kind=none`);
  await waitForNoWords(page, /Fed automatically|This roster is filled automatically/, 5000);
});

test("“Never on this site” leaves the document as the portal sent it, in every tab, and is undone from the side panel", async () => {
  test.setTimeout(180_000);
  const { page, portal, nextClass, browser } = stage;
  const [one, other] = [nextClass(), nextClass()];
  const second = await browser.context.newPage();
  await second.goto(portal.rosterAddress({ classId: other }));
  await waitForWords(second, noticeTitle);
  await page.bringToFront();
  await page.goto(portal.rosterAddress({ classId: one }));
  await waitForWords(page, noticeTitle);
  await clickInSurface(page, "button", "Open details");
  const panel = await waitForPanel(stage);
  await touchFirstName(page);
  await waitForWords(page, warning);
  const { left, top } = await boxOf(page, "DisclosureTriangle", "Tell me less");
  await page.mouse.click(left + 8, top + 8);
  await clickInSurface(page, "button", "Never on this site");
  await expectNoTrace(page);
  await expectNoTrace(second);
  await page.bringToFront();
  await page.locator(".field-first-name input").nth(1).click();
  await page.waitForTimeout(700);
  expect(await wordsOn(page)).not.toMatch(warning);
  await expectNoTrace(page);
  // A page that is opened now never had us in it.
  await second.reload();
  await second.waitForTimeout(1500);
  expect(await traceIn(second)).toBe("");
  await page.bringToFront();

  await panel.getByRole("button", { name: /Undo/ }).click();
  await waitForWords(page, /Fed automatically|This roster is filled automatically/);
  await page.locator(".field-first-name input").nth(0).click();
  await waitForWords(page, warning);
});

test("a site whose grant is taken away keeps nothing of us, and is guarded again when it is given back", async () => {
  const { page, portal, nextClass } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass() }));
  await setSiteAccess("ON_CLICK");
  await expectNoTrace(page);
  await expectNoEffect(page);
  await page.goto(portal.rosterAddress({ classId: nextClass() }));
  await page.waitForTimeout(1500);
  expect(await traceIn(page)).toBe("");
  await setSiteAccess("ON_ALL_SITES");
  await page.goto(portal.rosterAddress({ classId: nextClass() }));
  await waitForWords(page, noticeTitle);
});

test("another level of the guard leaves one host; a policy without the portal leaves none, and no save is held", async () => {
  const { page, portal, nextClass } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass() }));
  await setPolicy(() => ({ guard: { level: "confirm" } }));
  await waitForNoWords(page, "Go on anyway");
  await waitForWords(page, /Fed automatically|This roster is filled automatically/);
  expect(await hostsIn(page)).toBe(1);
  await setPolicy(() => ({ portals: [] }));
  await expectNoTrace(page);
  await expectNoEffect(page);
});

test("P3 after a reload of the extension nothing is left once its note is closed, and the old script does nothing", async () => {
  const { page, portal, nextClass, browser } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass() }));
  await browser.context
    .serviceWorkers()[0]!
    .evaluate(() => chrome.runtime.reload())
    .catch(() => undefined);
  await waitForWords(page, /reload the page to use Rosterguard again/);
  await clickInSurface(page, "button", "Close");
  await expectNoTrace(page);
  await page.bringToFront();
  await touchFirstName(page);
  await page.keyboard.type("x");
  await page.waitForTimeout(700);
  await expectNoTrace(page);
});
