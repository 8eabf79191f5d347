import { type Browser, expect, test } from "@playwright/test";
import { addressOf, briefing, openBrowser, openGuest, rosterPath } from "./harness.ts";
import { rosterPage, row } from "./pages.ts";

/**
 * What a large roster costs the page, by structure: how often it is read, how much of it in one piece and how much of it
 * anew, and what is sent. Seconds are measured by test/bench/page-cost.ts; here a clock of our own moves a millisecond
 * with every row that is read.
 */
let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser();
});
test.afterAll(() => browser.close());

const rows = 600;

type Cost = {
  reads: number;
  /** Rows read between two turns that the page was given. */
  slices: number[];
  /** Cells looked at. */
  cells: number;
};

const counter = `<script>
  window.cost = { reads: 0, slices: [0], cells: 0 };
  const query = Element.prototype.querySelectorAll;
  Element.prototype.querySelectorAll = function (selector) {
    if (selector === "tbody tr.student-row") cost.reads += 1;
    return query.call(this, selector);
  };
  let clock = performance.now();
  performance.now = () => clock;
  const countRow = () => { cost.slices[cost.slices.length - 1] += 1; clock += 1; };
  const { getHTML, querySelector } = Element.prototype;
  Element.prototype.getHTML = function () { countRow(); return getHTML.call(this); };
  Element.prototype.querySelector = function (selector) {
    if (selector === "input, select, textarea") countRow();
    return querySelector.call(this, selector);
  };
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
  Object.defineProperty(Node.prototype, "textContent", { configurable: true, get() {
    if (this.localName === "td") cost.cells += 1;
    return get.call(this);
  } });
  const wait = window.setTimeout;
  window.setTimeout = (task, delay, ...rest) => {
    if (delay === 0) cost.slices.push(0);
    return wait(task, delay, ...rest);
  };
</script>`;

const textRow = (at: number) =>
  `<tr class="student-row"><td></td><td>First ${at}</td><td></td><td>Last ${at}</td><td>03/14/2022</td><td>Female</td><td>${
    10_000 + at
  }</td>${"<td>x</td>".repeat(6)}</tr>`;

const open = (makeRow: (at: number) => string) =>
  openGuest(browser, {
    url: addressOf(rosterPath),
    html: rosterPage({
      head: counter,
      total: `${rows} students`,
      rows: Array.from({ length: rows }, (_, at) => makeRow(at)).join(""),
    }),
    script: { briefing },
  });
type Guest = Awaited<ReturnType<typeof open>>;

const controlRow = (at: number) => row({ id: String(10_000 + at), first: `First ${at}`, last: `Last ${at}` });

const costOf = ({ page }: Guest) => page.evaluate(() => (globalThis as unknown as { cost: Cost }).cost);
const studentsOf = ({ sentOf }: Guest, at: number) => {
  const { students } = sentOf("portal/roster")[at]!.roster as { students: string };
  return JSON.parse(students) as { id: string; fields: Record<string, string>; line: number }[];
};

/** Renders the rows anew as new elements, one of them with another first name; then the page shows another class, or so it says. */
const renderAgain = ({ page }: Guest, name: string) =>
  page.evaluate((given) => {
    const body = document.querySelector("#roster-grid tbody")!;
    const fresh = [...body.children].map((one) => one.cloneNode(true) as Element);
    fresh[7]!.children[1]!.textContent = given;
    body.replaceChildren(...fresh);
    (globalThis as unknown as { cost: Cost }).cost.cells = 0;
  }, name);
const moveOn = ({ page }: Guest) => page.evaluate(() => history.pushState({}, "", "#again"));

test("hundreds of rows are read a few at a time, and sent as text", async () => {
  const guest = await open(controlRow);
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  const cost = await costOf(guest);
  // Once when it is parsed, and once more at most when all it loads has come.
  expect(cost.reads).toBeLessThanOrEqual(2);
  expect(cost.slices.reduce((sum, looks) => sum + looks, 0)).toBeGreaterThanOrEqual(rows);
  // Six milliseconds of work, then the page's turn.
  expect(Math.max(...cost.slices)).toBeLessThanOrEqual(10);
  expect(guest.sentOf("portal/roster")[0]!.roster).toMatchObject({ seen: rows });
  expect(studentsOf(guest, 0)).toHaveLength(rows);
});

test("of rows rendered anew only those that changed are read cell by cell", async () => {
  const guest = await open(textRow);
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  expect((await costOf(guest)).cells).toBeGreaterThan(rows * 7);
  for (const [at, name] of [
    [1, "Someone"],
    [2, "Someone Else"],
  ] as const) {
    await renderAgain(guest, name);
    await moveOn(guest);
    await expect.poll(() => guest.sentOf("portal/roster").length).toBe(at + 1);
    expect((await costOf(guest)).cells).toBeLessThan(30);
    const students = studentsOf(guest, at);
    expect(students).toHaveLength(rows);
    expect(students[7]).toMatchObject({ id: "10007", fields: { firstName: name }, line: 8 });
    expect(students[8]).toEqual(studentsOf(guest, 0)[8]);
  }
});

test("what controls hold is read every time: no markup shows it", async () => {
  const guest = await open(controlRow);
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  await guest.page.evaluate(() => {
    const input = document.querySelectorAll<HTMLInputElement>("#roster-grid tr.student-row input")[1]!;
    input.value = "By Script";
    input.closest("tr")!.classList.add("seen");
  });
  await moveOn(guest);
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(2);
  expect(studentsOf(guest, 1)[0]!.fields.middleName).toBe("By Script");
});

test("a roster that took long to read is left alone for a while, unless the page moves on", async () => {
  const guest = await open(textRow);
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(1);
  const { reads } = await costOf(guest);
  // Twelve times as long as it took, by a clock that stands still unless rows are read.
  await renderAgain(guest, "Someone");
  await guest.page.waitForTimeout(1500);
  expect((await costOf(guest)).reads).toBe(reads);
  await moveOn(guest);
  await expect.poll(() => guest.sentOf("portal/roster").length).toBe(2);
  expect((await costOf(guest)).reads).toBe(reads + 1);
});
