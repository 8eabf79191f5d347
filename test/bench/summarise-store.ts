import { median, rounded } from "./summarise.ts";

type Took = { seconds: number; peakBytes: number | undefined };

/** One run: the check alone; the check with storing and comparing; single classes read back. */
export type StoreRun = { check: Took; keep: Took & { untilVerdict: number }; milliseconds: number[] };

/** `addedRatio`: what storing and comparing add, in times of the check. */
export type StoreResult = {
  set: string;
  rows: number;
  bytes: number;
  place: "chromium";
  runs: number;
  check: { seconds: number; peakBytes: number | null };
  checkCompareStore: { seconds: number; untilVerdictSeconds: number; peakBytes: number | null };
  addedRatio: number;
  readClassMilliseconds: { median: number; slowestOfTwenty: number; classes: number };
};

const peakOf = (took: readonly Took[]): number | null => {
  const peaks = took.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return peaks.length === 0 ? null : median(peaks);
};

/** Medians over the runs; of the classes over all that were read. */
export const summariseStore = (
  { name, rows, bytes }: { name: string; rows: number; bytes: number },
  runs: readonly StoreRun[],
): StoreResult => {
  const secondsOf = (took: readonly number[]) => rounded(median(took), 3);
  const check = secondsOf(runs.map((run) => run.check.seconds));
  const whole = secondsOf(runs.map((run) => run.keep.seconds));
  const reads = runs.flatMap(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return {
    set: name,
    rows,
    bytes,
    place: "chromium",
    runs: runs.length,
    check: { seconds: check, peakBytes: peakOf(runs.map((run) => run.check)) },
    checkCompareStore: {
      seconds: whole,
      untilVerdictSeconds: secondsOf(runs.map(({ keep }) => keep.untilVerdict)),
      peakBytes: peakOf(runs.map(({ keep }) => keep)),
    },
    addedRatio: rounded((whole - check) / check, 2),
    readClassMilliseconds: {
      median: rounded(median(reads), 1),
      slowestOfTwenty: rounded(reads[Math.floor(reads.length * 0.95)] ?? 0, 1),
      classes: reads.length,
    },
  };
};

export const storeHead = [
  "| set | check: s, peak | check, compare, store: s (verdict after), peak | added, in times of the check | a class: ms (19 of 20 within) |",
  "|---|---|---|---|---|",
].join("\n");

const megabytes = (bytes: number | null): string =>
  bytes === null ? "unknown" : `${Math.round(bytes / 1e6).toLocaleString("en-US")} MB`;

export const storeRow = (result: StoreResult): string => {
  const { check, checkCompareStore: whole, readClassMilliseconds: read } = result;
  return `| ${[
    result.set,
    `${check.seconds.toFixed(2)}, ${megabytes(check.peakBytes)}`,
    `${whole.seconds.toFixed(2)} (${whole.untilVerdictSeconds.toFixed(2)}), ${megabytes(whole.peakBytes)}`,
    result.addedRatio.toFixed(2),
    `${read.median.toFixed(1)} (${read.slowestOfTwenty.toFixed(1)})`,
  ].join(" | ")} |`;
};
