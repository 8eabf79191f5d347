import { type Browser, expect, test } from "@playwright/test";
import type { PageRoster } from "../../../utils/messages/contracts.ts";
import { waitForNoWords, waitForWords, wordsOn } from "../browser/surfaces.ts";
import { addressOf, briefing, type Guest, openBrowser, openGuest, rosterPath } from "./harness.ts";
import { headerWithout, rosterPage, row, students } from "./pages.ts";

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser();
});
test.afterAll(() => browser.close());

const open = (html: string): Promise<Guest> =>
  openGuest(browser, { url: addressOf(rosterPath), html, script: { briefing } });

const rosterOf = async ({ sentOf }: Guest, nth = 0): Promise<PageRoster> => {
  await expect.poll(() => sentOf("portal/roster").length).toBeGreaterThan(nth);
  return sentOf("portal/roster")[nth]?.roster as PageRoster;
};
const restOf = async ({ sentOf }: Guest): Promise<unknown> => {
  await expect.poll(() => sentOf("portal/resting").length).toBe(1);
  return sentOf("portal/resting")[0]?.because;
};

test("a grid of open inputs is read: values, class, school, total, last feed", async () => {
  const roster = await rosterOf(await open(rosterPage()));
  expect(roster).toMatchObject({
    schools: [{ id: "000917101", name: "Barton Creek" }],
    sections: [
      { id: "CLS-1", title: "Room 4", teacherIds: ["T004120"], teacherName: "Nevaeh Chen", homeroom: true },
    ],
    seen: 3,
    of: 3,
    lastSync: "2026-11-20T08:00:00Z",
  });
  expect(roster.students.map(({ id, line }) => [id, line])).toEqual([
    ["1001", 1],
    ["1002", 2],
    ["1003", 3],
  ]);
  expect(roster.students[0]?.fields).toEqual({
    firstName: "Ana María",
    middleName: "",
    lastName: "Núñez",
    birthDate: "03/14/2022",
    gender: "Female",
    ethnicity: "Hispanic",
    stateId: "1234567890",
    gradeLevel: "PK",
    assessmentLanguage: "English",
    status: "Active",
    reportLanguage: "",
  });
});

test("form fields named like the DOM's own properties do not get in the way", async () => {
  const names = [
    "id",
    "children",
    "querySelector",
    "querySelectorAll",
    "contains",
    "parentNode",
    "childNodes",
    "attributes",
  ];
  const inForm = names.map((name) => `<input type="hidden" name="${name}" value="x">`).join("");
  const images = ["querySelector", "querySelectorAll", "documentElement", "body", "addEventListener"]
    .map((name) => `<img name="${name}" id="${name}" alt="">`)
    .join("");
  const roster = await rosterOf(await open(rosterPage({ inForm, after: images })));
  expect(roster.seen).toBe(3);
});

test("text cells: the title before the text, hidden nodes and avatars left out, a hidden field last", async () => {
  const cells = [
    `<td title="Anastasia-Maria Lopez de la Cruz">Anastasia-M…</td>`,
    `<td></td>`,
    `<td><span aria-hidden="true">AL</span><!-- x --> Lopez <span hidden>zzz</span><script>"no"</script></td>`,
    "<td>2022-01-02</td><td>F</td>",
    `<td><input type="hidden" value="1009"></td>`,
    "<td>Hispanic</td><td></td><td>PK</td><td>English</td><td>Active</td><td></td>",
  ].join("");
  const roster = await rosterOf(
    await open(rosterPage({ rows: `<tr class="student-row"><td>1</td>${cells}</tr>` })),
  );
  expect(roster.students).toHaveLength(1);
  expect(roster.students[0]).toMatchObject({
    id: "1009",
    fields: {
      firstName: "Anastasia-Maria Lopez de la Cruz",
      middleName: "",
      lastName: "Lopez",
      birthDate: "2022-01-02",
    },
  });
});

test("rows that are no students are left out, and a partial page says how many it does not show", async () => {
  const repeated = `<tr class="student-row"><th></th><th>Student First Name</th></tr>`;
  const filler = `<tr class="student-row"><td colspan="13">&nbsp;</td></tr>`;
  const rows = row(students[0]!) + repeated + filler + row(students[1]!);
  const roster = await rosterOf(await open(rosterPage({ rows, total: "Showing 1 to 2 of 26 students" })));
  expect(roster.students.map(({ id }) => id)).toEqual(["1001", "1002"]);
  expect([roster.seen, roster.of]).toEqual([2, 26]);
});

