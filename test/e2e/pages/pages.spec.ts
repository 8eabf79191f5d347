import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Browser, launchWithExtension } from "../browser/launch.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const examples = join(root, "examples");

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchWithExtension(join(root, ".output", "chrome-mv3-demo"));
});
test.afterAll(() => browser.close());

/** Opens one of our pages in a tab of its own, once its words are there. */
const openPage = async (path: string, size = { width: 1000, height: 900 }): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.goto(browser.addressOf(path));
  await expect(page.locator("h1")).toBeVisible();
  return page;
};

/** axe-core in the page itself; the extension's policy allows no injected script, so the debugger evaluates it. */
const findViolations = async (page: Page): Promise<string[]> => {
  const { readFileSync } = await import("node:fs");
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: readFileSync(axePath, "utf8") });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(({ violations, passes }) => JSON.stringify({ violations: violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" ")), passes: passes.length }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  const { violations, passes } = JSON.parse(result.value as string) as {
    violations: string[];
    passes: number;
  };
  expect(passes).toBeGreaterThan(5);
  return violations;
};

const csv = (lines: string[]) => ({
  name: "users.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`${lines.join("\r\n")}\r\n`),
});
const faulty = csv([
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName",
  "u1,,,true,s1,student,u1,,Anastasia,Quintanilla",
  "u1,,,perhaps,s1,student,u2,,Ben,Lee",
]);

for (const path of ["sidepanel.html", "checker.html", "options.html"]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`${path} has no accessibility violation (${scheme})`, async () => {
      const page = await openPage(path);
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(300);
      expect(await findViolations(page)).toEqual([]);
      await page.close();
    });
  }

  test(`${path} fits into 320 pixels`, async () => {
    const page = await openPage(path, { width: 320, height: 700 });
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    await page.close();
  });
}

test("the checker shows what is wrong, where, why and how to fix it, and is accessible with a report", async () => {
  const page = await openPage("checker.html");
  await page.locator("input[type=file]").first().setInputFiles([faulty]);
  await expect(page.locator(".verdict.reject")).toBeVisible();
  const finding = page.locator(".finding.fault", { hasText: "duplicate-key" });
  await expect(finding).toContainText("Why it matters");
  await expect(finding).toContainText("How to fix it");
  await finding.locator("summary").click();
  await expect(finding.locator("caption")).toContainText("users.csv");
  await expect(finding.locator("caption")).toContainText("sourcedId");
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
});

test("the checker saves its report as JSON", async () => {
  const page = await openPage("checker.html");
  await page.locator("input[type=file]").first().setInputFiles([faulty]);
  await expect(page.locator(".verdict")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as JSON" }).click(),
  ]);
  const { readFileSync } = await import("node:fs");
  const report = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(report).toMatchObject({ tool: { name: "rosterguard" }, verdict: "reject" });
  await page.close();
});

test("the options say what is wrong with a policy file, and load a good one", async () => {
  const page = await openPage("options.html");
  const input = page.locator("input[type=file]");
  await input.setInputFiles([
    { name: "policy.json", mimeType: "application/json", buffer: Buffer.from('{"version":1,"lea":{}}') },
  ]);
  await expect(page.getByRole("alert")).toContainText("timeZone is missing");
  await input.setInputFiles(join(examples, "demo-lea.policy.json"));
  await expect(page.getByText("The policy of Bluebonnet ISD is in force.")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
  await page.close();
});

test("the options hold texts for staff, registrars, portal and vendor, in both languages, to be copied", async () => {
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await openPage("options.html");
  const copied = async (title: string): Promise<string> => {
    const text = page.locator("details", { has: page.getByText(title, { exact: true }) });
    if (!(await text.locator("pre").isVisible())) await text.locator("summary").click();
    await text.getByRole("button", { name: "Copy text" }).click();
    await expect(text.getByText("Copied.")).toBeVisible();
    const held = await page.evaluate(() => navigator.clipboard.readText());
    expect(held).toBe(await text.locator("pre").textContent());
    return held;
  };
  expect(await copied("Message to staff")).toContain("automated rostering");
  expect(await copied("Guideline for registrars")).toContain("Internal ID");
  expect(await copied("Portal notification")).toContain("Manual changes will be overwritten");
  expect(await copied("Ticket to the vendor")).toContain("Automated Rostering");
  await page.getByLabel("Write them in").selectOption("es");
  expect(await copied("Message to staff")).toContain("listas automáticas");
  await page.close();
});

test("a language is switched at once, and every page follows", async () => {
  const options = await openPage("options.html");
  await options.getByLabel("Language").selectOption("es");
  await expect(options.locator("h1")).toHaveText("Configuración de Rosterguard");
  await expect(options.locator("html")).toHaveAttribute("lang", "es");
  const checker = await openPage("checker.html");
  await expect(checker.locator("h1")).toHaveText("Revisar un archivo de inscripción");
  await checker.close();
  await options.getByLabel("Idioma").selectOption("en");
  await expect(options.locator("h1")).toHaveText("Rosterguard settings");
  await options.close();
});

test("everything is deleted on request, keys and rosters", async () => {
  const page = await openPage("options.html");
  await page.getByRole("button", { name: "Delete everything now" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Delete everything now" }).click();
  await page.getByRole("button", { name: "Yes, delete everything" }).click();
  await expect(page.getByText("Everything was deleted.")).toBeVisible();
  const worker = browser.context.serviceWorkers()[0]!;
  const left = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<"local" | "session", { get(key: null): Promise<Record<string, unknown>> }> };
    };
    return Object.keys({
      ...(await chrome.storage.session.get(null)),
      ...(await chrome.storage.local.get(null)),
    });
  });
  expect(left).not.toContain("dataKey");
  expect(left).toContain("policyFile");
  await page.close();
});

test("the tabs of the panel are worked with the arrow keys", async () => {
  const page = await openPage("sidepanel.html");
  await page.getByRole("tab", { name: "Today" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Check" })).toBeFocused();
  await expect(page.getByText("No check on this tab yet")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Edits" })).toHaveAttribute("aria-selected", "true");
  await page.close();
});
