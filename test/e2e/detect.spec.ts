import { expect, type Page, test } from "@playwright/test";
import { PortalPage } from "../../utils/portals/profile.ts";
import { foldName } from "../../utils/roster/fold-name.ts";
import { openLookalike } from "../portals/lookalikes/drive.ts";
import { pages } from "../portals/lookalikes/pages.ts";
import type { PageTruth } from "../portals/lookalikes/steps.ts";
import { addDetector, lookAt, readThrough } from "./page/detector-harness.ts";
import { sharePortals } from "./page/taught-page.ts";

const stage = sharePortals();
let page: Page;
test.beforeEach(async () => {
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await addDetector(page);
});
test.afterEach(() => page.close());

const truthOf = (): Promise<PageTruth> =>
  page.evaluate(() => (window as unknown as { truth: () => PageTruth }).truth());

/** A name whatever its order and middle names: the words of it, folded. */
const wordsOf = (first: string, last: string): string[] => foldName(`${first} ${last}`).split(" ");

for (const { slug, about } of pages.filter(({ kind }) => kind === "roster")) {
  test(`${slug}: every row of the roster is read and identified, nobody else (${about})`, async () => {
    await openLookalike(page, stage.portal.addressOf(slug));
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
    await openLookalike(page, stage.portal.addressOf(slug));
    expect(await lookAt(page)).toEqual([]);
  });
}

test("a hostile page keeps the detector neither from its work nor from coming to an end, and is not written to", async () => {
  const row = (at: number) =>
    `<tr><td>Rivera${"abcdef"[at]}, Ana</td><td>10${at}7${at}3</td><td>0${(at % 3) + 1}</td></tr>`;
  const html = `<!doctype html><title>x</title><form><input name="children"><input name="attributes"><input name="localName"><input name="childNodes"><input name="parentNode"><input name="getAttribute">
<img name="querySelector"><img name="documentElement"><h1>Room 12</h1><table id="constructor"><thead><tr><th>Student</th><th>Student ID</th><th>Grade</th></tr></thead><tbody>${[0, 1, 2, 3, 4, 5].map(row).join("")}
<tr><td>${"A b ".repeat(250_000)}</td><td>__proto__</td><td></td></tr></tbody></table></form>${"<div>".repeat(3000)}`;
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto("https://portal.example/");
  const writes = await page.evaluate(async () => {
    const seen: string[] = [];
    const observer = new MutationObserver((records) => seen.push(...records.map(({ type }) => type)));
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    await (globalThis as unknown as { detector: { look: () => Promise<unknown> } }).detector.look();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return seen;
  });
  expect(writes).toEqual([]);
  const [found] = await lookAt(page);
  expect(found?.roster.students.map(({ id }) => id)).toEqual([
    "100703",
    "101713",
    "102723",
    "103733",
    "104743",
    "105753",
  ]);
});
