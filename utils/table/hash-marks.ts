import { freeArray } from "./bytes.ts";

/**
 * A bit for each hash that was there: tells the few of many values that may be equal to an earlier one. With 8 to 16 bits a
 * value one in twelve to one in thirty different ones is taken for met before; an equal one always is.
 */
export type HashMarks = { bits: Int32Array; shift: number };

/** Marks for about so many values. */
export const createHashMarks = (values: number): HashMarks => {
  const bits = Math.min(30, Math.max(5, Math.ceil(Math.log2(values + 1)) + 3));
  return { bits: new Int32Array(1 << (bits - 5)), shift: 32 - bits };
};

/** Marks a hash. Returns whether it, or one that is not told from it, was marked before. */
export const markHash = ({ bits, shift }: HashMarks, hash: number): boolean => {
  const place = hash >>> shift;
  const bit = 1 << (place & 31);
  const word = place >>> 5;
  const seen = bits[word]!;
  if ((seen & bit) !== 0) return true;
  bits[word] = seen | bit;
  return false;
};

/** The hashes that `markHash` had met before, one by one. */
export type MetAgain = { hashes: Int32Array; count: number };

/** Room for what is met again of so many values, as long as they differ. */
export const createMetAgain = (values: number): MetAgain => ({
  hashes: new Int32Array(1024 + (values >> 4)),
  count: 0,
});

export const noteMetAgain = (met: MetAgain, hash: number) => {
  if (met.count === met.hashes.length) {
    const more = new Int32Array(met.count * 2);
    more.set(met.hashes);
    freeArray(met.hashes);
    met.hashes = more;
  }
  met.hashes[met.count++] = hash;
};

/**
 * Marks of those hashes, spread otherwise and wider: of all values `mayBeMarked` then names those that are equal to another,
 * and one in thirty of the rest at most. Ends the marks that found them, which are given back.
 */
export const marksOfMetAgain = (marks: HashMarks, met: MetAgain): HashMarks => {
  freeArray(marks.bits);
  const fewer = createHashMarks(met.count * 4);
  for (let index = 0; index < met.count; index++) markHash(fewer, Math.imul(met.hashes[index]!, spread));
  freeArray(met.hashes);
  return fewer;
};

const spread = 0x9e3779b1;

/** Whether the hash is one of `marksOfMetAgain`. */
export const mayBeMarked = ({ bits, shift }: HashMarks, hash: number): boolean => {
  const place = Math.imul(hash, spread) >>> shift;
  return (bits[place >>> 5]! & (1 << (place & 31))) !== 0;
};
