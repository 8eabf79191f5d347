import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { sentences } from "./bad-sentences.ts";
import { clickInSurface, waitForWords } from "./browser/surfaces.ts";
import { readUploads, uploadAddress } from "./story/portal-pages.ts";
import { type Stage, setStage } from "./story/stage.ts";
import { waitForPanel } from "./story/teacher.ts";

/**
 * The same broken inputs through the portal's own upload: the card counts and names nobody, the side panel has the
 * sentence, and the portal gets the bytes all the same when the person says so.
 */
let stage: Stage;
/** A tab for each: files that one tab gave the portal before are checked together with the next. */
let page: Page;

test.beforeAll(async () => {
  stage = await setStage({ output: ".output/e2e-bad-input-gate" });
});
test.afterAll(() => stage.close());
test.beforeEach(async () => {
  page = await stage.browser.context.newPage();
});
test.afterEach(() => page.close());

const judged =
  /Nothing was found that would stop|has faults that the portal|could not be checked|not checked/i;

const digestInInput = (page: Page): Promise<string | null> =>
  page.locator("#upload-file").evaluate(async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return null;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });

for (const [file, sentence] of sentences) {
  test(`${file} is judged at the gate, explained, and let through on demand`, async () => {
    const { browser, portal } = stage;
    const path = join(stage.files, "uploads", "bad-input", file);
    const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
    await page.goto(uploadAddress(portal.url));
    await page.locator("#upload-file").setInputFiles(path);
    const words = await waitForWords(page, judged, 30_000);
    expect(words).not.toMatch(/fault of ours|undefined|\[object|TypeError|did not run/);
    expect(await digestInInput(page)).toBeNull();

    await clickInSurface(page, "button", /^See what/);
    const panel = await waitForPanel(browser.findPanel);
    await expect(panel.getByText(file, { exact: false }).first()).toBeVisible();
    await expect(panel.getByText(sentence).first()).toBeVisible();
    await expect(panel.getByText(/fault of ours|undefined|\[object|TypeError/)).toHaveCount(0);

    await clickInSurface(page, "button", /^Upload/);
    await expect.poll(() => digestInInput(page)).toBe(sha256);
  });
}

test("a broken file that is submitted arrives byte for byte", async () => {
  const { portal } = stage;
  const path = join(stage.files, "uploads", "bad-input", "truncated.zip");
  await page.goto(uploadAddress(portal.url));
  await page.locator("#upload-file").setInputFiles(path);
  await waitForWords(page, judged, 30_000);
  await clickInSurface(page, "button", /^Upload/);
  await waitForWords(page, /The portal has the file now/);
  await page.locator("#upload-community").fill("Bluebonnet ISD");
  await page.locator("#upload-submit").click();
  await expect.poll(async () => (await readUploads(portal.url)).length).toBe(1);
  const [received] = await readUploads(portal.url);
  expect(received?.files[0]?.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
});
