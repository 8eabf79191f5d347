import { idBytes } from "./accept.ts";
import type { Field } from "./format.ts";

/** Two bytes a look: the pairs of which both may stand in a sourcedId. Made on first use. */
let pairs: Uint8Array | undefined;

const makePairs = (): Uint8Array => {
  const made = new Uint8Array(0x10000);
  for (let high = 0; high < 256; high++) {
    if (idBytes[high] === 1) made.set(idBytes, high << 8);
  }
  return made;
};

/**
 * Whether all of bytes[start .. end) may stand in a value of this type, whatever the borders of the values: `true` leaves
 * only their lengths to be looked at. Millions of identifiers are the bulk of a roster; for other types it is `false`.
 */
export const acceptAll = (field: Field, bytes: Uint8Array, start: number, end: number): boolean => {
  if (field.type !== "sourcedId" || field.list === true || end - start < 64) return false;
  pairs ??= makePairs();
  // A pair begins where memory is even.
  const first = start + ((bytes.byteOffset + start) & 1);
  const words = new Uint16Array(bytes.buffer, bytes.byteOffset + first, (end - first) >> 1);
  if (idBytes[bytes[start] as number] === 0 || idBytes[bytes[end - 1] as number] === 0) return false;
  return allPairs(pairs, words);
};

const allPairs = (known: Uint8Array, words: Uint16Array): boolean => {
  const { length } = words;
  let at = 0;
  let all = 1;
  // Without a branch for each pair, and four pairs a step.
  for (const until = length - 3; at < until && all === 1; at += 4) {
    all =
      (known[words[at] as number] as number) &
      (known[words[at + 1] as number] as number) &
      (known[words[at + 2] as number] as number) &
      (known[words[at + 3] as number] as number);
  }
  for (; at < length; at++) all &= known[words[at] as number] as number;
  return all === 1;
};
