import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Stage, setStage } from "./story/stage.ts";

/** Each broken input gets one clear sentence in the checker tab; nothing hangs, nothing is silent. */
const sentences: [file: string, sentence: RegExp][] = [
  ["bomb.zip", /users\.csv was not opened because it unpacks to more than 200 times its size/],
  ["duplicate-headers.csv", /more than one column with the same name: givenName/],
  ["empty.csv", /is empty: not even a header row/],
  ["encrypted.zip", /protected by a password/],
  ["header-only.csv", /has a header and no rows/],
  ["huge-cell.csv", /never closes|longer than/],
  ["lfs-pointer.csv", /is a Git LFS pointer/],
  ["nul.csv", /holds bytes of zero/],
  ["pdf-renamed.csv", /is a PDF document, not a table/],
  ["protected.xlsx", /protected by a password/],
  ["proto-header.csv", /column name that programs use for themselves: __proto__/],
  ["semicolon.csv", /separates its columns by semicolons/],
  ["truncated.zip", /zip whose end is missing/],
  ["unclosed-quote.csv", /quotation mark that opens and never closes.*line 50/],
  ["utf-16.csv", /written in utf-16le/i],
  ["windows-1252.csv", /written in windows-1252/i],
];

let stage: Stage;
let page: Page;

test.beforeAll(async () => {
  stage = await setStage({ output: ".output/e2e-bad-input" });
  page = stage.page;
});
test.afterAll(() => stage.close());

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
