/** What a version under measurement answers: rows read, exact counts by kind; or why it could not. */
export type Answer =
  | { ok: true; rows: number; counts: Record<string, number>; timings?: Record<string, number> }
  | { ok: false; problem: string };

export const contenders = ["ours", "obvious"] as const;
export type Contender = (typeof contenders)[number];

/** What else a person could pick: engines with the same checks in SQL. `duckdb` has one thread, `duckdb-threads` all cores. */
export const peers = ["duckdb", "duckdb-threads", "duckdb-wasm"] as const;
export type Peer = (typeof peers)[number];

/** Where a version runs: in a worker of a page in Chromium, or in a Node process of its own. */
export const places = ["chromium", "node"] as const;
export type Place = (typeof places)[number];

/** An engine's own place; the native one has no other. */
export const placeOfPeer = (peer: Peer): Place => (peer === "duckdb-wasm" ? "chromium" : "node");

/** How a run begins: where a small package was checked before, or where nothing has run. */
export const starts = ["warm", "cold"] as const;
export type Start = (typeof starts)[number];

/** To a worker: run yourself warm, or check these files. */
export type Order = "warm" | File[];

/** One run: what was answered, and after how many seconds on the wall clock. */
export type Timed = { answer: Answer; seconds: number };

/** What one run cost: processor time of its process, and the memory it added at its highest (undefined off Linux). */
export type Measured = Timed & { cpuSeconds: number; peakBytes: number | undefined };

export type GoodAnswer = Extract<Answer, { ok: true }>;
