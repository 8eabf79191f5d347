/** FNV-1a's parameters: the scanner computes the same hash inline while it looks for the end of a field. */
export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/** The 32-bit hash of bytes[start .. end), as the dictionaries of all columns use it. */
export const hashBytes = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = hashSeed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, hashPrime);
  return finishHash(hash);
};

/** Brings the high bits down: a dictionary's slot is taken from the low ones. */
export const finishHash = (hash: number): number => hash ^ (hash >>> 15);
