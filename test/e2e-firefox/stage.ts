import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { shiftCalendar } from "../../entrypoints/background/shift-calendar.ts";
import { writeDemoFiles } from "../district/write-demo-files.ts";
import { rosterAddress } from "../e2e/story/portal-pages.ts";
import { startPortal } from "../portals/cli-engage/server.ts";
import { isSidebarOpen, pressAllow, pressIcon } from "./browser/browser-window.ts";
import { type Firefox, launchFirefox } from "./browser/launch.ts";
import { waitForWords } from "./browser/surfaces.ts";
import { call, chooseFiles, go, locateOne, type Tab, textOn, until } from "./browser/tab.ts";

const root = join(import.meta.dirname, "..", "..");

/** The build that is shipped: nothing is granted to it beforehand. */
export const extension = join(root, ".output", "firefox-mv3");

export type Stage = {
  portal: Awaited<ReturnType<typeof startPortal>>;
  firefox: Firefox;
  tab: Tab;
  /** Folder that holds `feed/` and `uploads/`. */
  files: string;
  /** Saves a picture of the page. */
  show: (name: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Generates the district, starts the portal and Firefox, and loads the LEA's policy on the options page. */
export const setStage = async (
  folder: string,
  preferences: Record<string, string | number | boolean> = {},
): Promise<Stage> => {
  const output = join(root, ".output", folder);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const files = join(output, "files");
  await writeDemoFiles(files);
  const portal = await startPortal({ feedFolder: join(files, "feed") });
  const firefox = await launchFirefox(extension, preferences);
  const tab = { bidi: firefox.bidi, context: firefox.tab };
  const stage: Stage = {
    portal,
    firefox,
    tab,
    files,
    show: async (name) => {
      const { data } = await tab.bidi.send("browsingContext.captureScreenshot", { context: tab.context });
      writeFileSync(join(output, `${name}.png`), Buffer.from(data, "base64"));
    },
    close: async () => {
      await firefox.close();
      await portal.close();
    },
  };
  try {
    await loadPolicy(stage, output);
  } catch (problem) {
    await stage.close();
    throw problem;
  }
  return stage;
};

const loadPolicy = async ({ portal, firefox, tab }: Stage, output: string): Promise<void> => {
  const policy = JSON.parse(readFileSync(join(root, "examples", "demo-lea.policy.json"), "utf8"));
  policy.portals[0].origins = [new URL(portal.url).origin];
  policy.calendar = shiftCalendar(policy.calendar, new Date().toISOString().slice(0, 10));
  const file = join(output, "policy.json");
  writeFileSync(file, JSON.stringify(policy));
  await go(tab, firefox.addressOf("options.html"));
  await chooseFiles(tab, 'input[type="file"]', [file]);
  await until(
    async () => `The policy is not in force:\n${await textOn(tab)}`,
    async () => /The policy of Bluebonnet ISD is in force/.test(await textOn(tab)),
  );
};

/** Grants the portal in two clicks, the icon and Allow; the page that is open is guarded at once. */
export const grantPortal = async ({ portal, tab }: Stage): Promise<void> => {
  await go(tab, rosterAddress(portal.url));
  await locateOne(tab, "#roster-grid tbody tr.student-row");
  await wait(1500);
  if ((await call<number>(tab, '() => document.querySelectorAll("html > [popover]").length')) > 0)
    throw new Error("A page of a site that nobody has granted was touched.");
  await pressIcon(tab.bidi);
  await pressAllow(tab.bidi);
  await waitForWords(tab, /This roster is filled automatically/);
  await until(
    () => "The icon opened no sidebar.",
    () => isSidebarOpen(tab.bidi),
  );
};
