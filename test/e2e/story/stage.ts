import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { writeDemoFiles } from "../../district/write-demo-files.ts";
import { startPortal } from "../../portals/cli-engage/server.ts";
import { type Browser, launchWithExtension } from "../browser/launch.ts";

const root = join(import.meta.dirname, "..", "..", "..");
export const demoExtension = join(root, ".output", "chrome-mv3-demo");

/** Everything a story is played with: a portal with its feed, a browser with the extension, and someone who tells. */
export type Stage = {
  portal: Awaited<ReturnType<typeof startPortal>>;
  browser: Browser;
  page: Page;
  /** What next week's file changes, by id. */
  nextWeek: Awaited<ReturnType<typeof writeDemoFiles>>;
  /** Folder that holds `feed/` and `uploads/`. */
  files: string;
  /** Says in plain words what was done or seen. */
  tell: (line: string) => void;
  /** Saves a screenshot of the page (or the side panel) under a name. */
  show: (name: string, page?: Page) => Promise<void>;
  /** Number of the last screenshot. */
  shots: () => number;
  close: () => Promise<void>;
};

/** Generates the district, starts the portal at 10:00 on a school day, and opens the browser on nothing yet. */
export const setStage = async (options: {
  output: string;
  tell?: (line: string) => void;
  headless?: boolean;
  port?: number;
  /** Number of the last screenshot already in the folder. */
  shots?: number;
  /** More switches for the browser. */
  args?: string[];
}): Promise<Stage> => {
  mkdirSync(options.output, { recursive: true });
  const files = join(options.output, "files");
  const nextWeek = await writeDemoFiles(files);
  const portal = await startPortal({
    feedFolder: join(files, "feed"),
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const browser = await launchWithExtension(demoExtension, {
    headless: options.headless ?? true,
    ...(options.args === undefined ? {} : { args: options.args }),
  });
  let shots = options.shots ?? 0;
  return {
    portal,
    browser,
    page: browser.page,
    nextWeek,
    files,
    tell: options.tell ?? (() => {}),
    show: async (name, page = browser.page) => {
      shots += 1;
      await page.screenshot({ path: join(options.output, `${String(shots).padStart(2, "0")}-${name}.png`) });
    },
    shots: () => shots,
    close: async () => {
      await browser.close();
      await portal.close();
    },
  };
};
