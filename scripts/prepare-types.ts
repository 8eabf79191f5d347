import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * tsconfig.json extends a file that WXT writes, and a fresh copy of the repository does not have it yet: whoever bundles
 * asks for it first. Throws when WXT cannot write it.
 */
export const prepareTypes = (): void => {
  const root = join(import.meta.dirname, "..");
  if (existsSync(join(root, ".wxt", "tsconfig.json"))) return;
  const prepared = spawnSync("wxt", ["prepare"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (prepared.status !== 0) throw new Error("wxt prepare did not succeed; run npm ci and try again.");
};
