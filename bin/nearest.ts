import { distance } from "../utils/formats/match-columns.ts";

/** The candidate nearest to what was typed, within two letters or a third of them; undefined when none is near. */
export const nearestOf = (word: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
};
