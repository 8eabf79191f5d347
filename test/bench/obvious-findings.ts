/** Exact counts by kind, and the first thousand places of each, as Rosterguard keeps them. */
export type Sample = { file: string; line: number; column: string; value: string };
export type Tally = { counts: Record<string, number>; samples: Record<string, Sample[]> };

export const newTally = (): Tally => ({ counts: {}, samples: {} });

export const addTo = (tally: Tally, kind: string, sample: Sample): void => {
  tally.counts[kind] = (tally.counts[kind] ?? 0) + 1;
  tally.samples[kind] ??= [];
  if (tally.samples[kind].length < 1000) tally.samples[kind].push(sample);
};
