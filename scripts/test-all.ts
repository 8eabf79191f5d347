import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findBrowser } from "./find-browser.ts";
import { findOrInstallFirefox } from "./find-firefox.ts";

/** Everything, in the order that fails soonest: lint, types, core tests, builds, then real browsers. */
const results = {
  core: join(".output", "core-tests.json"),
  browser: join(".output", "browser-tests.json"),
  firefox: join(".output", "firefox-tests.json"),
};

const vitest = (file: string, ...words: string[]): string[] => [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${file}`,
  ...words,
];

const steps: [name: string, command: string, words: string[]][] = [
  ["Format and lint", "biome", ["check", "."]],
  ["Prepare", "wxt", ["prepare"]],
  ["Types", "tsc", ["--noEmit"]],
  ["Types of the pure rooms", "tsc", ["--noEmit", "-p", "tsconfig.core.json"]],
  ["Generated documents", "node", ["scripts/docs.ts", "--check"]],
  ["Core tests", "vitest", vitest(results.core)],
  ["Build for Chromium", "wxt", ["build"]],
  ["Build for Firefox", "wxt", ["build", "-b", "firefox"]],
  ["Build of the demo", "wxt", ["build", "--mode", "demo"]],
  ["Browser tests", "playwright", ["test", "--reporter=list,json"]],
];

const started = performance.now();
const browser = findBrowser();
const firefox = findOrInstallFirefox();
if (firefox !== undefined) {
  steps.push([
    "Tests in Firefox",
    "vitest",
    vitest(results.firefox, "--config", "test/e2e-firefox/vitest.config.ts"),
  ]);
}
for (const [name, command, words] of steps) {
  console.log(`\n== ${name}`);
  const ran = spawnSync(command, words, {
    stdio: "inherit",
    env: {
      ...process.env,
      ROSTERGUARD_CHROMIUM: browser,
      ...(firefox === undefined ? {} : { ROSTERGUARD_FIREFOX: firefox }),
      PLAYWRIGHT_JSON_OUTPUT_FILE: results.browser,
    },
  });
  if (ran.status !== 0) {
    console.error(`\n${name} failed (${[command, ...words].join(" ")}).`);
    process.exit(1);
  }
}

type VitestResults = { numPassedTests: number; numFailedTests: number; numPendingTests: number };
type BrowserResults = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

const core = readJson<VitestResults>(results.core);
const { stats } = readJson<BrowserResults>(results.browser);
const inFirefox = firefox === undefined ? undefined : readJson<VitestResults>(results.firefox);
const passed = core.numPassedTests + stats.expected + (inFirefox?.numPassedTests ?? 0);
const failed = core.numFailedTests + stats.unexpected + stats.flaky + (inFirefox?.numFailedTests ?? 0);
const skipped = core.numPendingTests + stats.skipped + (inFirefox?.numPendingTests ?? 0);
console.log(`\nEverything ran in ${Math.round((performance.now() - started) / 1000)} s.`);
if (firefox === undefined) {
  console.log(
    "The tests in Firefox were left out: there is no Firefox here, and only root can install one. Install Firefox, or set ROSTERGUARD_FIREFOX to the path of one.",
  );
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0 || passed === 0) process.exitCode = 1;
