export type Random = {
  /** An integer from 0 to `below` - 1. */
  below: (below: number) => number;
  pick: <T>(from: readonly T[]) => T;
};

/** Mulberry32: small, fast, and the same numbers on every machine for the same seed. */
export const seedRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return { below, pick: (from) => from[below(from.length)]! };
};