test("polluted headers are still recognised", async () => {
  const words = ["First Name", "Middle Name", "Last Name", "DOB", "Gender", "Internal ID", "Ethnicity"];
  const more = [
    "State Unique ID (TSDS)",
    "Grade Level",
    "Assessment Language",
    "STATUS ↕",
    "Preferred Report Language",
  ];
  const header = [...words, ...more]
    .map(
      (name) =>
        `<th><a href="#">${name.toUpperCase()} *<span class="sr-only">, sort ascending</span></a></th>`,
    )
    .join("");
  expect((await rosterOf(await open(rosterPage({ header })))).seen).toBe(3);
});

test("a page without a column it needs makes the guard rest, and shows no notice", async () => {
  const guest = await open(rosterPage({ header: headerWithout("Student Internal ID*") }));
  expect(await restOf(guest)).toBe("column Student Internal ID");
  await guest.page.waitForTimeout(500);
  expect(guest.sentOf("portal/roster")).toEqual([]);
  await waitForNoWords(guest.page, "filled automatically", 100);
});

test("a page with fewer columns than expected makes the guard rest", async () => {
  const guest = await open(rosterPage({ header: headerWithout("State Unique ID") }));
  expect(await restOf(guest)).toBe("columns 11 12");
});

test("a page that does not say its class makes the guard rest", async () => {
  expect(await restOf(await open(rosterPage({ classId: "" })))).toBe("class");
});

test("typing that is not saved yet is not in the roster that is read again", async () => {
  const guest = await open(rosterPage());
  await rosterOf(guest);
  const { page } = guest;
  await page.locator(".field-first-name input").first().fill("Anabel");
  await page.evaluate(
    (html) => {
      const table = document.createElement("table");
      table.innerHTML = html;
      document.querySelector("#roster-grid tbody")?.append(table.rows[0]!);
    },
    row({ id: "1004", first: "Dee", last: "Ray" }),
  );
  const again = await rosterOf(guest, 1);
  expect(again.students.map(({ fields }) => fields.firstName)).toEqual(["Ana María", "Ben", "Chen", "Dee"]);
});

test("another class swapped into the page is read, and going elsewhere takes the notice away", async () => {
  const guest = await open(rosterPage());
  await rosterOf(guest);
  const { page } = guest;
  await waitForWords(page, "filled automatically");
  await page.evaluate(
    (html) => {
      document.querySelector("#roster-class-id")!.textContent = "CLS-2";
      const next = document.createElement("table");
      next.innerHTML = html;
      document.querySelector("#roster-grid tbody")?.replaceChildren(...next.rows);
    },
    row({ id: "2001", first: "Eve", last: "Moss" }),
  );
  const second = await rosterOf(guest, 1);
  expect([second.sections[0]?.id, second.students[0]?.id]).toEqual(["CLS-2", "2001"]);
  await page.evaluate(() => {
    history.pushState({}, "", "/elsewhere");
    document.querySelector("#roster-form")?.remove();
  });
  await waitForNoWords(page, "filled automatically");
});

test("an unchanged roster is sent once", async () => {
  const guest = await open(rosterPage());
  await rosterOf(guest);
  for (let times = 0; times < 3; times += 1) {
    await guest.page.evaluate(() => document.querySelector("#roster-grid")?.classList.toggle("striped"));
    await guest.page.waitForTimeout(400);
  }
  expect(guest.sentOf("portal/roster")).toHaveLength(1);
});

test("a site that nobody has described: its roster is told of as recognised, and nothing is shown or judged", async () => {
  const guest = await openGuest(browser, {
    url: addressOf(rosterPath),
    html: rosterPage(),
    script: { briefing: null },
  });
  const roster = await rosterOf(guest);
  expect(roster.students.map(({ id }) => id)).toEqual(["1001", "1002", "1003"]);
  expect(guest.sentOf("portal/roster").map(({ page }) => page)).toEqual(["detected"]);
  await guest.page.locator(".field-first-name input").first().fill("Anabel");
  await guest.page.waitForTimeout(1000);
  const told = new Set(guest.sent.map(({ type }) => type));
  expect(told).toEqual(new Set(["portal/hello", "portal/part", "portal/roster"]));
  expect(await wordsOn(guest.page)).not.toContain(briefing.notice.title);
});
