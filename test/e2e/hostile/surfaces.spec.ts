import { expect, type Page, test } from "@playwright/test";
import { setOnce } from "../browser/stages.ts";
import { boxOf, clickInSurface, waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { badgeOf } from "../profiles/guarded.ts";
import { noticeTitle, openCallout, setHostileStage, touchFirstName, warning } from "./hostile-stage.ts";
import { differenceOf, pictureOf } from "./pixels.ts";

/** What a page may do to what we show. */
const stage = setOnce(setHostileStage);

/** Our host, found as a page would find it. */
const onHost = (page: Page, act: (host: HTMLElement) => void): Promise<void> =>
  page.evaluate(`(${act.toString()})([...document.documentElement.children].at(-1))`);

const offSwitches: Record<string, (host: HTMLElement) => void> = {
  "removes the host": (host) => host.remove(),
  "sets hidden": (host) => host.setAttribute("hidden", ""),
  "sets inert": (host) => host.setAttribute("inert", ""),
  "sets display: none": (host) => host.style.setProperty("display", "none", "important"),
  "clears every style": (host) => {
    host.style.cssText = "opacity:0";
  },
  "filters it away": (host) => host.style.setProperty("filter", "opacity(0)", "important"),
  "clips it away": (host) => host.style.setProperty("clip-path", "inset(100%)", "important"),
  "scales it to nothing": (host) => host.style.setProperty("scale", "0.001", "important"),
  "moves it off the screen": (host) => host.style.setProperty("translate", "-5000px", "important"),
  "hides it with its own animation": (host) => {
    host.animate({ opacity: [0, 0], transform: ["scale(0)", "scale(0)"] }, { duration: 1e8, fill: "both" });
  },
  "puts it into something hidden": (host) => {
    const cell = document.createElement("div");
    cell.style.display = "none";
    document.body.append(cell);
    cell.append(host);
  },
  "puts it into a shadow root of its own": (host) => {
    const cell = document.createElement("div");
    document.body.append(cell);
    const root = cell.attachShadow({ mode: "closed" });
    const inner = document.createElement("div");
    inner.style.display = "none";
    root.append(inner);
    inner.append(host);
  },
  "hides every such element by its style sheet": () => {
    const sheet = document.createElement("style");
    sheet.textContent =
      "html > div, [popover] { display: none !important; opacity: 0 !important; visibility: hidden !important; content-visibility: hidden !important; transform: scale(0) !important }";
    document.head.append(sheet);
  },
};
for (const [name, attack] of Object.entries(offSwitches)) {
  test(`T3 the warning is back within a second when the page ${name}`, async () => {
    const { page, portal, nextClass, browser } = stage;
    await openCallout(stage, portal.rosterAddress({ classId: nextClass() }));
    await page.waitForTimeout(400);
    const button = await boxOf(page, "button", "Go on anyway");
    const before = await pictureOf(page, button);
    await onHost(page, attack);
    await page.waitForTimeout(900);
    const box = await boxOf(page, "button", "Go on anyway");
    expect(await differenceOf(browser.context, before, await pictureOf(page, box))).toBeLessThan(6);
  });
}

test("T3 events that switch guests of this kind off do nothing, however they are named and sent", async () => {
  const { page, portal, nextClass, browser } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass() }));
  await waitForWords(page, noticeTitle);
  await page.evaluate((id) => {
    for (const name of ["portal", "portal-surfaces", "content", "detect-roster"]) {
      const type = `${id}:${name}:wxt:content-script-started`;
      const detail = { scriptName: name, messageId: "1" };
      for (const target of [window, document, document.documentElement]) {
        target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
      }
      window.postMessage({ type, contentScriptName: name, messageId: "2" }, "*");
      window.postMessage({ type: "wxt:content-script-started", contentScriptName: name }, "*");
    }
  }, browser.extensionId);
  await page.waitForTimeout(500);
  await waitForWords(page, noticeTitle, 1000);
  await touchFirstName(page);
  await waitForWords(page, warning);
});

test("T3 a page that stops every event at its window is guarded all the same", async () => {
  const { page, portal, nextClass } = stage;
  await openCallout(stage, portal.rosterAddress({ classId: nextClass(), tricks: ["stop"] }));
  await clickInSurface(page, "button", "Go on anyway");
  await waitForNoWords(page, warning);
});

test("T3 a page that fights wins after a few times: badge and side panel say so, and it goes on working", async () => {
  const { page, portal, nextClass, browser } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass(), tricks: ["fight"] }));
  await expect.poll(async () => (await badgeOf(browser)).text, { timeout: 20_000 }).toBe("–");
  const fights = () => page.evaluate(() => (window as unknown as { fights: number }).fights);
  const lost = await fights();
  expect(lost).toBeLessThanOrEqual(7);
  await page.waitForTimeout(1500);
  expect(await fights()).toBe(lost);
  const worker = browser.context.serviceWorkers()[0]!;
  const resting = await worker.evaluate(async () =>
    Object.values(await chrome.storage.session.get()).flatMap(
      (note) => (note as { resting?: string }).resting ?? [],
    ),
  );
  expect(resting).toEqual(["This page hides the warning."]);
  await page.locator(".field-first-name input").first().fill("Works");
  expect(await page.locator(".field-first-name input").first().inputValue()).toBe("Works");
});

