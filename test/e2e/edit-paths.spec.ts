import { type Browser, expect, type Page, test } from "@playwright/test";
import type { PortalPage } from "../../utils/portals/profile.ts";
import { follow, openLookalike } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import { type Lookalikes, startLookalikes } from "../portals/lookalikes/server.ts";
import type { Mutation } from "../portals/lookalikes/state.ts";
import type { EditPath } from "../portals/lookalikes/steps.ts";
import { waitForWords } from "./browser/surfaces.ts";
import type { GuestScript } from "./page/guest.ts";
import { briefing, bundleGuest, openBrowser } from "./page/harness.ts";

/**
 * Every way to edit every look-alike roster, with a profile taught from the page itself: the person is told before the
 * page's data changes. On ordinary pages nothing is ever said.
 */
let browser: Browser;
let portal: Lookalikes;
test.beforeAll(async () => {
  browser = await openBrowser();
  portal = await startLookalikes();
});
test.afterAll(async () => {
  await browser.close();
  await portal.close();
});

type Sent = { type: string; at: number; change?: string };
const warning = "The next sync will change this back.";

/** A fresh person on a fresh page, with the guest in all of its frames. */
const visit = async (slug: string, taught: readonly PortalPage[] | null) => {
  const context = await browser.newContext({ viewport: { width: 1360, height: 1700 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const sent: Sent[] = [];
  await page.exposeFunction(
    "keepMessage",
    (message: { type: string; edit?: { change: string } }, at: number) => {
      sent.push({ type: message.type, at, ...(message.edit && { change: message.edit.change }) });
    },
  );
  const script: GuestScript = {
    briefing: taught && { ...briefing, pages: taught },
    intent: { verdict: { policy: "overwritten" }, warning },
  };
  await page.addInitScript({
    content: `globalThis.guestScript = ${JSON.stringify(script)};\n${await bundleGuest()}`,
  });
  await openLookalike(page, portal.addressOf(slug));
  return { page, sent, leave: () => context.close() };
};

/** The controls beside a roster that stands in a frame are in the frame around it: a person names that page too. */
const around: Record<string, PortalPage[]> = {
  "nested-frames": [
    {
      id: "toolbar",
      match: { path: "/nested-frames/workspace" },
      roster: {
        table: "#grid",
        row: ".slick-row",
        header: ".slick-header-column",
        columns: [{ field: "name", headers: ["Student"], required: true }],
        context: { classId: "#class-name", className: "#class-name" },
        expectedColumns: 1,
      },
    },
  ],
};

const teach = async (slug: string): Promise<PortalPage[]> => {
  const { page, leave } = await visit(slug, null);
  const propose = async () =>
    (await Promise.all(page.frames().map((frame) => frame.evaluate(() => guest.propose())))).flat();
  // Grids draw a moment after the page says that it is ready.
  await page.waitForTimeout(500);
  const proposals = await propose();
  await leave();
  return [...proposals, ...(around[slug] ?? [])];
};

const heldBy = <T>(page: Page, name: string): Promise<T> =>
  page.evaluate((key) => (window as unknown as Record<string, T>)[key]!, name);

const mutationsOf = async (page: Page): Promise<Mutation[]> => {
  const frames = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() => (window as { mutations?: Mutation[] }).mutations ?? []).catch(() => []),
      ),
  );
  return frames.flat();
};

for (const { slug, kind } of pages) {
  if (kind !== "roster") continue;
  test(`every edit of ${slug} is told before it is made`, async () => {
    test.setTimeout(240_000);
    const taught = await teach(slug);
    expect(taught.length, "rosters recognised").toBeGreaterThan(0);
    const look = await visit(slug, taught);
    const paths = await pathsOf(look.page);
    await look.leave();
    expect(paths.length).toBeGreaterThan(2);
    for (const [index, path] of paths.entries()) {
      const { page, sent, leave } = await visit(slug, taught);
      await expect.poll(() => sent.some(({ type }) => type === "portal/roster"), path.name).toBe(true);
      await page.waitForTimeout(300);
      const started = Date.now();
      await follow(page, path).catch((error: unknown) => {
        throw new Error(`${slug}, ${path.name}: ${String(error)}`);
      });
      await expect
        .poll(async () => (await mutationsOf(page)).map((made) => made.path), path.name)
        .toContain(path.name);
      const made = (await mutationsOf(page)).find((mutation) => mutation.path === path.name)!;
      const told = sent.find(({ type, at }) => type === "portal/intent" && at >= started);
      expect.soft(told, `${path.name} is told`).toBeDefined();
      if (told) expect.soft(told.at, `${path.name} is told in time`).toBeLessThanOrEqual(made.at);
      // Once a page, that what is told is also shown; a page that loads itself anew takes it away again.
      if (index === 0 && told && page.url().includes("fresh"))
        await waitForWords(page, warning, 3000).catch(() => undefined);
      await leave();
    }
  });
}

const pathsOf = async (page: Page): Promise<EditPath[]> => {
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => (window as { editPaths?: EditPath[] }).editPaths ?? []);
    if (found.length > 0) return found;
  }
  return [];
};

for (const { slug, kind } of pages) {
  if (kind !== "ordinary") continue;
  test(`nothing is said on ${slug}`, async () => {
    test.setTimeout(120_000);
    const anywhere = (await teach("plain-table")).map((page) => ({ ...page, match: {} }));
    const { page, sent, leave } = await visit(slug, anywhere);
    await page.waitForTimeout(500);
    const actions = await heldBy<EditPath[]>(page, "actions");
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) await follow(page, action);
    await page.waitForTimeout(300);
    const types = sent.map(({ type }) => type);
    expect(types).toContain("portal/hello");
    expect(types.filter((type) => ["portal/intent", "portal/roster", "portal/saved"].includes(type))).toEqual(
      [],
    );
    await leave();
  });
}
