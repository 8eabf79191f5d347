import { join } from "node:path";
import process from "node:process";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { findBrowser } from "../../../scripts/find-browser.ts";
import { pageWords } from "../../../utils/guard/page-words.ts";
import type { PortalBriefing } from "../../../utils/messages/answers.ts";
import { cliEngage } from "../../../utils/portals/cli-engage.ts";
import type { GuestScript } from "./guest.ts";

let bundled: Promise<string> | undefined;

/** The guest as one script, bundled once a run. */
export const bundleGuest = (): Promise<string> => {
  bundled ??= (async () => {
    const built = await build({
      configFile: false,
      logLevel: "silent",
      build: {
        write: false,
        minify: false,
        lib: { entry: join(import.meta.dirname, "guest.ts"), formats: ["iife"], name: "guestBundle" },
      },
    });
    const [output] = Array.isArray(built) ? built : [built];
    if (!output || !("output" in output)) throw new Error("The guest was not bundled.");
    return output.output[0].code;
  })();
  return bundled;
};

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });

export const briefing: PortalBriefing = {
  profile: "cli-engage",
  system: "cli-engage",
  pages: cliEngage.pages,
  lastSync: cliEngage.lastSync!,
  level: "inform",
  holdSeconds: 60,
  words: pageWords("en"),
  notice: {
    title: "This roster is filled automatically",
    lines: [
      "Bluebonnet ISD sends enrollment files to CLI Engage on a regular schedule, and they fill this roster.",
      "Next update: tonight at 2:00 a.m. (Tuesday, November 24).",
      "Changes made by hand here are overwritten by that update.",
    ],
  },
};

export type Sent = { type: string; [key: string]: unknown };
export type Guest = { page: Page; sent: Sent[]; sentOf: (type: string) => Sent[] };

/** Where a portal page of the tests pretends to be; nothing is fetched, `html` answers every request. */
export const addressOf = (path: string): string => `https://portal.example${path}`;
export const rosterPath = "/administrative-tools/class-roster-management";
export const uploadPath = "/administrative-tools/universal-roster";

/** Opens a page with the guest in it from its first moment, as a content script at document_start. */
export const openGuest = async (
  browser: Browser,
  options: { url: string; html?: string; script: GuestScript; colorScheme?: "light" | "dark" },
): Promise<Guest> => {
  // One guest at a time: pages left behind keep beating, and a busy browser may lose a click.
  await Promise.all(browser.contexts().map((old) => old.close()));
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? "light",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const sent: Sent[] = [];
  await page.exposeFunction("keepMessage", (message: Sent) => void sent.push(message));
  const { html } = options;
  if (html !== undefined) {
    await page.route("**/*", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
    );
  }
  await page.addInitScript({
    content: `globalThis.guestScript = ${JSON.stringify(options.script)};\n${await bundleGuest()}`,
  });
  await page.goto(options.url);
  return { page, sent, sentOf: (type) => sent.filter((message) => message.type === type) };
};