test("T3 a page that writes its document anew is guarded anew", async () => {
  const { page, portal, nextClass } = stage;
  const address = portal.rosterAddress({ classId: nextClass() });
  await page.goto(address);
  await waitForWords(page, noticeTitle);
  await page.evaluate(async (from) => {
    const text = await (await fetch(from)).text();
    document.open();
    document.write(text);
    document.close();
  }, address);
  await waitForWords(page, noticeTitle, 5000);
  await touchFirstName(page);
  await waitForWords(page, warning, 5000);
});

test("T3 a page that replaces its root element is guarded still", async () => {
  const { page, portal, nextClass } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass() }));
  await waitForWords(page, noticeTitle);
  await page.evaluate(() => {
    const root = document.documentElement;
    const other = root.cloneNode(true);
    root.replaceWith(other);
  });
  await waitForWords(page, noticeTitle, 5000);
  await touchFirstName(page);
  await waitForWords(page, warning, 5000);
});

/** What a page does so that a person presses what she does not see. */
const clickjackings: Record<string, (host: HTMLElement) => void> = {
  "the host at opacity 0": (host) => host.style.setProperty("opacity", "0", "important"),
  "the host at opacity 0.5": (host) => host.style.setProperty("opacity", "0.5", "important"),
  "the document at opacity 0": () => document.documentElement.style.setProperty("opacity", "0", "important"),
  "an overlay": () => {
    const cover = document.createElement("div");
    cover.style.cssText = "position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none";
    document.documentElement.append(cover);
  },
  "an overlay in the top layer": () => {
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText =
      "position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:#fff;pointer-events:none";
    document.body.append(cover);
    cover.showPopover();
  },
  "a filter": () => document.documentElement.style.setProperty("filter", "opacity(0)", "important"),
  "a clip path": () => document.documentElement.style.setProperty("clip-path", "inset(100%)", "important"),
  "a scale": () => document.documentElement.style.setProperty("scale", "0.01", "important"),
};
for (const [name, attack] of Object.entries(clickjackings)) {
  test(`T4 a press on a button that is not in plain sight is not taken: ${name}`, async () => {
    const { page, portal, browser } = stage;
    await page.goto(portal.uploadAddress());
    await page.waitForTimeout(500);
    await page
      .locator("#upload-file")
      .setInputFiles(
        stage.write("users.csv", "sourcedId,givenName,familyName\r\nu1,Ana,Li\r\nu1,Ana,Li\r\n"),
      );
    await waitForWords(page, /Upload anyway/, 30_000);
    await page.waitForTimeout(300);
    const button = await boxOf(page, "button", "Upload anyway");
    const plain = await pictureOf(page, button);
    await onHost(page, attack);
    await page.waitForTimeout(1000);
    const isVisible = (await differenceOf(browser.context, plain, await pictureOf(page, button))) < 6;
    await page.bringToFront();
    await page.mouse.click((button.left + button.right) / 2, (button.top + button.bottom) / 2);
    await page.waitForTimeout(700);
    const files = await page
      .locator("#upload-file")
      .evaluate((input: HTMLInputElement) => input.files?.length ?? 0);
    // Where the trick has no effect on us, the person saw what she pressed.
    if (!isVisible) expect(files).toBe(0);
    if (name.includes("overlay in the top layer")) expect(isVisible).toBe(false);
  });
}

test("T4 a page that never holds the card still gets its file back: what cannot be seen holds nothing", async () => {
  const { page, portal, browser } = stage;
  await page.goto(portal.uploadAddress());
  await page.waitForTimeout(500);
  await page
    .locator("#upload-file")
    .setInputFiles(stage.write("users.csv", "sourcedId,givenName,familyName\r\nu1,Ana,Li\r\nu1,Ana,Li\r\n"));
  await waitForWords(page, /Upload anyway/, 30_000);
  const nameOf = () =>
    page.locator("#upload-file").evaluate((input: HTMLInputElement) => input.files?.[0]?.name ?? "");
  expect(await nameOf()).toBe("");
  await onHost(page, (host) => {
    let at = 0;
    setInterval(() => {
      at += 1;
      host.style.setProperty("translate", `${(at % 2) * 400}px`, "important");
    }, 40);
  });
  await expect.poll(nameOf).toBe("users.csv");
  await expect.poll(async () => (await badgeOf(browser)).text).toBe("–");
});

test("T12 nothing moves, and nothing beside what is seen of us catches a press", async () => {
  const { page, portal, nextClass } = stage;
  await page.goto(portal.rosterAddress({ classId: nextClass(), rows: "many" }));
  await waitForWords(page, noticeTitle);
  await touchFirstName(page);
  await waitForWords(page, warning);
  await page.keyboard.press("Escape");
  await waitForNoWords(page, warning);
  const chip = await boxOf(page, "button", "Fed automatically");
  const caught = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    const points: [number, number][] = [];
    for (let x = 2; x < innerWidth; x += 7)
      for (let y = 2; y < innerHeight; y += 7)
        if (document.elementFromPoint(x, y) === host) points.push([x, y]);
    return points;
  });
  expect(caught.length).toBeGreaterThan(5);
  const outside = caught.filter(
    ([x, y]) => x < chip.left - 1 || x > chip.right + 1 || y < chip.top - 1 || y > chip.bottom + 1,
  );
  expect(outside).toEqual([]);
  // What moves while the browser still reads the page is the page's own.
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const loaded = (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming)
          .loadEventEnd;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry.startTime > loaded) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBe(0);
  expect(await wordsOn(page)).not.toMatch(warning);
});
