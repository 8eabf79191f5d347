import { join } from "node:path";
import {
  type Contender,
  contenders,
  type GoodAnswer,
  type Measured,
  type Peer,
  type Place,
  placeOfPeer,
  type Start,
} from "./answer.ts";
import { findDifferences } from "./compare.ts";
import { measureOnce } from "./measure.ts";
import { measureInNode } from "./measure-in-node.ts";
import type { BenchSet } from "./prepare-set.ts";
import type { SizeName } from "./sizes.ts";
import { type RunsOf, type SetResult, summarise, type Unequal } from "./summarise.ts";

/** What runs are made with: a browser and the page's server for Chromium, a script for Node, and the peers' packages. */
export type Bench = {
  chromium: { browser: string; origin: string } | undefined;
  script: string;
  packages: string;
};

export type Wanted = { size: SizeName; place: Place; start: Start; times: number; peers: readonly Peer[] };

/** One run of a version, warm or cold, where it is wanted. */
export const measure = (
  { chromium, script, packages }: Bench,
  { place, start }: Pick<Wanted, "place" | "start">,
  name: Contender | Peer,
  paths: string[],
): Promise<Measured> => {
  if (place === "node") return measureInNode(script, { name, start, paths, packages });
  if (chromium === undefined) throw new Error("There is no Chromium.");
  return measureOnce(chromium.browser, chromium.origin, name, paths, start);
};

/** Where the answers of a round are not the planted ones; the peers answer for themselves, beside the obvious version. */
const compareAnswers = (
  { rows, planted }: BenchSet,
  answers: ReadonlyMap<Contender | Peer, GoodAnswer>,
): string[] => {
  const lines: string[] = [];
  // Where the obvious version is left out, what follows from a planted fault has nobody to say how often.
  const second = answers.get("obvious") ?? answers.get("ours");
  for (const [name, answer] of answers) {
    if (answer.rows !== rows) lines.push(`rows: written ${rows}, ${name} ${answer.rows}`);
    if (name === "obvious") continue;
    const different = findDifferences(planted, answer.counts, second?.counts ?? {});
    lines.push(...different.map((line) => line.replace(/, ours /, `, ${name} `)));
  }
  return lines;
};

/** A Set holds 16.7 million keys and then throws: the obvious version cannot check a whole state. */
const isBeyondSets = (size: SizeName): boolean => size === "XL";

/** Measures one set in one place, all versions taking turns; or names the differences when the answers are not equal. */
export const benchSet = async (bench: Bench, set: BenchSet, wanted: Wanted): Promise<SetResult | Unequal> => {
  const { size, place, start, times } = wanted;
  const paths = set.files.map((name) => join(set.folder, name));
  const sides = contenders.filter((name) => name === "ours" || !isBeyondSets(size));
  const names = [...sides, ...wanted.peers.filter((peer) => placeOfPeer(peer) === place)];
  const runs = new Map<Contender | Peer, Measured[]>(names.map((name) => [name, []]));
  const facts = { rows: set.rows, bytes: set.bytes, place };
  for (let round = 0; round < times; round += 1) {
    const answers = new Map<Contender | Peer, GoodAnswer>();
    for (const [name, measured] of runs) {
      const run = await measure(bench, wanted, name, paths);
      if (!run.answer.ok) throw new Error(`set ${size} in ${place}, ${name}: ${run.answer.problem}`);
      answers.set(name, run.answer);
      measured.push(run);
    }
    const differences = compareAnswers(set, answers);
    if (differences.length > 0) return { set: size, ...facts, equal: false, differences };
  }
  return summarise({ name: size, ...facts, start }, Object.fromEntries(runs) as unknown as RunsOf);
};
