/** What a worker under measurement answers: rows read, exact counts by kind; or why it could not. */
export type Answer =
  | { ok: true; rows: number; counts: Record<string, number>; timings?: Record<string, number> }
  | { ok: false; problem: string };

export const contenders = ["ours", "obvious"] as const;
export type Contender = (typeof contenders)[number];

/** How a run begins: in a worker that has checked a small package before, or in one that has run nothing. */
export const starts = ["warm", "cold"] as const;
export type Start = (typeof starts)[number];

/** To a worker: run yourself warm, or check these files. */
export type Order = "warm" | File[];
