import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "@playwright/test";
import { clickInSurface, waitForNoWords, waitForWords } from "../browser/surfaces.ts";
import { readState, readUploads, rosterAddress, uploadAddress } from "./portal-pages.ts";
import type { Stage } from "./stage.ts";
import { waitForPanel } from "./teacher.ts";

/** An administrator's morning on the Universal Roster page. Throws at the first thing that did not happen. */
export const playAdministrator = async (stage: Stage): Promise<void> => {
  await lookAtRosters(stage);
  await uploadLastWeek(stage);
  await holdBadFile(stage);
  await seeWhatIsWrong(stage);
  await chooseAnother(stage);
  await seeThePlan(stage);
  await upload(stage, ["next-week.zip"]);
  await uploadOtherKinds(stage);
};

const judged = /Nothing was found that would stop|has faults that the portal|could not be checked completely/;

const uploadsIn = (files: string, names: readonly string[]): string[] =>
  names.flatMap((name) => globSync(join(files, "uploads", name)).sort());

/** Visits two classes, so that the extension has a roster of the portal to compare with. */
export const lookAtRosters = async ({ page, portal, tell }: Stage): Promise<void> => {
  const { classes } = await readState(portal.url);
  for (const section of classes.slice(0, 2)) {
    await page.goto(rosterAddress(portal.url, section.internalId));
    await waitForWords(page, "This roster is filled automatically");
  }
  tell("The administrator looks at two classes; their rosters are remembered on this computer.");
};

/** Last week's file goes through and so becomes the last file. */
export const uploadLastWeek = async (stage: Stage): Promise<void> => {
  const { page, portal, files, tell } = stage;
  await page.goto(uploadAddress(portal.url));
  await page.locator("#upload-file").setInputFiles(uploadsIn(files, ["good.zip"]));
  await waitForWords(page, /Nothing was found that would stop/, 30_000);
  tell("Last week's file is chosen, checked while it is held, and let through.");
  await upload(stage, ["good.zip"]);
};

/** Chooses a file with faults: the portal does not get it, not even by its own Submit. */
export const holdBadFile = async ({ page, portal, files, tell, show }: Stage): Promise<void> => {
  const received = (await readUploads(portal.url)).length;
  await page.goto(uploadAddress(portal.url));
  await page.locator("#upload-file").setInputFiles(uploadsIn(files, ["bad-dangling-references.zip"]));
  const words = await waitForWords(page, /has faults that the portal/, 30_000);
  tell(
    `The administrator chooses a file. It is held: "${words.split("\n").find((line) => judged.test(line))}"`,
  );
  await show("held");
  await page.locator("#upload-submit").click();
  await page.waitForTimeout(500);
  expect((await readUploads(portal.url)).length).toBe(received);
  tell("Even the portal's own Submit sends nothing while the file is held.");
};

/** Opens the side panel from the card and reads the findings there. */
export const seeWhatIsWrong = async ({ page, browser, tell, show }: Stage): Promise<void> => {
  await clickInSurface(page, "button", "See what is wrong");
  const panel = await waitForPanel(browser.findPanel);
  await expect(panel.getByText(/enrollments\.csv/).first()).toBeVisible();
  await panel.locator("details summary").first().click();
  const places = panel.locator("details[open] table").first();
  await expect(places.locator("caption")).toHaveText("enrollments.csv · classSourcedId");
  await expect(places.locator("tbody tr").first()).toContainText("CLS-999-KG-01");
  tell('"See what is wrong" opens the side panel: what, where, why, how to fix it, and who can.');
  await show("side-panel-findings", panel);
};

/** Puts the bad file back and chooses next week's. */
export const chooseAnother = async ({ page, portal, files, tell, show }: Stage): Promise<void> => {
  await clickInSurface(page, "button", "Choose another");
  await waitForNoWords(page, /has faults that the portal/);
  expect(await page.locator("#upload-file").evaluate((input: HTMLInputElement) => input.files?.length)).toBe(
    0,
  );
  await page.goto(uploadAddress(portal.url));
  await page.locator("#upload-mode").selectOption("complete");
  await page.locator("#upload-file").setInputFiles(uploadsIn(files, ["next-week.zip"]));
  const words = await waitForWords(page, judged, 30_000);
  tell(`Another file is chosen: "${words.split("\n").find((line) => judged.test(line))}"`);
  await show("accepted");
};

/** What the upload will do, by name, in the side panel: exactly what next week's file changes. */
export const seeThePlan = async ({ page, browser, nextWeek, tell, show }: Stage): Promise<void> => {
  await clickInSurface(page, "button", /See what/);
  const panel = await waitForPanel(browser.findPanel);
  const group = (kind: string) => panel.locator(`details.plan-kind.${kind}`);
  for (const [kind, ids] of [
    ["removed", nextWeek.withdrawn],
    ["moved", nextWeek.moved.map(({ id }) => id)],
    ["changed", nextWeek.changed.map(({ id }) => id)],
    ["added", nextWeek.added],
    ["waiting", nextWeek.waiting],
    ["rekeyed", [nextWeek.rekeyed.to]],
  ] as const) {
    const students = group(kind).first();
    await expect(students.locator(".count")).toHaveText(String(ids.length));
    for (const id of ids) await expect(students).toContainText(id);
  }
  await expect(group("reassigned")).toContainText(nextWeek.reassigned.classId);
  tell(
    "The side panel says by name what the upload will do: students made inactive, moved, changed, added, waiting for a second cycle, and one under a new Internal ID; a class reassigned.",
  );
  await group("removed").first().scrollIntoViewIfNeeded();
  await show("side-panel-plan", panel);
};

/** Lets the held files through and submits them: the portal receives exactly the chosen bytes. */
export const upload = async (
  { page, portal, files, tell }: Stage,
  names: readonly string[],
): Promise<void> => {
  const chosen = uploadsIn(files, names);
  await clickInSurface(page, "button", /^Upload/);
  await waitForWords(page, /The portal has the file now/);
  await page.locator("#upload-community").fill("Bluebonnet ISD");
  await page.locator("#upload-submit").click();
  await page.waitForLoadState("load");
  const [received] = await readUploads(portal.url);
  const expected = chosen.map((path) => ({
    name: basename(path),
    sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
  }));
  expect(received?.files.map(({ name, sha256 }) => ({ name, sha256 }))).toEqual(expected);
  tell(
    `The portal received ${expected.length === 1 ? expected[0]?.name : `${expected.length} files`}, byte for byte.`,
  );
};

/** The workbook and the loose CSVs go the same way. */
export const uploadOtherKinds = async (stage: Stage): Promise<void> => {
  const { page, portal, files } = stage;
  for (const names of [["good.xlsx"], ["loose/*.csv"]]) {
    await page.goto(uploadAddress(portal.url));
    await page.locator("#upload-file").setInputFiles(uploadsIn(files, names));
    await waitForWords(page, judged, 30_000);
    await upload(stage, names);
  }
};
