import { type Browser, type BrowserContext, expect, test } from "@playwright/test";
import type { PageRoster } from "../../utils/messages/contracts.ts";
import type { PortalPage } from "../../utils/portals/profile.ts";
import { follow, openLookalike } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import { type Lookalikes, startLookalikes } from "../portals/lookalikes/server.ts";
import {
  expectEditMade,
  readActions,
  readActs,
  readEditPaths,
  readMutations,
  readTruth,
  watchTroubles,
} from "../portals/lookalikes/told.ts";
import { waitForWords } from "./browser/surfaces.ts";
import type { GuestScript } from "./page/guest.ts";
import { briefing, bundleGuest, openBrowser } from "./page/harness.ts";

/**
 * Every way to edit every look-alike roster, with a profile taught from the page itself: the person is told before the
 * page's data changes, and the edit is then made as without us. On ordinary pages nothing is ever said.
 */
test.describe.configure({ mode: "parallel" });

let browser: Browser;
let portal: Lookalikes;
let context: BrowserContext;
test.beforeAll(async () => {
  browser = await openBrowser();
  portal = await startLookalikes();
});
test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});
test.beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1360, height: 1700 } });
});
test.afterEach(() => context.close());

type Sent = { type: string; at: number; section?: string };
const warning = "The next sync will change this back.";

/** A fresh copy of a page, with the guest in all of its frames. */
const visit = async (slug: string, taught: readonly PortalPage[] | null) => {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles = watchTroubles(page, portal.url);
  const sent: Sent[] = [];
  await page.exposeFunction(
    "keepMessage",
    ({ type, roster }: { type: string; roster?: PageRoster }, at: number) => {
      const section = roster?.sections[0]?.id;
      sent.push({ type, at, ...(section !== undefined && { section }) });
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
  return { page, sent, troubles };
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

/** Teaches the page, and reads the ways to edit it. */
const teach = async (slug: string) => {
  const { page } = await visit(slug, null);
  const propose = async () =>
    (await Promise.all(page.frames().map((frame) => frame.evaluate(() => guest.propose())))).flat();
  // Grids draw a moment after the page says that it is ready.
  await page.waitForTimeout(500);
  const proposals = await propose();
  const paths = await readEditPaths(page);
  await page.close();
  return { taught: [...proposals, ...(around[slug] ?? [])], paths };
};

for (const { slug, kind } of pages) {
  if (kind !== "roster") continue;
  test(`every edit of ${slug} is told before it is made`, async () => {
    test.setTimeout(240_000);
    const { taught, paths } = await teach(slug);
    expect(taught.length, "rosters recognised").toBeGreaterThan(0);
    expect(paths.length).toBeGreaterThan(3);
    expect(new Set(paths.map(({ name }) => name)).size).toBe(paths.length);
    let isShown = false;
    let reloads = true;
    for (const path of paths) {
      const { page, sent, troubles } = await visit(slug, taught);
      const before = await readTruth(page);
      const read = () => new Set(sent.flatMap(({ section }) => section ?? [])).size;
      await expect.poll(read, `${path.name}: rosters read`).toBeGreaterThanOrEqual(before.rosters.length);
      await page.waitForTimeout(300);
      const started = Date.now();
      const loads: string[] = [];
      page.on("framenavigated", (frame) => loads.push(frame.url()));
      await follow(page, path).catch((error: unknown) => {
        throw new Error(`${slug}, ${path.name}: ${String(error)}`);
      });
      const made = await expectEditMade(page, path, before);
      const told = sent.find(({ type, at }) => type === "portal/intent" && at >= started);
      expect.soft(told, `${path.name} is told`).toBeDefined();
      if (told) expect.soft(told.at, `${path.name} is told in time`).toBeLessThanOrEqual(made.at);
      // A page that loads itself anew after a save takes the words away again.
      if (!isShown && loads.length === 0)
        isShown = await waitForWords(page, warning, 5000).then(
          () => true,
          () => false,
        );
      reloads &&= loads.length > 0;
      expect(troubles).toEqual([]);
      await page.close();
    }
    expect(isShown || reloads, "what is told is also shown").toBe(true);
  });
}

/** What is taught of the plain table, taken for every page of its portal: as wrong a profile as can be. */
let anywhere: Promise<PortalPage[]> | undefined;

for (const { slug, kind } of pages) {
  if (kind !== "ordinary") continue;
  test(`nothing is said on ${slug}`, async () => {
    test.setTimeout(120_000);
    anywhere ??= teach("plain-table").then(({ taught }) => taught.map((page) => ({ ...page, match: {} })));
    const { page, sent, troubles } = await visit(slug, await anywhere);
    await page.waitForTimeout(500);
    const actions = await readActions(page);
    expect(actions.length).toBeGreaterThan(1);
    expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
    for (const action of actions) {
      await follow(page, action);
      await expect
        .poll(async () => (await readActs(page)).map((act) => act.action), action.name)
        .toContain(action.name);
    }
    expect(await readMutations(page)).toEqual([]);
    await page.waitForTimeout(300);
    const types = sent.map(({ type }) => type);
    expect(types).toContain("portal/hello");
    expect(types.filter((type) => ["portal/intent", "portal/roster", "portal/saved"].includes(type))).toEqual(
      [],
    );
    expect(troubles).toEqual([]);
  });
}
