import { freeArray } from "./bytes.ts";

/**
 * A bit for each hash that came once, and one for each that came again: tells the few of many values that may be equal to
 * another. About sixteen bits a value; two per cent of different values are taken for repeated ones, a repeated one never
 * for a single one.
 */
export type HashMarks = { once: Int32Array; twice: Int32Array; shift: number };

/** Marks for about so many values. */
export const createHashMarks = (values: number): HashMarks => {
  const bits = Math.min(27, Math.max(5, Math.ceil(Math.log2(values + 1)) + 4));
  const words = 1 << (bits - 5);
  return { once: new Int32Array(words), twice: new Int32Array(words), shift: 32 - bits };
};

export const markHash = ({ once, twice, shift }: HashMarks, hash: number) => {
  const place = hash >>> shift;
  const bit = 1 << (place & 31);
  const word = place >>> 5;
  const seen = once[word]!;
  if ((seen & bit) === 0) once[word] = seen | bit;
  else twice[word] = twice[word]! | bit;
};

/** Whether a hash that was marked may have been marked more than once. */
export const mayRepeat = ({ twice, shift }: HashMarks, hash: number): boolean => {
  const place = hash >>> shift;
  return (twice[place >>> 5]! & (1 << (place & 31))) !== 0;
};

/** Forgets all hashes. */
export const clearHashMarks = ({ once, twice }: HashMarks) => {
  once.fill(0);
  twice.fill(0);
};

/** Gives the memory back. */
export const freeHashMarks = ({ once, twice }: HashMarks) => {
  freeArray(once);
  freeArray(twice);
};
