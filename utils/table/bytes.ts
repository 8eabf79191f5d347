/**
 * Plain loops over bytes, four at a time: a DataView reads a word at any offset, in one instruction once compiled.
 * These loops are most of the scanner's time.
 */

let lastBytes: Uint8Array | undefined;
let lastView: DataView | undefined;

/** A view of an array's bytes; the last one is kept, because joins ask for the same array again and again. */
export const viewOf = (bytes: Uint8Array): DataView => {
  if (lastView === undefined || bytes !== lastBytes) {
    lastBytes = bytes;
    lastView = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return lastView;
};

/** Whether `length` bytes of `one` at `from` and of `other` at `at` are equal. */
export const isSame = (one: DataView, from: number, other: DataView, at: number, length: number): boolean => {
  const whole = length & ~3;
  let offset = 0;
  for (; offset < whole; offset += 4) {
    if (one.getInt32(from + offset, true) !== other.getInt32(at + offset, true)) return false;
  }
  for (; offset < length; offset++) {
    if (one.getUint8(from + offset) !== other.getUint8(at + offset)) return false;
  }
  return true;
};

/** Copies from[start .. end) to `to` at `at`. */
export const copyBytes = (from: DataView, start: number, end: number, to: DataView, at: number) => {
  const shift = at - start;
  const whole = end - 3;
  let index = start;
  for (; index < whole; index += 4) to.setInt32(index + shift, from.getInt32(index, true), true);
  for (; index < end; index++) to.setUint8(index + shift, from.getUint8(index));
};

/**
 * The 32-bit hash of bytes[start .. end), as the dictionaries of all columns use it. The mixing is MurmurHash3's;
 * identifiers that differ in one digit must not gather in neighbouring slots.
 */
export const hashBytes = (bytes: DataView, start: number, end: number): number => {
  let hash = end - start;
  let at = start;
  for (const until = end - 3; at < until; at += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ bytes.getUint8(at), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
};

/**
 * Gives the memory of an array back at once where the engine can, instead of when it next looks: with hundreds of megabytes
 * it looks too late. Nobody may hold the array, nor a view of it, any more.
 */
export const freeArray = ({ buffer }: { buffer: ArrayBufferLike }) => {
  (buffer as { transfer?: (bytes: number) => ArrayBuffer }).transfer?.(0);
};
