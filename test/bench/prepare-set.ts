import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generatePackage, type Planted } from "./generate.ts";
import { type SizeName, sizes } from "./sizes.ts";

export type BenchSet = Planted & { folder: string };

/** What decides the bytes of a set: the modules the generator is made of. A change to one makes new sets. */
const generatorFingerprint = (): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (/^(generate.*|columns|csv-writer|district-year|names|plants|random|sizes)\.ts$/.test(name)) {
      hash.update(name).update(readFileSync(join(import.meta.dirname, name)));
    }
  }
  return hash.digest("hex").slice(0, 12);
};

/** Sets of a generator that has changed since: L is a gigabyte. */
const removeSets = (cache: string, size: SizeName): void => {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    if (name.startsWith(`${size}-`)) rmSync(join(cache, name), { recursive: true, force: true });
  }
};

/** The set in `cache`, generated when it is not there yet; `say` hears of it, since L takes a while. */
export const prepareSet = (cache: string, size: SizeName, say: (line: string) => void): BenchSet => {
  const folder = join(cache, `${size}-${generatorFingerprint()}`);
  const list = join(folder, "planted.json");
  if (existsSync(list)) return { ...(JSON.parse(readFileSync(list, "utf8")) as Planted), folder };
  say(`Generating set ${size} ...`);
  removeSets(cache, size);
  return { ...generatePackage(folder, sizes[size]), folder };
};
