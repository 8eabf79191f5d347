import { type Browser, expect, type Page, test } from "@playwright/test";
import { follow, openLookalike, waitUntilReady } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import { type Lookalikes, startLookalikes } from "../portals/lookalikes/server.ts";
import type { Act, Mutation } from "../portals/lookalikes/state.ts";
import type { EditPath, PageTruth } from "../portals/lookalikes/steps.ts";
import { openBrowser } from "./page/harness.ts";

/** The look-alike pages by themselves, without the extension: they must be what their own truth says. */
type Told = {
  truth: () => PageTruth;
  mutations: Mutation[];
  acted: Act[];
  editPaths: EditPath[];
  actions: EditPath[];
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
  page.setDefaultTimeout(5000);
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
        await openLookalike(page, portal.addressOf(slug));
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
