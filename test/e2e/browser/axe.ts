import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds wrong on a page; the debugger evaluates it, for our pages allow no injected script. */
export const findViolations = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: readFileSync(axePath, "utf8") });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then(({ violations, passes }) =>
      JSON.stringify({ violations: violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" ")), passes: passes.length }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const found = JSON.parse(result.value as string) as { violations: string[]; passes: number };
  expect(found.passes).toBeGreaterThan(5);
  return found.violations;
};
