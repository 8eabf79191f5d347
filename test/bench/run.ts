import { join } from "node:path";
import process from "node:process";
import { findBrowser } from "../../scripts/find-browser.ts";
import { type Answer, type Contender, contenders, type Start } from "./answer.ts";
import { bundleScripts } from "./bundle.ts";
import { findDifferences } from "./compare.ts";
import { type Measured, measureOnce } from "./measure.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { prepareSet } from "./prepare-set.ts";
import { serveBench } from "./server.ts";
import type { SizeName } from "./sizes.ts";
import { type SetResult, summarise, tableHead, tableRow, type Unequal } from "./summarise.ts";

/** Progress and problems go to standard error; standard output holds results only. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const cache = join(import.meta.dirname, "..", "..", ".output", "bench");

type Bench = { browser: string; origin: string };
type GoodAnswer = Extract<Answer, { ok: true }>;

/** Measures one set, ours and the obvious one taking turns; or names the differences when the answers are not equal. */
const benchSet = async (
  bench: Bench,
  size: SizeName,
  times: number,
  start: Start,
): Promise<SetResult | Unequal> => {
  const set = prepareSet(cache, size, say);
  const paths = set.files.map((name) => join(set.folder, name));
  const runs: Record<Contender, Measured[]> = { ours: [], obvious: [] };
  for (let round = 0; round < times; round += 1) {
    const answers: Partial<Record<Contender, GoodAnswer>> = {};
    for (const contender of contenders) {
      const measured = await measureOnce(bench.browser, bench.origin, contender, paths, start);
      if (!measured.answer.ok) throw new Error(`Set ${size}, ${contender}: ${measured.answer.problem}`);
      answers[contender] = measured.answer;
      runs[contender].push(measured);
    }
    const { ours, obvious } = answers as Record<Contender, GoodAnswer>;
    const differences = findDifferences(set.planted, ours.counts, obvious.counts);
    if (ours.rows !== set.rows || obvious.rows !== set.rows) {
      differences.unshift(`rows: written ${set.rows}, ours ${ours.rows}, obvious ${obvious.rows}`);
    }
    if (differences.length > 0)
      return { set: size, rows: set.rows, bytes: set.bytes, equal: false, differences };
  }
  return summarise({ name: size, rows: set.rows, bytes: set.bytes, start }, runs);
};

const benchAll = async (options: Options): Promise<number> => {
  const browser = findBrowser();
  const server = await serveBench(await bundleScripts());
  let status = 0;
  if (!options.json) console.log(tableHead);
  try {
    for (const size of options.sizes) {
      const result = await benchSet(
        { browser, origin: server.origin },
        size,
        options.runs ?? (size === "L" ? 1 : 3),
        options.start,
      );
      if (options.json) console.log(JSON.stringify(result));
      if (result.equal) {
        if (!options.json) console.log(tableRow(result));
        continue;
      }
      status = 1;
      say(`Set ${size}: the answers differ, so its times say nothing.`);
      for (const line of result.differences) say(`  ${line}`);
    }
  } finally {
    server.close();
  }
  return status;
};

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
