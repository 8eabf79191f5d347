import { type Browser, expect, type Page, test } from "@playwright/test";
import { doStep, openLookalike } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import { type Lookalikes, startLookalikes } from "../portals/lookalikes/server.ts";
import { readMutations, readTruth, type Told, watchTroubles } from "../portals/lookalikes/told.ts";
import { openBrowser } from "./page/harness.ts";

/**
 * The look-alike pages by themselves, without the extension: they must be what their own truth says. That their edits and
 * actions do what they say is told in `edit-paths.spec.ts`, which does them all.
 */
let portal: Lookalikes;
let browser: Browser;
let page: Page;
let troubles: string[];

test.beforeAll(async () => {
  portal = await startLookalikes();
  browser = await openBrowser();
});
test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});
test.beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.setDefaultNavigationTimeout(45_000);
  troubles = watchTroubles(page, portal.url);
});
test.afterEach(() => page.context().close());

/** Every word, value, address and data attribute of a document, open shadow roots included. */
const collectWords = (): string => {
  const words: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === "SCRIPT" || node.nodeName === "TEMPLATE") return;
    if (node instanceof Text) words.push(node.data);
    if (node instanceof Element) {
      words.push(
        node.getAttribute("href") ?? "",
        ...Object.values((node as HTMLElement).dataset ?? {}).map(String),
      );
      if ("value" in node) words.push(String(node.value));
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.documentElement);
  return words.join("\n");
};

const readWords = async (): Promise<string> =>
  (await Promise.all(page.frames().map((frame) => frame.evaluate(collectWords)))).join("\n");

for (const { slug, rosters } of pages.filter((one) => one.kind === "roster")) {
  test(`${slug}: shows everyone of its truth, by and by where it draws only some`, async () => {
    test.setTimeout(180_000);
    await openLookalike(page, portal.addressOf(slug));
    const truth = await readTruth(page);
    // A closed shadow root shows its people to persons, not to scripts.
    const sealed = slug === "shadow-roots" ? rosters[1]!.className : "";
    const missing = new Map(
      truth.rows.filter(({ className }) => className !== sealed).map((row) => [row.id, row]),
    );
    const strike = (words: string) => {
      for (const [id, { first, last }] of missing)
        if (words.includes(id) && words.includes(first) && words.includes(last)) missing.delete(id);
    };
    await expect
      .poll(async () => {
        strike(await readWords());
        return missing.size;
      })
      .toBeLessThan(truth.total - 5);
    const more = await page.evaluate(() => (window as unknown as Told).more);
    if (!more) expect([...missing.keys()]).toEqual([]);
    else expect(missing.size, "some rows are not drawn yet").toBeGreaterThan(0);
    for (let turn = 0; more && missing.size > 0 && turn < 150; turn++) {
      await doStep(page, more).catch((error) => {
        throw new Error(`${missing.size} were never shown, e.g. ${[...missing.keys()][0]}: ${error}`);
      });
      await page.waitForTimeout(100);
      strike(await readWords());
    }
    expect([...missing.keys()]).toEqual([]);
  });
}

for (const { slug, kind } of pages) {
  test(`${slug}: opens without fault and without asking anyone else`, async () => {
    await openLookalike(page, portal.addressOf(slug));
    const truth = await readTruth(page);
    expect(truth.rows.length).toBe(truth.total);
    expect(new Set(truth.rows.map(({ id }) => id)).size).toBe(truth.total);
    if (kind === "roster") expect(truth.total).toBeGreaterThanOrEqual(24);
    else expect(truth.total).toBe(0);
    expect(await readMutations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
}
