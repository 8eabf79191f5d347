import { type Browser, expect, test } from "@playwright/test";
import { addressOf, briefing, openBrowser, openGuest, rosterPath } from "./harness.ts";
import { rosterPage, row } from "./pages.ts";

/**
 * What a large roster costs the page, by structure: how often it is read, how much of it in one piece, and what is
 * sent. Seconds are measured by test/bench/page-cost.ts; here a clock of our own moves a millisecond a look.
 */
let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser();
});
test.afterAll(() => browser.close());

const rows = 600;

type Cost = {
  reads: number;
  /** Looks at the clock between two turns that the page was given: one a row, at least. */
  slices: number[];
};

const counter = `<script>
  window.cost = { reads: 0, slices: [0] };
  const query = Element.prototype.querySelectorAll;
  Element.prototype.querySelectorAll = function (selector) {
    if (selector === "tbody tr.student-row") cost.reads += 1;
    return query.call(this, selector);
  };
  let clock = performance.now();
  performance.now = () => { cost.slices[cost.slices.length - 1] += 1; return (clock += 1); };
  const wait = window.setTimeout;
  window.setTimeout = (task, delay, ...rest) => {
    if (delay === 0) cost.slices.push(0);
    return wait(task, delay, ...rest);
  };
</script>`;

const open = () =>
  openGuest(browser, {
    url: addressOf(rosterPath),
    html: rosterPage({
      head: counter,
      total: `${rows} students`,
      rows: Array.from({ length: rows }, (_, at) =>
        row({ id: String(10_000 + at), first: `First ${at}`, last: `Last ${at}` }),
      ).join(""),
    }),
    script: { briefing },
  });

test("hundreds of rows are read a few at a time, and sent as text", async () => {
  const { page, sentOf } = await open();
  await expect.poll(() => sentOf("portal/roster").length).toBe(1);
  const cost = await page.evaluate(() => (globalThis as unknown as { cost: Cost }).cost);
  // Once when it is parsed, and once more at most when all it loads has come.
  expect(cost.reads).toBeLessThanOrEqual(2);
  expect(cost.slices.reduce((sum, looks) => sum + looks, 0)).toBeGreaterThanOrEqual(rows);
  // Six milliseconds of work, then the page's turn.
  expect(Math.max(...cost.slices)).toBeLessThanOrEqual(10);
  const { students, seen } = sentOf("portal/roster")[0]!.roster as { students: string; seen: number };
  expect(seen).toBe(rows);
  expect(JSON.parse(students)).toHaveLength(rows);
});
