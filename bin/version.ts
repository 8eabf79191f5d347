import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Rosterguard's version; package.json lies one folder up from the sources as from the bundle. */
export const readVersion = (): string => {
  const text = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};
