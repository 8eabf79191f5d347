import type { Codes } from "../table/table.ts";

/**
 * Among the rows given (all of the first `count` where none are) those of a class and user that another of them has, each
 * with the last one before it, as [row, before, row, before ...]. Almost no row has one: a bit a hash tells most of them,
 * and only the rows it leaves go through a table.
 */
export const findRepeatedPairs = (
  classes: Codes,
  users: Codes,
  count: number,
  rows?: Int32Array,
): number[] => {
  const left = rowsOfSharedHashes(classes, users, count, rows);
  const bits = Math.max(4, 33 - Math.clz32(left.length));
  // Open addressing, at most half full; a slot holds the last row of its pair.
  const slots = new Int32Array(2 ** bits).fill(-1);
  const pairs: number[] = [];
  for (let at = 0; at < left.length; at++) {
    const row = left[at] as number;
    const slot = findSlot(slots, bits, classes, users, row);
    const before = slots[slot] as number;
    if (before >= 0) pairs.push(row, before);
    slots[slot] = row;
  }
  return pairs;
};

type Hashes = {
  classes: Codes;
  users: Codes;
  /** The rows that are looked at; all where there is no list. */
  rows: Int32Array | undefined;
  shift: number;
  /** A bit a hash: whether it came, and whether it came again. */
  seen: Int32Array;
  again: Int32Array;
  left: Int32Array;
};

/** One call reads so many rows: the engine makes a short function fast sooner than a long loop. */
const step = 1024;

/** Rows of which the hash of class and user is another row's too: all that repeat a pair, and a few more. */
const rowsOfSharedHashes = (
  classes: Codes,
  users: Codes,
  count: number,
  rows: Int32Array | undefined,
): Int32Array => {
  // Sixteen bits a row or more.
  const bits = Math.min(31, Math.max(10, 36 - Math.clz32(count)));
  const [seen, again] = [new Int32Array(2 ** (bits - 5)), new Int32Array(2 ** (bits - 5))];
  const hashes: Hashes = { classes, users, rows, shift: 32 - bits, seen, again, left: new Int32Array(0) };
  let shared = 0;
  for (let at = 0; at < count; at += step) shared += markHashes(hashes, at, Math.min(at + step, count));
  // Each that came again has one that came first.
  hashes.left = new Int32Array(Math.min(count, shared * 2));
  let found = 0;
  for (let at = 0; at < count && found < hashes.left.length; at += step) {
    found = keepShared(hashes, at, Math.min(at + step, count), found);
  }
  return hashes.left.subarray(0, found);
};

const markHashes = (hashes: Hashes, from: number, until: number): number => {
  const { classes, users, rows, shift, seen, again } = hashes;
  let shared = 0;
  for (let at = from; at < until; at++) {
    const row = rows === undefined ? at : (rows[at] as number);
    const hash = hashPair(classes[row] as number, users[row] as number) >>> shift;
    const bit = 1 << (hash & 31);
    const word = seen[hash >>> 5] as number;
    if ((word & bit) === 0) seen[hash >>> 5] = word | bit;
    else {
      again[hash >>> 5] = (again[hash >>> 5] as number) | bit;
      shared++;
    }
  }
  return shared;
};

const keepShared = (hashes: Hashes, from: number, until: number, before: number): number => {
  const { classes, users, rows, shift, again, left } = hashes;
  let found = before;
  for (let at = from; at < until; at++) {
    const row = rows === undefined ? at : (rows[at] as number);
    const hash = hashPair(classes[row] as number, users[row] as number) >>> shift;
    if (((again[hash >>> 5] as number) & (1 << (hash & 31))) !== 0) left[found++] = row;
  }
  return found;
};

const hashPair = (klass: number, user: number): number =>
  Math.imul(Math.imul(klass, 0x9e3779b1) ^ user, 0x85ebca6b);

/** The slot of a row's class and user: theirs, or the free one where they belong. */
const findSlot = (slots: Int32Array, bits: number, classes: Codes, users: Codes, row: number): number => {
  const klass = classes[row] as number;
  const user = users[row] as number;
  const mask = slots.length - 1;
  let slot = hashPair(klass, user) >>> (32 - bits);
  for (;;) {
    const before = slots[slot] as number;
    if (before < 0 || (classes[before] === klass && users[before] === user)) return slot;
    slot = (slot + 1) & mask;
  }
};
