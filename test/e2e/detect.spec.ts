import { type Browser, expect, type Page, test } from "@playwright/test";
import { PortalPage } from "../../utils/portals/profile.ts";
import { foldName } from "../../utils/roster/fold-name.ts";
import { openLookalike } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import { type Lookalikes, startLookalikes } from "../portals/lookalikes/server.ts";
import type { PageTruth } from "../portals/lookalikes/steps.ts";
import { addDetector, lookAt, readThrough } from "./page/detector-harness.ts";
import { openBrowser } from "./page/harness.ts";

let browser: Browser;
let portal: Lookalikes;
let page: Page;
test.beforeAll(async () => {
  browser = await openBrowser();
  portal = await startLookalikes();
});
test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});
test.beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await addDetector(page);
});
test.afterEach(() => page.close());

const truthOf = (): Promise<PageTruth> =>
  page.evaluate(() => (window as unknown as { truth: () => PageTruth }).truth());

/** A name whatever its order and middle names: the words of it, folded. */
const wordsOf = (first: string, last: string): string[] => foldName(`${first} ${last}`).split(" ");

for (const { slug, about } of pages.filter(({ kind }) => kind === "roster")) {
  test(`${slug}: every row of the roster is read and identified, nobody else (${about})`, async () => {
    await openLookalike(page, portal.addressOf(slug));
    const truth = await truthOf();
    for (const { proposed } of await lookAt(page)) {
      const parsed = PortalPage.safeParse(proposed);
      expect(parsed.error?.issues ?? []).toEqual([]);
    }
    const seen = await readThrough(page);
    expect([...seen.keys()].sort()).toEqual(truth.rosters.map(({ className }) => className).sort());
    for (const { className, rows, total } of truth.rosters) {
      const roster = seen.get(className)!;
      const byId = new Map(roster.students.map((student) => [student.id, student.fields]));
      expect([...byId.keys()].sort()).toEqual(rows.map(({ id }) => id).sort());
      expect(roster.students).toHaveLength(total);
      for (const { id, first, last } of rows) {
        const { firstName = "", middleName = "", lastName = "" } = byId.get(id)!;
        const read = wordsOf(`${firstName} ${middleName}`, lastName);
        for (const word of wordsOf(first, last)) expect(read).toContain(word);
      }
      if (roster.of !== undefined) expect(roster.of).toBe(total);
    }
  });
}

for (const { slug, about } of pages.filter(({ kind }) => kind === "ordinary")) {
  test(`${slug}: no roster is seen where there is none (${about})`, async () => {
    await openLookalike(page, portal.addressOf(slug));
    expect(await lookAt(page)).toEqual([]);
  });
}
