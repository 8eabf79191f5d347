/** What a worker under measurement answers: rows read, exact counts by kind; or why it could not. */
export type Answer =
  | { ok: true; rows: number; counts: Record<string, number>; timings?: Record<string, number> }
  | { ok: false; problem: string };

export const contenders = ["ours", "obvious"] as const;
export type Contender = (typeof contenders)[number];
