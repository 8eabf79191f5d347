import { expect, test } from "@playwright/test";
import type { PortalPage } from "../../../utils/portals/profile.ts";
import { editsKept, stageLookalikes, type Told } from "./taught-page.ts";

/** Edits that no control tells of once they are made, on rosters recognised by their content. */
const lookalikes = stageLookalikes();

/** The page as taught, its control that saves included where it has one. */
const visit = async (slug: string, save?: string) => {
  const { taught } = await lookalikes.teach(slug);
  expect(taught[0]?.roster?.content, "read by its content").toBeDefined();
  const saving = taught.map((page): PortalPage => ({ ...page, ...(save !== undefined && { save }) }));
  const visited = await lookalikes.visit(slug, saving);
  await expect.poll(() => visited.sent.some(({ type }) => type === "portal/roster")).toBe(true);
  await visited.page.waitForTimeout(400);
  return { ...visited, kept: () => editsKept(visited.sent) };
};

const name = "ul[data-list=room-a] li:nth-child(2)";

test("text that is an input while it is edited is kept with the values before and after", async () => {
  const { page, kept } = await visit("class-boards");
  const student = await page.locator(name).getAttribute("data-student");
  const [last = "", first = ""] = ((await page.locator(`${name} .name`).textContent()) ?? "").split(", ");
  await page.locator(`${name} .name`).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(`${last}, Zoila`);
  await page.waitForTimeout(1200);
  expect(kept(), "nothing while it is typed").toEqual([]);
  await page.keyboard.press("Enter");
  const edit = {
    change: "correct-details",
    field: "firstName",
    studentId: student,
    sectionId: "Grade 3 - Room A",
    schoolId: "",
    before: first.split(" ")[0],
    after: "Zoila",
  };
  await expect.poll(kept).toEqual([edit]);
  await page.waitForTimeout(1500);
  expect(kept(), "once").toEqual([edit]);
});

test("an edit that is given up is not kept", async () => {
  const { page, kept } = await visit("virtual-grid");
  await page.locator('#grid [role=row][row-index="1"] [col-id="first"]').dblclick();
  await page.keyboard.type("Zoila");
  await page.keyboard.press("Escape");
  await page.locator("#class-name").click();
  await page.waitForTimeout(2500);
  expect(kept()).toEqual([]);
});

test("what is typed into inputs that stay is kept when the taught control saves it, and not before", async () => {
  const { page, kept } = await visit("input-grid", "#submit");
  await page.evaluate(() =>
    document.querySelector("#sheet")!.addEventListener("submit", (event) => event.preventDefault()),
  );
  const first = page.locator('#students tbody tr:nth-child(2) [name$="[first]"]');
  const student = await page.locator('#students tbody tr:nth-child(2) [name$="[id]"]').inputValue();
  const before = await first.inputValue();
  await first.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Zoila");
  await page.locator("#class-name").click();
  await page.waitForTimeout(2500);
  expect(kept()).toEqual([]);
  await page.locator("#submit").click();
  await expect
    .poll(kept)
    .toEqual([expect.objectContaining({ field: "firstName", studentId: student, before, after: "Zoila" })]);
  await page.locator("#submit").click();
  await page.waitForTimeout(1500);
  expect(kept(), "a second press saves nothing more").toHaveLength(1);
});

test("students moved between list boxes are kept when the taught control saves, by who they are", async () => {
  const { page, kept } = await visit("list-boxes", "#save");
  const option = page.locator("#members option").nth(2);
  const student = await option.getAttribute("value");
  await option.dblclick();
  const candidate = page.locator("#candidates option").nth(3);
  const added = await candidate.getAttribute("value");
  await candidate.dblclick();
  await page.waitForTimeout(2000);
  expect(kept()).toEqual([]);
  await page.locator("#save").click();
  await expect
    .poll(() =>
      kept()
        .map(({ studentId }) => studentId)
        .sort(),
    )
    .toEqual([student, added].sort());
});

/** The students of the roster that was told last; a large one's are text. */
const studentsTold = (sent: readonly Told[]): { id: string; fields: Record<string, string> }[] => {
  const students = sent.findLast(({ roster }) => roster !== undefined)?.roster?.students as unknown;
  return JSON.parse(typeof students === "string" ? students : JSON.stringify(students));
};

for (const save of ["#submit", undefined]) {
  test(`what is typed and not saved is no part of the roster that is kept${save ? "" : ", where no control is named that saves"}`, async () => {
    const { page, sent } = await visit("input-grid", save);
    await page.evaluate(() =>
      document.querySelector("#sheet")!.addEventListener("submit", (event) => event.preventDefault()),
    );
    const cell = (name: string) => page.locator(`#students tbody tr:nth-child(2) [name$="[${name}]"]`);
    const student = await cell("id").inputValue();
    const before = await cell("first").inputValue();
    const grade = await cell("grade").inputValue();
    await cell("first").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Zoila");
    await cell("grade").focus();
    await page.keyboard.press(grade === "PK3" ? "ArrowDown" : "ArrowUp");
    const other = await cell("grade").inputValue();
    expect(other).not.toBe(grade);
    await page.locator("#class-name").click();
    // The portal puts something else into the page: it is read anew.
    const told = sent.length;
    await page.evaluate(() => {
      const status = document.querySelector<HTMLSelectElement>(
        '#students tbody tr:nth-child(9) [name$="[status]"]',
      );
      status!.value = "Inactive";
      document.querySelector("#students tbody")!.append(document.createComment("fed"));
    });
    const rosterAfter = (count: number) =>
      sent.findLastIndex(({ type }) => type === "portal/roster") >= count ? studentsTold(sent) : [];
    const own = (count: number) => rosterAfter(count).find(({ id }) => id === student)?.fields;
    await expect.poll(() => own(told)).toMatchObject({ firstName: before, gradeLevel: grade });
    expect(rosterAfter(told)[8]?.fields.status, "what the page itself has put there is read").toBe(
      "Inactive",
    );
    const saved = sent.length;
    await page.locator("#submit").click();
    await page.evaluate(() =>
      document.querySelector("#students tbody")!.append(document.createComment("saved")),
    );
    await expect.poll(() => own(saved)).toMatchObject({ firstName: "Zoila", gradeLevel: other });
  });
}
