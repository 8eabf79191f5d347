/**
 * The 32-bit hash of bytes[start .. end), as the dictionaries of all columns use it. Four bytes a step: a multiplication
 * for every byte would be most of the scanner's time. The mixing is MurmurHash3's; identifiers that differ in one digit
 * must not gather in neighbouring slots.
 */
export const hashBytes = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = end - start;
  let at = start;
  for (const until = end - 3; at < until; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
};
