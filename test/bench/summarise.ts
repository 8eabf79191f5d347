import type { Contender, Start } from "./answer.ts";
import type { Measured } from "./measure.ts";

export type Figures = { seconds: number; cpuSeconds: number; peakBytes: number | null };

/** One set's result, as `--json` prints it. Ratios: how many times faster, and what share of the memory. */
export type SetResult = {
  set: string;
  rows: number;
  bytes: number;
  equal: true;
  start: Start;
  runs: number;
  ours: Figures;
  obvious: Figures;
  speedRatio: number;
  cpuRatio: number;
  memoryRatio: number | null;
};

/** A set on which the two sides did not give the planted answer: nothing else of it counts. */
export type Unequal = { set: string; rows: number; bytes: number; equal: false; differences: string[] };

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const summariseRuns = (runs: readonly Measured[]): Figures => {
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    seconds: rounded(median(runs.map(({ seconds }) => seconds)), 3),
    cpuSeconds: rounded(median(runs.map(({ cpuSeconds }) => cpuSeconds)), 3),
    peakBytes: peaks.length === 0 ? null : Math.round(median(peaks)),
  };
};

/** Medians over the runs of both contenders. */
export const summarise = (
  set: { name: string; rows: number; bytes: number; start: Start },
  runs: Readonly<Record<Contender, readonly Measured[]>>,
): SetResult => {
  const ours = summariseRuns(runs.ours);
  const obvious = summariseRuns(runs.obvious);
  const share = ours.peakBytes === null || !obvious.peakBytes ? null : ours.peakBytes / obvious.peakBytes;
  return {
    set: set.name,
    rows: set.rows,
    bytes: set.bytes,
    equal: true,
    start: set.start,
    runs: runs.ours.length,
    ours,
    obvious,
    speedRatio: rounded(obvious.seconds / ours.seconds, 2),
    cpuRatio: rounded(obvious.cpuSeconds / ours.cpuSeconds, 2),
    memoryRatio: share === null ? null : rounded(share, 3),
  };
};

const megabytes = (bytes: number | null): string =>
  bytes === null ? "unknown" : `${Math.round(bytes / 1e6)} MB`;

/** The result for people: one Markdown table row a set. */
export const tableHead = [
  "| set | size | rows | ours: s (CPU), peak | obvious: s (CPU), peak | times faster (CPU) | share of memory |",
  "|---|---|---|---|---|---|---|",
].join("\n");

export const tableRow = (result: SetResult): string => {
  const say = ({ seconds, cpuSeconds, peakBytes }: Figures): string =>
    `${seconds.toFixed(2)} (${cpuSeconds.toFixed(2)}), ${megabytes(peakBytes)}`;
  return `| ${[
    result.set,
    megabytes(result.bytes),
    result.rows.toLocaleString("en-US"),
    say(result.ours),
    say(result.obvious),
    `${result.speedRatio.toFixed(1)} (${result.cpuRatio.toFixed(1)})`,
    result.memoryRatio === null ? "unknown" : result.memoryRatio.toFixed(2),
  ].join(" | ")} |`;
};
