import { type Browser, expect, type Page, test } from "@playwright/test";
import { doStep, follow, openLookalike, waitUntilReady } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import { type Lookalikes, startLookalikes } from "../portals/lookalikes/server.ts";
import type { Act, Mutation } from "../portals/lookalikes/state.ts";
import type { EditPath, PageTruth, Step } from "../portals/lookalikes/steps.ts";
import { openBrowser } from "./page/harness.ts";

/** The look-alike pages by themselves, without the extension: they must be what their own truth says. */
type Told = {
  truth: () => PageTruth;
  mutations: Mutation[];
  acted: Act[];
  editPaths: EditPath[];
  actions: EditPath[];
  more?: Step;
};

let portal: Lookalikes;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

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
  troubles.length = 0;
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== portal.url)
      troubles.push(`asked ${request.url()}`);
  });
});
test.afterEach(() => page.context().close());

/** Asks the page; a save that navigates takes the old document away under the question, which is then asked again. */
const ask = async <T>(question: () => T): Promise<T> => {
  for (;;) {
    try {
      await waitUntilReady(page);
      return (await page.evaluate(question)) as T;
    } catch (error) {
      if (!String(error).includes("Execution context was destroyed")) throw error;
    }
  }
};
const readTruth = () => ask(() => (window as unknown as Told).truth());
const readMutations = () => ask(() => (window as unknown as Told).mutations);
const readActs = () => ask(() => (window as unknown as Told).acted);

/** What the truth must show after a mutation: in the class or out of it, or another value. */
const expectTruthToFollow = (before: PageTruth, after: PageTruth, { kind, studentId }: Mutation) => {
  const find = (truth: PageTruth) => truth.rows.find(({ id }) => id === studentId);
  if (kind === "add") expect(find(after)).toBeTruthy();
  else if (kind === "remove") expect(find(after)).toBeUndefined();
  else expect(JSON.stringify(find(after))).not.toBe(kind === "move" ? JSON.stringify(find(before)) : "");
};

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
    const truth = await readTruth();
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
    const truth = await readTruth();
    expect(truth.rows.length).toBe(truth.total);
    expect(new Set(truth.rows.map(({ id }) => id)).size).toBe(truth.total);
    if (kind === "roster") expect(truth.total).toBeGreaterThanOrEqual(24);
    else expect(truth.total).toBe(0);
    expect(await readMutations()).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test(`${slug}: every ${kind === "roster" ? "edit path" : "action"} does what it says`, async () => {
    await openLookalike(page, portal.addressOf(slug));
    const paths = await page.evaluate(
      (name) => (window as unknown as Told)[name],
      kind === "roster" ? ("editPaths" as const) : ("actions" as const),
    );
    expect(paths.length).toBeGreaterThan(kind === "roster" ? 3 : 1);
    expect(new Set(paths.map(({ name }) => name)).size).toBe(paths.length);
    for (const path of paths) {
      await test.step(path.name, async () => {
        if (kind === "roster") await openLookalike(page, portal.addressOf(slug));
        const before = await readTruth();
        await follow(page, path);
        if (kind === "ordinary") {
          await expect
            .poll(async () => (await readActs()).map(({ action }) => action), { timeout: 4000 })
            .toContain(path.name);
          expect(await readMutations()).toEqual([]);
          return;
        }
        const logged = async () =>
          (await readMutations()).map((mutation) => `${mutation.kind} by ${mutation.path}`);
        await expect
          .poll(logged, { message: path.name, timeout: 4000 })
          .toContain(`${path.kind} by ${path.name}`);
        const mutations = await readMutations();
        expect(new Set(await logged()).size, "nothing but the path's own edit").toBe(1);
        expect(mutations.every(({ at }) => Math.abs(at - Date.now()) < 60_000)).toBe(true);
        expectTruthToFollow(before, await readTruth(), mutations.at(-1)!);
      });
    }
    expect(troubles).toEqual([]);
  });
}
