import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { makeDistrict } from "../../district/make-district.ts";
import { toOneRosterRows, writeOneRoster } from "../../district/one-roster.ts";
import { type Browser, launchWithExtension } from "../browser/launch.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** The demo district with TRUE for true, as a spreadsheet writes it. */
const files = writeOneRoster(toOneRosterRows(makeDistrict({ students: 60 }))).map(({ name, text }) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(name === "users.csv" ? text.replaceAll(",true,", ",TRUE,") : text),
}));
const spoiled =
  files
    .find(({ name }) => name === "users.csv")!
    .buffer.toString()
    .split(",TRUE,").length - 1;

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchWithExtension(join(root, ".output", "chrome-mv3-demo"));
});
test.afterAll(() => browser.close());

test("the checker makes a corrected copy, after saying what would change", async () => {
  const page = await browser.context.newPage();
  await page.goto(browser.addressOf("checker.html"));
  await page.locator("input[type=file]").first().setInputFiles(files);
  const card = page.locator(".corrected");
  await card.getByRole("button", { name: "Make a corrected copy" }).click();
  await expect(card).toContainText(`users.csv: ${spoiled} × The value is written true or false`);
  const download = page.waitForEvent("download");
  await card.getByRole("button", { name: "Save the corrected copy" }).click();
  await expect(card).toContainText("The copy passes the check.");
  await expect(card).toContainText("No longer found");
  const zip = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(zip).sort()).toEqual(
    [...files.map(({ name }) => name), "changes.csv", "changes.json"].sort(),
  );
  expect(Buffer.from(zip["users.csv"]!).toString()).not.toContain("TRUE");
  for (const { name, buffer } of files.filter((file) => !file.buffer.includes("TRUE"))) {
    expect(Buffer.compare(Buffer.from(zip[name]!), buffer)).toBe(0);
  }
  await page.close();
});
