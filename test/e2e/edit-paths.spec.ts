import { expect, type Page, test } from "@playwright/test";
import type { PortalPage } from "../../utils/portals/profile.ts";
import { follow } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import type { EditPath } from "../portals/lookalikes/steps.ts";
import {
  expectEditMade,
  readActions,
  readActs,
  readMutations,
  readTruth,
} from "../portals/lookalikes/told.ts";
import { waitForWords } from "./browser/surfaces.ts";
import { editsKept, stageLookalikes, type Told, warning } from "./page/taught-page.ts";

/**
 * Every way to edit every look-alike roster, with a profile taught from the page itself: the person is told before the
 * page's data changes, and the edit is then made as without us. On ordinary pages nothing is ever said.
 */
test.describe.configure({ mode: "parallel" });

const { teach, visit } = stageLookalikes();

/** As an LEA has it that wants saves confirmed. */
const visitConfirming = (slug: string, taught: readonly PortalPage[] | null) =>
  visit(slug, taught, { level: "confirm" });

/**
 * Edits that the page does not show afterwards, as far as it is read: a student who comes out of view, in or from
 * another part of the list, or with all others; a field without a column (see below); a roster in another frame.
 */
const unshown: Record<string, string[]> = {
  "virtual-grid": ["add-dialog", "row-icon"],
  cards: ["add-card-enter"],
  "paged-list": ["active-checkbox-get", "enroll-suggestion-get", "withdraw-on-page-two"],
  "lazy-list": ["tick-active"],
  "list-boxes": ["remove-all-button"],
  "nested-frames": ["row-link-get", "frame-dialog", "outer-toolbar"],
  "class-boards": ["dialog-birth-date"],
};

const changes: Record<EditPath["kind"], RegExp> = {
  add: /^enroll/,
  remove: /^(withdraw|move)/,
  move: /^move/,
  change: /^(correct-details|withdraw|move)/,
  none: /^$/,
};

/** The ledger is given this edit, unless it cannot be; and never another student's. */
const expectKept = async (page: Page, { name, kind }: EditPath, sent: readonly Told[], isLost: boolean) => {
  const made = new Set((await readMutations(page)).map(({ studentId }) => studentId));
  const kept = () =>
    editsKept(sent).map(({ studentId, change }) => ({ isTheirs: made.has(studentId), change }));
  if (!isLost)
    await expect.soft
      .poll(kept, { message: `${name} is kept`, timeout: 8000 })
      .toContainEqual({ isTheirs: true, change: expect.stringMatching(changes[kind]) });
  expect
    .soft(
      kept().filter(({ isTheirs }) => !isTheirs),
      `${name}: edits nobody made`,
    )
    .toEqual([]);
};

for (const { slug, kind } of pages) {
  if (kind !== "roster") continue;
  test(`every edit of ${slug} is told before it is made, and kept`, async () => {
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
      await expectKept(page, path, sent, unshown[slug]?.includes(path.name) === true);
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

/** What is saved and shows in no column that is read: whose it was and of which kind, once nothing more will show. */
const unnamed: [slug: string, path: string][] = [
  ["class-boards", "dialog-birth-date"],
  ["paged-list", "active-checkbox-get"],
  ["lazy-list", "tick-active"],
];

for (const [slug, name] of unnamed) {
  test(`${name} of ${slug} is kept as far as it is known`, async () => {
    test.setTimeout(120_000);
    const { taught, paths } = await teach(slug);
    const { page, sent } = await visit(slug, taught);
    const before = await readTruth(page);
    const read = () => new Set(sent.flatMap(({ section }) => section ?? [])).size;
    await expect.poll(read, "rosters read").toBeGreaterThanOrEqual(before.rosters.length);
    await page.waitForTimeout(300);
    const path = paths.find((each) => each.name === name)!;
    await follow(page, path);
    await expectEditMade(page, path, before);
    const [made] = await readMutations(page);
    await expect.poll(() => editsKept(sent).length, { timeout: 30_000 }).toBe(1);
    const [edit] = editsKept(sent);
    expect(edit?.studentId).toBe(made?.studentId);
    expect(edit).not.toHaveProperty("after");
    expect(edit).not.toHaveProperty("field");
    await page.waitForTimeout(3000);
    expect(editsKept(sent), "once").toHaveLength(1);
  });
}

/** What is taught of the plain table, taken for every page of its portal: as wrong a profile as can be. */
let anywhere: Promise<PortalPage[]> | undefined;

for (const { slug, kind } of pages) {
  if (kind !== "ordinary") continue;
  test(`nothing is said on ${slug}`, async () => {
    test.setTimeout(120_000);
    anywhere ??= teach("plain-table").then(({ taught }) => taught.map((page) => ({ ...page, match: {} })));
    const { page, sent, troubles } = await visitConfirming(slug, await anywhere);
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
    expect(
      types.filter((type) =>
        ["portal/intent", "portal/roster", "portal/saved", "portal/held"].includes(type),
      ),
    ).toEqual([]);
    expect(troubles).toEqual([]);
  });
}
