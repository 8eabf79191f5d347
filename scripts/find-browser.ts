import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { chromium } from "@playwright/test";

const wellKnown = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const run = (command: string, words: string[]): boolean =>
  spawnSync(command, words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
    .status === 0;

/** Chrome's own builds refuse --load-extension since 137; Chromium and Chrome for Testing accept it. */
const findInstalled = (): string | undefined => {
  const told = process.env.ROSTERGUARD_CHROMIUM;
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`ROSTERGUARD_CHROMIUM names ${told}, which is not there.`);
  }
  const bundled = chromium.executablePath();
  return [...wellKnown, bundled].find((path) => existsSync(path));
};

/**
 * Path of a Chromium that loads unpacked extensions; installs one when none is found: Debian's package as root, else
 * Playwright's own download. Throws with what to do when neither succeeds.
 */
export const findBrowser = (): string => {
  const found = findInstalled();
  if (found) return found;
  console.log("No Chromium found: installing one ...");
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "chromium"]);
  }
  if (!findInstalled()) run("playwright", ["install", "chromium"]);
  const installed = findInstalled();
  if (installed) return installed;
  throw new Error(
    "No Chromium could be installed. Install Chromium yourself, or set ROSTERGUARD_CHROMIUM to the path of one, and run the command again.",
  );
};
