import { afterAll, beforeAll, expect, it } from "vitest";
import { readClass, readState, rosterAddress } from "../e2e/story/portal-pages.ts";
import { sidebarWords, waitForSleep } from "./browser/browser-window.ts";
import { pressOurs, waitForNoWords, waitForWords, wordsOf } from "./browser/surfaces.ts";
import { focus, go, keys, locateOne, press, type, until, valueIn } from "./browser/tab.ts";
import { grantPortal, type Stage, setStage } from "./stage.ts";

/** What a teacher can do, with real presses and keys, in the shipped build in Firefox. Each step follows the one before. */

let stage: Stage;
let section = "";
const renamed = { studentId: "", before: "", after: "" };

beforeAll(async () => {
  // Firefox ends an event page that has nothing to do: it must come back with every step.
  stage = await setStage("e2e-firefox-teacher", { "extensions.background.idle.timeout": 6_000 });
});
afterAll(() => stage?.close());

const cell = (row: number, column: string, field: string) =>
  locateOne(stage.tab, `#roster-grid tbody tr.student-row:nth-child(${row + 1}) .field-${column} ${field}`);

it("two clicks grant the portal, and the notice says when the next sync is and how to report", async () => {
  await grantPortal(stage);
  section = (await readState(stage.portal.url)).classes[0]?.internalId ?? "";
  await go(stage.tab, rosterAddress(stage.portal.url, section));
  const words = await waitForWords(stage.tab, /This roster is filled automatically/);
  expect(words).toMatch(/Next update: .+ at 2:00 AM \(\w+, \w+ \d+\)/);
  expect(words).toMatch(/Report this change instead/);
  await stage.show("notice");
});

it("a name that is touched: beside it, what the next sync does to it; going on is possible", async () => {
  const field = await cell(0, "first-name", "input");
  renamed.before = await valueIn(stage.tab, field);
  renamed.studentId = await valueIn(stage.tab, await cell(0, "internal-id", "input"));
  await press(stage.tab, field);
  const words = await waitForWords(stage.tab, /will change this first name back/);
  expect(words).toMatch(/2:00 AM/);
  await stage.show("callout");
  await pressOurs(stage.tab, /^Go on anyway$/);
  await waitForNoWords(stage.tab, /will change this first name back/);
  await press(stage.tab, field);
  await type(stage.tab, `${keys.end}x`);
  renamed.after = await valueIn(stage.tab, field);
  expect(renamed.after).toBe(`${renamed.before}x`);
});

it("a withdrawal: the procedure to report it, and when it should show", async () => {
  await waitForSleep(stage.tab.bidi);
  const status = await cell(2, "status", "select");
  await focus(stage.tab, status);
  await type(stage.tab, keys.down);
  expect(await valueIn(stage.tab, status)).toBe("Inactive");
  await waitForWords(stage.tab, /will set this student to Active again/);
  await pressOurs(stage.tab, /^Report this change instead$/);
  const report = await waitForWords(stage.tab, /If you report it today, expect the change by/);
  expect(report).toMatch(/Report it to/);
  await stage.show("procedure");
  await pressOurs(stage.tab, /I have reported it|Copy text/);
  await waitForWords(stage.tab, /Noted: reported today/);
  await type(stage.tab, keys.escape);
  await focus(stage.tab, status);
  await type(stage.tab, keys.up);
  expect(await valueIn(stage.tab, status)).toBe("Active");
});

it("the portal takes the edit; the + icon is told of too", async () => {
  await press(stage.tab, await locateOne(stage.tab, "#add-student"));
  await waitForWords(stage.tab, /will remove this student again/);
  await pressOurs(stage.tab, /^Go on anyway$/);
  await waitForNoWords(stage.tab, /will remove this student again/);
  // The portal takes no row without a name: the teacher thinks better of it.
  await go(stage.tab, rosterAddress(stage.portal.url, section));
  await waitForWords(stage.tab, /This roster is filled automatically/);
  await press(stage.tab, await cell(0, "first-name", "input"));
  await type(stage.tab, `${keys.end}x`);
  await press(stage.tab, await locateOne(stage.tab, "#roster-submit"));
  await locateOne(stage.tab, ".message-success");
  const { students } = await readClass(stage.portal.url, section);
  expect(students.find(({ internalId }) => internalId === renamed.studentId)?.firstName).toBe(renamed.after);
  await waitForWords(stage.tab, /1 change waits for the next sync/);
});

it("the next morning: the sync has run, and what became of edit and report is on the page and in the sidebar", async () => {
  await go(stage.tab, stage.portal.url);
  await press(stage.tab, await locateOne(stage.tab, "#run-nightly"));
  await until(
    () => "The nightly sync did not put the name back.",
    async () =>
      (await readClass(stage.portal.url, section)).students.find(
        ({ internalId }) => internalId === renamed.studentId,
      )?.firstName === renamed.before,
  );
  await go(stage.tab, rosterAddress(stage.portal.url, section));
  await waitForWords(stage.tab, /1 edit was overwritten/);
  await stage.show("next-morning");
  await pressOurs(stage.tab, /^See each change$/);
  let words = "";
  await until(
    () => `The sidebar does not name them:\n${words}`,
    async () => {
      words = await sidebarWords(stage.tab.bidi);
      return /Undone by the last sync/.test(words) && /Expected by/.test(words);
    },
  );
  expect(await wordsOf(stage.tab)).not.toMatch(/Undone by the last sync/);
});
