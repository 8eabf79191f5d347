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

const intent: IntentAnswer = { verdict: { policy: "overwritten" }, warning: "It will be changed back." };
const title = "This roster is filled automatically";

const open = async (html = rosterPage(), roster = { needsAttention: false }): Promise<Guest> => {
  const guest = await openGuest(browser, {
    url: addressOf(rosterPath),
    html,
    script: { briefing, intent, roster },
  });
  await waitForWords(guest.page, title);
  return guest;
};

/** Our host, found as a page would find it: the last child of the root element. */
const onHost = (page: Page, act: (host: HTMLElement) => void): Promise<void> =>
  page.evaluate(`(${act.toString()})(document.documentElement.lastElementChild)`);

const attacks: [string, (host: HTMLElement) => void][] = [
  ["removes it", (host) => host.remove()],
  ["hides it", (host) => host.setAttribute("hidden", "")],
  ["makes it inert", (host) => host.setAttribute("inert", "")],
  ["styles it away", (host) => host.style.setProperty("display", "none", "important")],
  ["fades it", (host) => host.style.setProperty("opacity", "0", "important")],
  ["takes it out of the top layer", (host) => host.hidePopover()],
];
for (const [name, attack] of attacks) {
  test(`the notice is back when the page ${name}`, async () => {
    const { page } = await open();
    await onHost(page, attack);
    await page.waitForTimeout(300);
    await waitForWords(page, title, 2000);
    const box = await boxOf(page, "button", "Open details");
    const state = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      return {
        opacity: getComputedStyle(host).opacity,
        inert: host.inert,
        top: host.matches(":popover-open"),
      };
    });
    expect(state).toEqual({ opacity: "1", inert: false, top: true });
    expect(box.right - box.left).toBeGreaterThan(24);
  });
}

test("a page that keeps removing us wins after a few times, and the background is told", async () => {
  const { page, sentOf } = await open();
  await page.evaluate(() => {
    const kill = () => {
      for (const child of [...document.documentElement.children]) {
        if (child.hasAttribute("popover")) child.remove();
      }
    };
    new MutationObserver(kill).observe(document.documentElement, { childList: true });
    kill();
  });
  await expect
    .poll(() => sentOf("portal/resting"))
    .toMatchObject([{ because: "This page hides the warning." }]);
  await page.waitForTimeout(500);
  expect(sentOf("portal/resting")).toHaveLength(1);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

test("nothing of ours can be read from the page's document", async () => {
  const { page } = await open();
  const {
    text,
    open: opened,
    frames,
  } = await page.evaluate(() => ({
    text: document.documentElement.textContent ?? "",
    open: [...document.querySelectorAll("*")].filter((element) => element.shadowRoot).length,
    frames: window.length,
  }));
  expect(text).not.toContain(title);
  expect([opened, frames]).toEqual([0, 0]);
});

test("the page's own style sheet does not reach us, and the page does not move", async () => {
  const head =
    "<style>div, section, button, p { display: none !important; font-size: 60px !important; color: red !important }</style>";
  const guest = await open(rosterPage({ head }));
  const box = await boxOf(guest.page, "button", "Open details");
  expect(box.bottom - box.top).toBeLessThan(60);
  const shift = await guest.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBe(0);
});

test("the notice becomes a chip when work begins, and can be opened again", async () => {
  const { page } = await open();
  await page.locator(".field-middle-name input").first().click();
  await waitForNoWords(page, "Next update", 6000);
  await clickInSurface(page, "button", "Fed automatically");
  await waitForWords(page, "Next update");
  await clickInSurface(page, "button", "Make this notice small");
  await waitForWords(page, "Fed automatically");
});

test("what has the focus does not lie under the notice", async () => {
  const rows = Array.from({ length: 30 }, (_, index) =>
    row({ id: String(index), first: "A", last: "B" }),
  ).join("");
  const { page } = await open(rosterPage({ rows, total: "30 students" }));
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || focused.hasAttribute("popover")) return false;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at?.hasAttribute("popover") ?? false;
    });
    expect(covered, `after ${presses + 1} presses of Tab`).toBe(false);
    await page.keyboard.press("Escape");
  }
});

test("the summary is shown with a way to each change", async () => {
  const guest = await open(rosterPage(), {
    summary: "Since the last sync: 2 edits were overwritten.",
    needsAttention: true,
  } as never);
  await waitForWords(guest.page, "2 edits were overwritten");
  const asked = () => guest.sentOf("portal/open-panel").map(({ view }) => view);
  await clickInSurface(guest.page, "button", "See each change");
  await expect.poll(asked).toEqual(["edits"]);
  await clickInSurface(guest.page, "button", "Open details");
  await expect.poll(asked).toEqual(["edits", "today"]);
});

test("clicks the page makes up on our host do nothing", async () => {
  const guest = await open();
  await onHost(guest.page, (host) => {
    host.click();
    host.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  await guest.page.waitForTimeout(300);
  expect(guest.sentOf("portal/open-panel")).toEqual([]);
});

test("a stopped session leaves no notice and no listener behind", async () => {
  const guest = await open();
  await guest.page.evaluate(() => globalThis.guest.stop());
  await waitForNoWords(guest.page, title, 6000);
  await guest.page.locator(".field-first-name input").first().click();
  await guest.page.waitForTimeout(300);
  expect(guest.sentOf("portal/intent")).toEqual([]);
  expect(await wordsOn(guest.page)).not.toContain("Open details");
});

test("an extension that was reloaded leaves a note to reload the page", async () => {
  const guest = await open();
  await guest.page.evaluate(() => globalThis.guest.switchOff());
  await waitForWords(guest.page, "reload the page to use Rosterguard again", 3000);
  await clickInSurface(guest.page, "button", "Close");
  await waitForNoWords(guest.page, "reload the page", 6000);
});
