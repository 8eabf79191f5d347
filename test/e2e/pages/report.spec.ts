import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { findBrowser } from "../../../scripts/find-browser.ts";
import { hostile, hostileReport } from "../../../utils/exports/hostile.fixture.ts";
import { makeHtml } from "../../../utils/exports/html/page.ts";
import { maskReport } from "../../../utils/exports/mask.ts";
import type { Report } from "../../../utils/findings/report.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const scratch = mkdtempSync(join(tmpdir(), "rosterguard-page-"));
const schools = [
  { id: hostile[0], name: hostile[1], rows: 100, faults: 7, warnings: 2, acknowledged: 3 },
  { id: "S2", name: "Pecan Valley Elementary", rows: 80, faults: 1, warnings: 0, acknowledged: 0 },
];

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
});
test.afterAll(async () => {
  await browser.close();
  rmSync(scratch, { recursive: true });
});

const accepted = (): Report => ({
  ...hostileReport(),
  verdict: "accept",
  causes: [],
  findings: [],
  notChecked: [],
  totals: { rows: 10, faults: 0, warnings: 0, notes: 0 },
});

const reports: [string, () => Report][] = [
  ["rejected", hostileReport],
  ["masked", () => maskReport(hostileReport())],
  ["accepted", accepted],
  ["not-checked", () => ({ ...accepted(), verdict: "could-not-check" })],
];

const open = async (name: string, report: Report, colorScheme: "light" | "dark") => {
  const path = join(scratch, `${name}.html`);
  writeFileSync(path, [...makeHtml(report, { schools, masked: name === "masked" })].join(""));
  const context = await browser.newContext({ colorScheme, viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, asked, close: () => context.close() };
};

/** axe-core evaluated by the debugger: the page's own policy allows no script. */
const findViolations = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: readFileSync(axePath, "utf8") });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(({ violations, passes }) => JSON.stringify({ passes: passes.length,
        violations: violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html + " " + node.failureSummary).join(" ")) }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  const { passes, violations } = JSON.parse(result.value as string) as {
    passes: number;
    violations: string[];
  };
  expect(passes).toBeGreaterThan(10);
  return violations;
};

for (const [name, make] of reports) {
  for (const scheme of ["light", "dark"] as const) {
    test(`the ${name} report is accessible and asks for nothing (${scheme})`, async () => {
      const { page, asked, close } = await open(name, make(), scheme);
      expect(await findViolations(page)).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(await page.evaluate("globalThis.owned")).toBeUndefined();
      expect(await page.locator("script, img, iframe, link").count()).toBe(0);
      // Nothing hostile makes the page wider than the window.
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.emulateMedia({ media: "print" });
      const ground = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(ground).toBe("rgb(255, 255, 255)");
      await expect(page.locator("nav")).toBeHidden();
      await close();
    });
  }
}
