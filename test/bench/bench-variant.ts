import { join } from "node:path";
import type { Measured, Place, Start } from "./answer.ts";
import { type Bench, measure } from "./bench-set.ts";
import type { BenchSet } from "./prepare-set.ts";
import { median, rounded } from "./summarise.ts";
import type { VariantName } from "./variants.ts";

/** Medians of ours over the plain set and over its variant, in turns, and by how much the variant takes longer. */
export type VariantResult = {
  set: string;
  variant: VariantName;
  place: Place;
  runs: number;
  plainSeconds: number;
  seconds: number;
  ratio: number;
  equal: boolean;
  differences: string[];
};

/** What is not as it must be: rows, and the counts of what was planted or made wrong. */
const differencesOf = ({ rows, planted }: BenchSet, { answer }: Measured): string[] => {
  if (!answer.ok) throw new Error(answer.problem);
  const lines = answer.rows === rows ? [] : [`rows: written ${rows}, ours ${answer.rows}`];
  for (const [kind, count] of Object.entries(planted)) {
    const found = answer.counts[kind] ?? 0;
    if (found !== count) lines.push(`${kind}: planted ${count}, ours ${found}`);
  }
  return lines;
};

export const benchVariant = async (
  bench: Bench,
  plain: BenchSet,
  varied: BenchSet,
  wanted: { size: string; variant: VariantName; place: Place; start: Start; times: number },
): Promise<VariantResult> => {
  const { size, variant, place, start, times } = wanted;
  const [before, after]: [number[], number[]] = [[], []];
  const differences = new Set<string>();
  for (let round = 0; round < times; round += 1) {
    for (const [set, seconds] of [
      [plain, before],
      [varied, after],
    ] as const) {
      const paths = set.files.map((name) => join(set.folder, name));
      const run = await measure(bench, { place, start }, "ours", paths);
      for (const line of differencesOf(set, run)) differences.add(line);
      seconds.push(run.seconds);
    }
  }
  const [plainSeconds, seconds] = [rounded(median(before), 3), rounded(median(after), 3)];
  return {
    set: size,
    variant,
    place,
    runs: times,
    plainSeconds,
    seconds,
    ratio: rounded(seconds / plainSeconds, 2),
    equal: differences.size === 0,
    differences: [...differences],
  };
};

export const variantHead =
  "| set, variant, place | plain, s | variant, s | longer, s | ratio |\n| --- | --- | --- | --- | --- |";

export const variantRow = ({ set, variant, place, plainSeconds, seconds, ratio }: VariantResult): string =>
  `| ${set}, ${variant}, ${place} | ${plainSeconds} | ${seconds} | ${rounded(seconds - plainSeconds, 3)} | **${ratio}** |`;
