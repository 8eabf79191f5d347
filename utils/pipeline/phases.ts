import { nextTask } from "../table/pause.ts";

/** Milliseconds by phase of a check, in the order in which they ended. */
export const startPhases = (now: () => number) => {
  const timings: Record<string, number> = {};
  const start = now();
  let last = start;
  return {
    timings,
    /** The phase that began where the last one ended is over. */
    end: (phase: string): void => {
      const at = now();
      timings[phase] = Math.round((at - last) * 10) / 10;
      timings.total = Math.round((at - start) * 10) / 10;
      last = at;
    },
  };
};

/** Longest time without letting the host hear a cancel, in milliseconds. */
const patience = 40;

/** A pause between pieces of work that is taken only when the last one is long ago. */
export const makeYield = (now: () => number): (() => Promise<void>) => {
  let last = now();
  return async () => {
    if (now() - last < patience) return;
    await nextTask();
    last = now();
  };
};
