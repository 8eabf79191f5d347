import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDemoFiles } from "../../district/write-demo-files.ts";
import { startPortal } from "../../portals/cli-engage/server.ts";
import { readState, rosterAddress } from "../story/portal-pages.ts";

export type RunningPortal = { url: string; close: () => Promise<void> };

/** The demo portal with its generated district, on a port of its own. */
export const startDemoPortal = async (): Promise<RunningPortal> => {
  const files = mkdtempSync(join(tmpdir(), "rosterguard-portal-"));
  await writeDemoFiles(files);
  const portal = await startPortal({ feedFolder: join(files, "feed") });
  return {
    url: portal.url,
    close: async () => {
      await portal.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
};

/** Path of the first class's roster page. */
export const rosterPath = async ({ url }: RunningPortal): Promise<string> => {
  const [section] = (await readState(url)).classes;
  if (!section) throw new Error("The portal has no class.");
  return rosterAddress(url, section.internalId).slice(url.length);
};
