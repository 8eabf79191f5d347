import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findBrowser } from "./find-browser.ts";

/** Everything, in the order that fails soonest: lint, types, core tests, builds, then real browsers. */
const results = { core: join(".output", "core-tests.json"), browser: join(".output", "browser-tests.json") };

const steps: [name: string, command: string, words: string[]][] = [
  ["Format and lint", "biome", ["check", "."]],
  ["Prepare", "wxt", ["prepare"]],
  ["Types", "tsc", ["--noEmit"]],
  ["Types of the pure rooms", "tsc", ["--noEmit", "-p", "tsconfig.core.json"]],
  ["Generated documents", "node", ["scripts/docs.ts", "--check"]],
  [
    "Core tests",
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results.core}`],
  ],
  ["Build for Chromium", "wxt", ["build"]],
  ["Build for Firefox", "wxt", ["build", "-b", "firefox"]],
  ["Build of the demo", "wxt", ["build", "--mode", "demo"]],
  ["Browser tests", "playwright", ["test", "--reporter=list,json"]],
];

const started = performance.now();
const browser = findBrowser();
for (const [name, command, words] of steps) {
  console.log(`\n== ${name}`);
  const ran = spawnSync(command, words, {
    stdio: "inherit",
    env: { ...process.env, ROSTERGUARD_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: results.browser },
  });
  if (ran.status !== 0) {
    console.error(`\n${name} failed (${[command, ...words].join(" ")}).`);
    process.exit(1);
  }
}

type CoreResults = { numPassedTests: number; numFailedTests: number; numPendingTests: number };
type BrowserResults = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

const core = readJson<CoreResults>(results.core);
const { stats } = readJson<BrowserResults>(results.browser);
const passed = core.numPassedTests + stats.expected;
const failed = core.numFailedTests + stats.unexpected + stats.flaky;
const skipped = core.numPendingTests + stats.skipped;
console.log(`\nEverything ran in ${Math.round((performance.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0 || passed === 0) process.exitCode = 1;
