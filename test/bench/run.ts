import { join } from "node:path";
import process from "node:process";
import { findBrowser } from "../../scripts/find-browser.ts";
import { type Bench, benchSet } from "./bench-set.ts";
import { benchStore } from "./bench-store.ts";
import { benchVariant, variantHead, variantRow } from "./bench-variant.ts";
import { addDuckdbWasm, bundleForNode, bundleScripts } from "./bundle.ts";
import { findPackages } from "./find-packages.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { type BenchSet, prepareSet } from "./prepare-set.ts";
import { prepareVariant } from "./prepare-variant.ts";
import { serveBench } from "./server.ts";
import type { SizeName } from "./sizes.ts";
import { tableHead, tableRows } from "./summarise.ts";
import { storeHead, storeRow } from "./summarise-store.ts";

/** Progress and problems go to standard error; standard output holds results only. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const cache = join(import.meta.dirname, "..", "..", ".output", "bench");

/** Starts what the wanted places need, and ends it when the work is done. */
const withBench = async <T>(options: Options, work: (bench: Bench) => Promise<T>): Promise<T> => {
  const packages = findPackages(options.peers);
  const script = options.places.includes("node") ? await bundleForNode(cache) : "";
  if (!options.places.includes("chromium")) return work({ chromium: undefined, script, packages });
  const browser = findBrowser();
  const served = await bundleScripts();
  if (options.peers.includes("duckdb-wasm")) await addDuckdbWasm(served, packages);
  const server = await serveBench(served);
  try {
    return await work({ chromium: { browser, origin: server.origin }, script, packages });
  } finally {
    server.close();
  }
};

const timesOf = ({ runs }: Options, size: SizeName): number =>
  runs ?? (size === "L" || size === "XL" ? 1 : 3);

/** Whether every place gave the planted answer. */
const compareVersions = async (
  bench: Bench,
  size: SizeName,
  set: BenchSet,
  options: Options,
): Promise<boolean> => {
  const { start, json, peers } = options;
  let isEqual = true;
  for (const place of options.places) {
    const result = await benchSet(bench, set, { size, place, start, peers, times: timesOf(options, size) });
    if (json) console.log(JSON.stringify(result));
    else if (result.equal) console.log(tableRows(result));
    if (result.equal) continue;
    isEqual = false;
    say(`Set ${size} in ${place}: the answers differ, so its times say nothing.`);
    for (const line of result.differences) say(`  ${line}`);
  }
  return isEqual;
};

/** Whether every variant showed what it must. */
const compareVariants = async (
  bench: Bench,
  size: SizeName,
  plain: BenchSet,
  options: Options,
): Promise<boolean> => {
  const { start, json } = options;
  let isEqual = true;
  for (const variant of options.variants) {
    const varied = await prepareVariant(plain, variant, say);
    for (const place of options.places) {
      const wanted = { size, variant, place, start, times: timesOf(options, size) };
      const result = await benchVariant(bench, plain, varied, wanted);
      if (json) console.log(JSON.stringify(result));
      else if (result.equal) console.log(variantRow(result));
      if (result.equal) continue;
      isEqual = false;
      say(`Set ${size}, ${variant}, in ${place}: the answers are not right, so its times say nothing.`);
      for (const line of result.differences) say(`  ${line}`);
    }
  }
  return isEqual;
};

const headOf = ({ store, variants }: Options): string =>
  store ? storeHead : variants.length > 0 ? variantHead : tableHead;

const benchAll = (options: Options): Promise<number> =>
  withBench(options, async (bench) => {
    let status = 0;
    if (!options.json) console.log(headOf(options));
    for (const size of options.sizes) {
      const set = prepareSet(cache, size, say);
      if (options.store) {
        const result = await benchStore(bench, size, set, timesOf(options, size));
        console.log(options.json ? JSON.stringify(result) : storeRow(result));
      } else if (options.variants.length > 0) {
        if (!(await compareVariants(bench, size, set, options))) status = 1;
      } else if (!(await compareVersions(bench, size, set, options))) status = 1;
    }
    return status;
  });

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if ("help" in options) {
    console.log(usage);
    return 0;
  }
  if ("problem" in options) {
    say(`${options.problem}\n\n${usage}`);
    return 2;
  }
  try {
    return await benchAll(options);
  } catch (error) {
    say(`The benchmark could not run: ${error instanceof Error ? error.message : String(error)}`);
    return 3;
  }
};

// The bundler leaves handles open that would keep the process for minutes.
process.exit(await main());
