import { spawnSync } from "node:child_process";
import process from "node:process";
import { findBrowser } from "./find-browser.ts";

/** Everything, in the order that fails soonest: lint, types, core tests, builds, then real browsers. */
const steps: [name: string, command: string, words: string[]][] = [
  ["Format and lint", "biome", ["check", "."]],
  ["Prepare", "wxt", ["prepare"]],
  ["Types", "tsc", ["--noEmit"]],
  ["Types of the pure rooms", "tsc", ["--noEmit", "-p", "tsconfig.core.json"]],
  ["Generated documents", "node", ["scripts/docs.ts", "--check"]],
  ["Core tests", "vitest", ["run"]],
  ["Build for Chromium", "wxt", ["build"]],
  ["Build for Firefox", "wxt", ["build", "-b", "firefox"]],
  ["Build of the demo", "wxt", ["build", "--mode", "demo"]],
  ["Browser tests", "playwright", ["test"]],
];

const started = performance.now();
const browser = findBrowser();
for (const [name, command, words] of steps) {
  console.log(`\n== ${name}`);
  const ran = spawnSync(command, words, {
    stdio: "inherit",
    env: { ...process.env, ROSTERGUARD_CHROMIUM: browser },
  });
  if (ran.status !== 0) {
    console.error(`\n${name} failed (${[command, ...words].join(" ")}).`);
    process.exit(1);
  }
}
console.log(`\nEverything passed in ${Math.round((performance.now() - started) / 1000)} s.`);
