import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Peer } from "./answer.ts";

const root = join(import.meta.dirname, "..", "..");

/** 210 MB together: too much for every `npm ci`, so that a person installs them beside the rest when they want them. */
const folder = ".output/peers";
const packageOf: Record<Peer, { name: string; version: string }> = {
  duckdb: { name: "@duckdb/node-api", version: "1.5.6-r.1" },
  "duckdb-threads": { name: "@duckdb/node-api", version: "1.5.6-r.1" },
  "duckdb-wasm": { name: "@duckdb/duckdb-wasm", version: "1.32.0" },
};

export const packagesFolder = join(root, folder, "node_modules");

/** Where the peers' packages are installed; throws with the command that installs those that are missing. */
export const findPackages = (peers: readonly Peer[], packages = packagesFolder): string => {
  const missing = new Set<string>();
  for (const peer of peers) {
    const { name, version } = packageOf[peer];
    if (!existsSync(join(packages, name, "package.json"))) missing.add(`${name}@${version}`);
  }
  if (missing.size === 0) return packages;
  const names = [...missing].join(" ");
  throw new Error(
    `a peer is not installed. Run: npm install --no-save --prefix ${folder} ${names} (about 70 to 140 MB each), then this again.`,
  );
};
