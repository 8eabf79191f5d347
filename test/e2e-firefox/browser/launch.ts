import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFirefox } from "../../../scripts/find-firefox.ts";
import { type Bidi, openSession } from "./bidi.ts";

export type Firefox = {
  bidi: Bidi;
  /** The first tab's id. */
  tab: string;
  /** Address of one of the extension's own pages, e.g. "options.html". */
  addressOf: (path: string) => string;
  close: () => Promise<void>;
};

const extensionId = "rosterguard@rosterguard.example";
/** Firefox makes one up for every profile; a test must know the address of the extension's pages. */
const extensionHost = "5f1c7a52-6a0e-4c5f-9d0c-2f3f5c0f7a11";

const preferences = {
  "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: extensionHost }),
  // A district's page is in one language whatever this machine speaks.
  "intl.accept_languages": "en-US, en",
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

/** Waits for the line in which Firefox tells where its socket is. */
const socketOf = (firefox: ReturnType<typeof spawn>): Promise<string> =>
  new Promise((resolve, reject) => {
    let told = "";
    const timer = setTimeout(
      () => reject(new Error(`Firefox did not open its socket within a minute:\n${told}`)),
      60_000,
    );
    firefox.stderr?.on("data", (chunk: Buffer) => {
      told += chunk;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(told)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(`${address}/session`);
    });
    firefox.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`Firefox ended (${code}):\n${told}`));
    });
  });

/**
 * Firefox with an unpacked extension and a fresh profile, driven by WebDriver BiDi alone. `folder` is a build, e.g.
 * ".output/firefox-mv3-demo"; `set` are preferences of the profile.
 */
export const launchFirefox = async (
  folder: string,
  set: Record<string, string | number | boolean> = {},
): Promise<Firefox> => {
  const path = findFirefox();
  if (path === undefined) throw new Error("There is no Firefox here.");
  const profile = mkdtempSync(join(tmpdir(), "rosterguard-firefox-"));
  const lines = Object.entries({ ...preferences, ...set }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), `${lines.join("\n")}\n`);
  const words = [
    "--profile",
    profile,
    "--no-remote",
    "--headless",
    "--remote-allow-system-access",
    "--remote-debugging-port",
    "0",
  ];
  const firefox = spawn(path, [...words, "--width", "1360", "--height", "900", "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
    // As root Firefox wants a home that is root's.
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const gone = new Promise<void>((resolve) => firefox.once("exit", () => resolve()));
  const end = async () => {
    const timer = setTimeout(() => firefox.kill("SIGKILL"), 20_000);
    await gone;
    clearTimeout(timer);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const bidi = await openSession(await socketOf(firefox));
    await bidi.send("webExtension.install", { extensionData: { type: "path", path: folder } });
    const { contexts } = await bidi.send("browsingContext.getTree", { maxDepth: 0 });
    const tab = contexts[0]?.context;
    if (tab === undefined) throw new Error("Firefox opened no tab.");
    return {
      bidi,
      tab,
      addressOf: (page) => `moz-extension://${extensionHost}/${page}`,
      close: async () => {
        await bidi.send("browser.close", {}).catch(() => firefox.kill());
        bidi.close();
        await end();
      },
    };
  } catch (problem) {
    firefox.kill();
    await end();
    throw problem;
  }
};
