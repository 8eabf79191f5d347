import { type Contender, type Measured, type Peer, type Place, peers, type Start } from "./answer.ts";

export type Figures = { seconds: number; cpuSeconds: number; peakBytes: number | null };

/** How many times faster ours is, and what share of the other's memory it takes. */
export type Ratios = { speedRatio: number; cpuRatio: number; memoryRatio: number | null };

/**
 * One set's result in one place, as `--json` prints it. The ratios on top are those to the obvious version, which is left
 * out where it cannot hold the keys; `bytesPerByte` is our peak memory by the bytes of the files.
 */
export type SetResult = (Ratios | Record<keyof Ratios, null>) & {
  set: string;
  rows: number;
  bytes: number;
  equal: true;
  place: Place;
  start: Start;
  runs: number;
  ours: Figures;
  obvious: Figures | null;
  bytesPerByte: number | null;
  peers?: Partial<Record<Peer, Figures & Ratios>>;
};

/** A set on which the versions did not give the planted answer: nothing else of it counts. */
export type Unequal = {
  set: string;
  rows: number;
  bytes: number;
  equal: false;
  place: Place;
  differences: string[];
};

export type RunsOf = { ours: readonly Measured[] } & Partial<Record<Contender | Peer, readonly Measured[]>>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const summariseRuns = (runs: readonly Measured[]): Figures => {
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    seconds: rounded(median(runs.map(({ seconds }) => seconds)), 3),
    cpuSeconds: rounded(median(runs.map(({ cpuSeconds }) => cpuSeconds)), 3),
    peakBytes: peaks.length === 0 ? null : Math.round(median(peaks)),
  };
};

const compare = (ours: Figures, other: Figures): Ratios => ({
  speedRatio: rounded(other.seconds / ours.seconds, 2),
  cpuRatio: rounded(other.cpuSeconds / ours.cpuSeconds, 2),
  memoryRatio:
    ours.peakBytes === null || !other.peakBytes ? null : rounded(ours.peakBytes / other.peakBytes, 3),
});

/** Medians over the runs of all versions. */
export const summarise = (
  set: { name: string; rows: number; bytes: number; place: Place; start: Start },
  runs: RunsOf,
): SetResult => {
  const ours = summariseRuns(runs.ours);
  const obvious = runs.obvious ? summariseRuns(runs.obvious) : null;
  const others = peers.flatMap((peer) => {
    const figures = runs[peer] && summariseRuns(runs[peer]);
    return figures ? [[peer, { ...figures, ...compare(ours, figures) }] as const] : [];
  });
  return {
    set: set.name,
    rows: set.rows,
    bytes: set.bytes,
    equal: true,
    place: set.place,
    start: set.start,
    runs: runs.ours.length,
    ours,
    obvious,
    ...(obvious ? compare(ours, obvious) : { speedRatio: null, cpuRatio: null, memoryRatio: null }),
    bytesPerByte: ours.peakBytes === null ? null : rounded(ours.peakBytes / set.bytes, 2),
    ...(others.length > 0 && { peers: Object.fromEntries(others) }),
  };
};

const megabytes = (bytes: number | null): string =>
  bytes === null ? "unknown" : `${Math.round(bytes / 1e6).toLocaleString("en-US")} MB`;

const say = ({ seconds, cpuSeconds, peakBytes }: Figures): string =>
  `${seconds.toFixed(2)} (${cpuSeconds.toFixed(2)}), ${megabytes(peakBytes)}`;

/** The result for people: a Markdown table, one row for each version that ours is compared with. */
export const tableHead = [
  "| set | place | size | rows | ours: s (CPU), peak | the other | the other: s (CPU), peak | times faster (CPU) | share of memory |",
  "|---|---|---|---|---|---|---|---|---|",
].join("\n");

export const tableRows = (result: SetResult): string => {
  const { set, place, bytes, rows, ours, obvious } = result;
  const known = [set, place, megabytes(bytes), rows.toLocaleString("en-US"), say(ours)];
  const line = (cells: readonly string[]) => `| ${[...known, ...cells].join(" | ")} |`;
  const row = (name: string, other: Figures) => {
    const { speedRatio, cpuRatio, memoryRatio } = compare(ours, other);
    const times = `${speedRatio.toFixed(1)} (${cpuRatio.toFixed(1)})`;
    return line([name, say(other), times, memoryRatio === null ? "unknown" : memoryRatio.toFixed(2)]);
  };
  return [
    obvious ? row("obvious", obvious) : line(["none holds the keys", "", "", ""]),
    ...Object.entries(result.peers ?? {}).map(([name, other]) => row(name, other)),
  ].join("\n");
};
