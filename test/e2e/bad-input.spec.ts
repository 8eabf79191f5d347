import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { sentences } from "./bad-sentences.ts";
import { type Stage, setStage } from "./story/stage.ts";

let stage: Stage;
let page: Page;

test.beforeAll(async () => {
  stage = await setStage({ output: ".output/e2e-bad-input" });
  page = stage.page;
});
test.afterAll(() => stage.close());

/** Each broken input gets one clear sentence in the checker tab; nothing hangs, nothing is silent. */
for (const [file, sentence] of sentences) {
  test(`${file} is answered by one clear sentence`, async () => {
    await page.goto(stage.browser.addressOf("checker.html"));
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(join(stage.files, "uploads", "bad-input", file));
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(page.getByText(/fault of ours|undefined|\[object|TypeError/)).toHaveCount(0);
  });
}

test("one broken file does not keep the others from being checked", async () => {
  const uploads = join(stage.files, "uploads");
  await page.goto(stage.browser.addressOf("checker.html"));
  const loose = ["orgs", "classes", "enrollments", "demographics", "academicSessions", "courses"];
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      ...loose.map((name) => join(uploads, "loose", `${name}.csv`)),
      join(uploads, "bad-input", "lfs-pointer.csv"),
    ]);
  await expect(page.getByText(/is a Git LFS pointer/).first()).toBeVisible();
  await expect(page.getByText(/classes\.csv are not of the type homeroom/).first()).toBeVisible();
});
