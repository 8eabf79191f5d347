/** What the store's worker is told to do, each in a worker of its own that has checked a small package before. */
export const storeSteps = ["check", "seed", "keep", "read"] as const;
export type StoreStep = (typeof storeSteps)[number];

/**
 * check: the check alone. seed: check and store a roster of which one student in a hundred differs, as the last file.
 * keep: check, compare with the last file, store in its place. read: read classes of what is stored, one at a time.
 */
export type StoreAnswer =
  | { ok: true; step: "check"; seconds: number }
  | { ok: true; step: "seed"; seconds: number; differences: Differences }
  | { ok: true; step: "keep"; seconds: number; untilVerdict: number; found: Differences }
  | { ok: true; step: "read"; seconds: number; milliseconds: number[] }
  | { ok: false; problem: string };

export type StoreOrder = { step: StoreStep; files: File[] };

/** What the last file must differ in, by the kind of the plan. */
export type Differences = { added: number; removed: number; moved: number; changed: number };
