import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

/** Extended support releases first: they are what districts run. */
const wellKnown = [
  "/usr/bin/firefox-esr",
  "/usr/lib/firefox-esr/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Path of an installed Firefox, or undefined. ROSTERGUARD_FIREFOX names another one. */
export const findFirefox = (): string | undefined => {
  const told = process.env.ROSTERGUARD_FIREFOX;
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`ROSTERGUARD_FIREFOX names ${told}, which is not there.`);
  }
  return wellKnown.find((path) => existsSync(path));
};

const run = (words: string[]): boolean =>
  spawnSync("apt-get", words, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/** As findFirefox, but as root on Debian installs its package when there is none; undefined when that is not possible. */
export const findOrInstallFirefox = (): string | undefined => {
  const found = findFirefox();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  console.log("No Firefox found: installing one ...");
  run(["update", "-qq"]) && run(["install", "-y", "-qq", "firefox-esr"]);
  return findFirefox();
};
